import { KUBESCAPE } from '../../../../src/checks/tools/tables/kubescape';
import { outcomesFor } from '../../../../src/checks/tools/tool-table';
import { describeTable, silencedIn } from '../describe-table';
import { hardened, ROOT } from '../hardened';

describeTable(KUBESCAPE, {
  'the host network': ['C-0030', 'C-0041', 'C-0260'],
  'the processes of the node': ['C-0038', 'C-0275'],
  'the IPC of the node': ['C-0038', 'C-0276'],
  'a privileged container': ['C-0013', 'C-0016', 'C-0057'],
  'root without capabilities': ['C-0013'],
  'a HostProcess container': ['C-0013', 'C-0016', 'C-0017', 'C-0030', 'C-0041', 'C-0055', 'C-0260'],
  'SYS_ADMIN': ['C-0016', 'C-0046', 'C-0057'],
  'NET_RAW': ['C-0046'],
  'SYS_MODULE': ['C-0046'],
  '/etc': ['C-0048'],
  'the socket of Docker': ['C-0048', 'C-0074'],
  'the socket of containerd': ['C-0048', 'C-0074'],
  '/var/log to write': ['C-0045', 'C-0048'],
  'no limit of memory': ['C-0004', 'C-0009', 'C-0271'],
  'no requests': ['C-0004', 'C-0268', 'C-0269'],
  'an image that moves': ['C-0306'],
  'an image without a tag': ['C-0306'],
});

test('takes SYS_ADMIN for a privileged container, in this very spelling', () => {
  const adding = (name: string) => hardened({ securityContext: { capabilities: { add: [name] } } });
  expect(silencedIn(KUBESCAPE, adding('SYS_ADMIN'), 'SYS_ADMIN')).toEqual(['C-0046', 'C-0057']);
  expect(silencedIn(KUBESCAPE, adding('CAP_SYS_ADMIN'), 'SYS_ADMIN')).toEqual([]);
});

test('looks at volumes only where some container mounts something', () => {
  const volumes = [{ name: 'host', hostPath: { path: '/etc' } }];
  expect(silencedIn(KUBESCAPE, hardened({}, { volumes }), 'sensitive-host-path')).toEqual([]);
  expect(silencedIn(KUBESCAPE, hardened({ volumeMounts: [] }, { volumes }), 'sensitive-host-path')).toEqual(['C-0048']);
});

test('knows no ReplicationController', () => {
  expect(outcomesFor(KUBESCAPE, hardened(ROOT, {}, 'ReplicationController'), [])).toEqual([]);
});

test('minds an image that moves only where it is not pulled again', () => {
  const image = (imagePullPolicy?: string) => silencedIn(KUBESCAPE, hardened({ image: 'agent', imagePullPolicy }), 'mutable-image');
  expect(image('IfNotPresent')).toEqual(['C-0075', 'C-0306']);
  expect(image('Always')).toEqual(['C-0306']);
  expect(image()).toEqual(['C-0306']);
});
