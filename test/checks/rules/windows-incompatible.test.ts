import { foundBy } from './found-by';
import { daemonSet, deployment, node } from '../../../src/checks/example';
import { windowsIncompatible } from '../../../src/checks/rules/windows-incompatible';
import type { Wire } from '../../../src/private/wire';

const WINDOWS = { nodeSelector: { 'kubernetes.io/os': 'windows' } };
const affinity = (...values: string[]) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values }] }],
      },
    },
  },
});
const hostProcess = { windowsOptions: { hostProcess: true } };
const mounting = (path: string) => [
  { ...WINDOWS, volumes: [{ name: 'v', hostPath: { path } }] }, { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
] as const;

test.each<[Wire, Wire, string[]]>([
  [{ ...WINDOWS, hostNetwork: true }, {}, ['error agent hostNetwork (hostNetwork: true, without HostProcess)']],
  [{ ...affinity('windows'), hostNetwork: true }, {}, ['error agent hostNetwork (hostNetwork: true, without HostProcess)']],
  [{ ...affinity('windows', 'linux'), hostNetwork: true }, {}, []],
  [{ os: { name: 'windows' }, hostNetwork: true }, {}, ['error agent hostNetwork (hostNetwork: true, without HostProcess)']],
  [{ os: { name: 'windows' }, hostNetwork: true, securityContext: hostProcess }, {}, []],
  [{ os: { name: 'windows' }, hostNetwork: true }, { securityContext: hostProcess }, []],
  [{ os: { name: 'windows' }, securityContext: hostProcess }, {}, ['error agent hostNetwork']],
  [{ ...WINDOWS, hostPID: true }, {}, ['error agent hostPID (hostPID: true)']],
  [WINDOWS, { securityContext: { privileged: true } }, ['warning agent containers[0].securityContext (privileged)']],
  [WINDOWS, {
    securityContext: { capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } },
  }, ['warning agent containers[0].securityContext (NET_ADMIN)']],
  [WINDOWS, {
    securityContext: { capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
  }, ['warning agent containers[0].securityContext (readOnlyRootFilesystem)']],
  [{ ...WINDOWS, securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }, {
    securityContext: { privileged: false, capabilities: { drop: ['ALL'] } },
  }, []],
  [{ ...WINDOWS, securityContext: { fsGroup: 1 } }, {}, ['warning agent securityContext (fsGroup)']],
  [{ ...WINDOWS, securityContext: { runAsNonRoot: true } }, { securityContext: { windowsOptions: { runAsUserName: 'agent' } } }, []],
  [{ os: { name: 'windows' }, hostPID: true, securityContext: { fsGroup: 1 } }, { securityContext: { privileged: true } }, [
    'error agent hostPID (hostPID)', 'error agent securityContext (fsGroup)', 'error agent containers[0].securityContext (privileged)',
  ]],
  [{
    os: { name: 'windows' }, shareProcessNamespace: false, hostPID: false, securityContext: {
      runAsNonRoot: true, windowsOptions: {},
    },
  }, {}, ['error agent shareProcessNamespace (shareProcessNamespace)']],
  [{ os: { name: 'linux' }, securityContext: hostProcess }, { securityContext: hostProcess }, [
    'error agent securityContext.windowsOptions (windowsOptions)',
    'error agent containers[0].securityContext.windowsOptions (windowsOptions)',
  ]],
  [{ securityContext: { windowsOptions: {} } }, {}, []],
  [{ nodeSelector: { 'kubernetes.io/os': 'linux' }, hostNetwork: true, hostPID: true }, { securityContext: { privileged: true } }, []],
])('%j %j', (pod, container, expected) => {
  expect(foundBy(windowsIncompatible, daemonSet(pod, container))).toEqual(expected);
});

test('all containers are HostProcess containers, or none', () => {
  const agent = daemonSet({ ...WINDOWS, hostNetwork: true }, { securityContext: hostProcess });
  agent.spec.template.spec.containers.push({ name: 'other', image: 'x:1' });
  expect(foundBy(windowsIncompatible, agent)).toEqual(['error agent containers[1].securityContext']);
});

test.each([['/proc', 1], ['/sys/fs/cgroup', 1], ['/var/log', 0], ['C:\\var\\log', 0], ['/devices', 0]])('the path %s', (path, count) => {
  expect(foundBy(windowsIncompatible, daemonSet(...mounting(path)))).toHaveLength(count);
});

test.each([
  ['HostToContainer', 1], ['Bidirectional', 1], ['None', 0], [undefined, 0],
])('mounts that travel: %s', (mountPropagation, count) => {
  const volumeMounts = [{ name: 'v', mountPath: '/v', ...mountPropagation !== undefined && { mountPropagation } }];
  expect(foundBy(
    windowsIncompatible, daemonSet({ ...WINDOWS, volumes: [{ name: 'v', emptyDir: {} }] }, { volumeMounts }),
  )).toHaveLength(count);
});

test('an agent that comes to Windows nodes without knowing it', () => {
  const nodes = [node('linux'), { ...node('win'), metadata: { name: 'win', labels: { 'kubernetes.io/os': 'windows' } } }];
  expect(foundBy(windowsIncompatible, daemonSet({ hostPID: true }), ...nodes)).toEqual(['error agent nodeSelector (hostPID)']);
  expect(foundBy(windowsIncompatible, daemonSet({ hostPID: true, nodeSelector: { 'kubernetes.io/os': 'linux' } }), ...nodes)).toEqual([]);
  expect(foundBy(windowsIncompatible, daemonSet({ hostPID: true }), nodes[0])).toEqual([]);
  expect(foundBy(windowsIncompatible, daemonSet(), ...nodes)).toEqual([]);
  expect(foundBy(windowsIncompatible, deployment({ hostPID: true }), ...nodes)).toEqual([]);
});
