import { KUBE_LINTER } from '../../../../src/checks/tools/tables/kube-linter';
import { outcomesFor } from '../../../../src/checks/tools/tool-table';
import { mounting } from '../cases';
import { describeTable, openIn, silencedIn } from '../describe-table';
import { container, hardened, PRIVILEGED } from '../hardened';

describeTable(KUBE_LINTER, {
  'the host network': ['host-network', 'non-isolated-pod'],
  'the processes of the node': ['host-pid'],
  'the IPC of the node': ['host-ipc'],
  'a privileged container': ['privilege-escalation-container', 'privileged-container', 'run-as-non-root'],
  'root without capabilities': ['run-as-non-root'],
  'a HostProcess container': ['host-network', 'no-read-only-root-fs', 'non-isolated-pod', 'run-as-non-root'],
  'SYS_ADMIN': ['privilege-escalation-container'],
  'NET_RAW': ['drop-net-raw-capability'],
  '/etc': ['sensitive-host-mounts'],
  'the socket of Docker': ['docker-sock'],
  '/var/log to write': ['writable-host-mount'],
  'no limit of memory': ['unset-memory-requirements'],
  'no requests': ['unset-cpu-requirements'],
  'an image that moves': ['latest-tag'],
  'an image without a tag': ['latest-tag'],
  'a probe of an undeclared port': ['liveness-port'],
  'an account of elsewhere': ['non-existent-service-account'],
});

test('keeps a check for as long as somebody else gives it cause', () => {
  const manifest = hardened(PRIVILEGED, {
    containers: [
      container(PRIVILEGED),
      container({ name: 'helper', securityContext: { allowPrivilegeEscalation: undefined, capabilities: { add: ['SYS_ADMIN'] } } }),
    ],
  });
  expect(silencedIn(KUBE_LINTER, manifest, 'privileged')).toEqual(['privileged-container', 'run-as-non-root']);
  expect(openIn(KUBE_LINTER, 'privilege-escalation-container', manifest, 'privileged')).toEqual([
    "container 'helper' adds the capability SYS_ADMIN",
  ]);
  expect(silencedIn(KUBE_LINTER, manifest, 'privileged', 'SYS_ADMIN')).toContain('privilege-escalation-container');
});

test('knows directories by their very names, and only those that a container mounts', () => {
  const unmounted = hardened({}, { volumes: [{ name: 'host', hostPath: { path: '/etc' } }] });
  expect(silencedIn(KUBE_LINTER, unmounted, 'sensitive-host-path')).toEqual([]);
  expect(silencedIn(KUBE_LINTER, mounting('/sys/fs/bpf', true), 'sensitive-host-path')).toEqual([]);
  expect(silencedIn(KUBE_LINTER, mounting('/sys', true), 'sensitive-host-path')).toEqual(['sensitive-host-mounts']);
});

test('says nothing of capabilities where a container says nothing of them', () => {
  const silent = hardened({ securityContext: { capabilities: undefined } });
  expect(outcomesFor(KUBE_LINTER, silent, []).map(({ check }) => check.id)).not.toContain('drop-net-raw-capability');
  const keeping = hardened({ securityContext: { capabilities: { drop: ['CHOWN'] } } });
  expect(openIn(KUBE_LINTER, 'drop-net-raw-capability', keeping, 'NET_RAW')).toEqual([
    "container 'agent' keeps capabilities of the runtime",
  ]);
});

test('takes a group of root for root, unless the user is somebody else', () => {
  expect(openIn(KUBE_LINTER, 'run-as-non-root', hardened({ securityContext: { runAsGroup: 0 } }), 'root')).toEqual([
    "container 'agent' runs as group 0",
  ]);
});
