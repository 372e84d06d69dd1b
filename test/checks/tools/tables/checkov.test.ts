import { CHECKOV } from '../../../../src/checks/tools/tables/checkov';
import { describeTable, openIn, silencedIn } from '../describe-table';
import { hardened, ROOT } from '../hardened';

describeTable(CHECKOV, {
  'the host network': ['CKV2_K8S_6', 'CKV_K8S_19'],
  'the processes of the node': ['CKV_K8S_17'],
  'the IPC of the node': ['CKV_K8S_18'],
  'a privileged container': ['CKV_K8S_16', 'CKV_K8S_20', 'CKV_K8S_23', 'CKV_K8S_28', 'CKV_K8S_37', 'CKV_K8S_40'],
  'root without capabilities': ['CKV_K8S_23', 'CKV_K8S_40'],
  'a HostProcess container': [
    'CKV2_K8S_6', 'CKV_K8S_19', 'CKV_K8S_20', 'CKV_K8S_22', 'CKV_K8S_23', 'CKV_K8S_28', 'CKV_K8S_31', 'CKV_K8S_37', 'CKV_K8S_40',
  ],
  'SYS_ADMIN': ['CKV_K8S_20', 'CKV_K8S_25', 'CKV_K8S_39'],
  'NET_RAW': ['CKV_K8S_25'],
  'SYS_MODULE': ['CKV_K8S_25'],
  'NET_BIND_SERVICE': ['CKV_K8S_25'],
  'the socket of Docker': ['CKV_K8S_27'],
  'no limit of memory': ['CKV_K8S_13'],
  'no requests': ['CKV_K8S_10', 'CKV_K8S_12'],
  'an image that moves': ['CKV_K8S_14', 'CKV_K8S_43'],
  'an image without a tag': ['CKV_K8S_14', 'CKV_K8S_43'],
});

test('needs a reason for each capability, since it asks for none of them', () => {
  const manifest = hardened({ securityContext: { capabilities: { add: ['SYS_ADMIN', 'SYS_PTRACE'] } } });
  expect(silencedIn(CHECKOV, manifest, 'SYS_ADMIN')).toEqual(['CKV_K8S_39']);
  expect(openIn(CHECKOV, 'CKV_K8S_25', manifest, 'SYS_ADMIN')).toEqual(["container 'agent' adds the capability SYS_PTRACE"]);
  expect(silencedIn(CHECKOV, manifest, 'SYS_ADMIN', 'SYS_PTRACE')).toEqual(['CKV_K8S_25', 'CKV_K8S_39']);
});

test('does not take a low user for root', () => {
  expect(openIn(CHECKOV, 'CKV_K8S_40', hardened({ securityContext: { runAsUser: 1000 } }), 'root')).toEqual([
    "container 'agent' runs as user 1000",
  ]);
});

test('has nothing against root in a user namespace of its own but that it is root', () => {
  expect(silencedIn(CHECKOV, hardened(ROOT, { hostUsers: false }), 'root')).toEqual(['CKV_K8S_23']);
});

test('says nothing of requests where there are amounts, but none of them', () => {
  const manifest = hardened({ resources: { requests: undefined } });
  expect(silencedIn(CHECKOV, manifest, 'missing-requests')).toEqual([]);
  expect(silencedIn(CHECKOV, hardened({ resources: undefined }), 'missing-requests', 'missing-memory-limit')).toEqual([
    'CKV_K8S_10', 'CKV_K8S_12', 'CKV_K8S_13',
  ]);
});

test('looks at no pods of CronJobs for policies', () => {
  expect(silencedIn(CHECKOV, hardened({}, { hostNetwork: true }, 'CronJob'), 'hostNetwork')).toEqual(['CKV_K8S_19']);
});
