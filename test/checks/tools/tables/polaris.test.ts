import { POLARIS } from '../../../../src/checks/tools/tables/polaris';
import { describeTable, openIn, silencedIn } from '../describe-table';
import { container, hardened, ROOT } from '../hardened';

describeTable(POLARIS, {
  'the host network': ['hostNetworkSet', 'missingNetworkPolicy'],
  'the processes of the node': ['hostPIDSet'],
  'the IPC of the node': ['hostIPCSet'],
  'a privileged container': ['insecureCapabilities', 'privilegeEscalationAllowed', 'runAsPrivileged', 'runAsRootAllowed'],
  'root without capabilities': ['runAsRootAllowed'],
  'a HostProcess container': [
    'hostNetworkSet', 'hostProcess', 'insecureCapabilities', 'linuxHardening', 'missingNetworkPolicy', 'notReadOnlyRootFilesystem',
    'privilegeEscalationAllowed', 'runAsRootAllowed',
  ],
  'SYS_ADMIN': ['dangerousCapabilities', 'privilegeEscalationAllowed'],
  '/etc': ['hostPathSet'],
  'the socket of Docker': ['hostPathSet'],
  'the socket of containerd': ['hostPathSet'],
  '/var/log to write': ['hostPathSet'],
  'no limit of memory': ['memoryLimitsMissing'],
  'no requests': ['cpuRequestsMissing', 'memoryRequestsMissing'],
  'an image that moves': ['tagNotSpecified'],
});

test('asks init containers for no amounts', () => {
  const resources = { limits: undefined, requests: undefined };
  const manifest = hardened({}, { initContainers: [container({ name: 'setup', resources })] });
  expect(silencedIn(POLARIS, manifest, 'missing-memory-limit', 'missing-requests')).toEqual([]);
});

test('does not take a right of a container for one of its neighbour', () => {
  const manifest = hardened({}, {
    containers: [container(ROOT), container({ name: 'helper', securityContext: { runAsNonRoot: undefined, runAsUser: undefined } })],
  });
  expect(openIn(POLARIS, 'runAsRootAllowed', manifest, 'root')).toEqual(["container 'helper' runs as user of its image"]);
});

test('takes a port of the node for the host network, where that is what it is', () => {
  const ports = [{ name: 'http', containerPort: 8080, hostPort: 8080 }];
  expect(silencedIn(POLARIS, hardened({ ports }, { hostNetwork: true }), 'hostNetwork')).toContain('hostPortSet');
  expect(openIn(POLARIS, 'hostPortSet', hardened({ ports }), 'hostNetwork')).toEqual(["container 'agent' takes port 8080 of the node"]);
});
