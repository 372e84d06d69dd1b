import { containersOf, factsOf, HostPortClaim, portsCollide } from '../../src/cluster/workload-facts';

type Fields = { [field: string]: any };
const factsOfPod = (pod: Fields, spec: Fields = {}) => factsOf({ template: { spec: pod }, ...spec });

test('of nothing nothing is known', () => {
  expect(factsOf({})).toEqual({ hostNetwork: false, hostPorts: [], selection: {}, surges: false, rights: [] });
});

test('init containers come before the others', () => {
  expect(containersOf({ containers: [{ name: 'b' }], initContainers: [{ name: 'a' }] }).map(container => container.name)).toEqual([
    'a', 'b',
  ]);
  expect(containersOf({})).toEqual([]);
});

test('the selection is that of the pod', () => {
  expect(factsOfPod({ nodeSelector: { a: 'b' } }).selection).toEqual({ nodeSelector: { a: 'b' } });
});

test.each([
  [undefined, false], [{}, false], [{ rollingUpdate: { maxUnavailable: 1 } }, false], [{ rollingUpdate: { maxSurge: 0 } }, false],
  [{ rollingUpdate: { maxSurge: '0%' } }, false],
  [{ rollingUpdate: { maxSurge: '00%' } }, false], [{ rollingUpdate: { maxSurge: 1 } }, true],
  [{ rollingUpdate: { maxSurge: '10%' } }, true],
])('whether new pods start beside old ones is what %p says', (updateStrategy, surges) => {
  expect(factsOfPod({}, { updateStrategy }).surges).toBe(surges);
});

describe('ports of the node', () => {
  const ports = [
    { name: 'http', containerPort: 80 }, { containerPort: 81, hostPort: 8081, protocol: 'UDP', hostIP: '127.0.0.1' },
    { containerPort: 82, hostPort: 0 },
  ];

  test('are those that are asked for', () => {
    expect(
      factsOfPod({ containers: [{ name: 'a', ports }] }).hostPorts,
    ).toEqual([{ port: 8081, protocol: 'UDP', address: '127.0.0.1', by: "container 'a', port '81'" }]);
  });

  test('are all that are declared on the host network', () => {
    expect(factsOfPod({ hostNetwork: true, containers: [{ name: 'a', ports }] }).hostPorts.map(claim => claim.port)).toEqual([
      80, 8081, 82,
    ]);
    expect(
      factsOfPod({ hostNetwork: true, containers: [{ name: 'a', ports }] }).hostPorts[0],
    ).toEqual({ port: 80, protocol: 'TCP', by: "container 'a', port 'http'" });
  });

  test('are held by containers that stay, sidecars among them', () => {
    const claim = [{ containerPort: 1, hostPort: 1 }];
    const pod = {
      initContainers: [{ name: 'init', ports: claim }, { name: 'sidecar', restartPolicy: 'Always', ports: claim }],
      containers: [{ name: 'a', ports: claim }],
    };
    expect(factsOfPod(pod).hostPorts.map(each => each.by)).toEqual(["container 'sidecar', port '1'", "container 'a', port '1'"]);
  });
});

test.each<[Partial<HostPortClaim>, Partial<HostPortClaim>, boolean]>([
  [{}, {}, true], [{ port: 1 }, { port: 2 }, false], [{ protocol: 'UDP' }, {}, false], [{ address: '127.0.0.1' }, {}, true],
  [{ address: '127.0.0.1' }, { address: '127.0.0.1' }, true],
  [{ address: '127.0.0.1' }, { address: '10.0.0.1' }, false], [{ address: '127.0.0.1' }, { address: '0.0.0.0' }, true],
  [{ address: '::' }, { address: '::1' }, true],
  [{ address: '' }, { address: '::1' }, true],
])('%p and %p collide: %p', (a, b, expected) => {
  const claim = (more: Partial<HostPortClaim>): HostPortClaim => ({ port: 1, protocol: 'TCP', by: 'x', ...more });
  expect(portsCollide(claim(a), claim(b))).toBe(expected);
  expect(portsCollide(claim(b), claim(a))).toBe(expected);
});

test.each<[string, Fields, string[]]>([
  ['namespaces of the host', { hostNetwork: true, hostPID: true, hostIPC: true }, ['hostNetwork', 'hostPID', 'hostIPC']],
  ['namespaces that are not shared', { hostNetwork: false, hostPID: undefined }, []],
  ['root for all', { securityContext: { runAsUser: 0 } }, ['root']],
  ['HostProcess for all', { securityContext: { windowsOptions: { hostProcess: true } } }, ['hostProcess']],
  ['privileged, which is more than root', {
    containers: [{ name: 'a', securityContext: { privileged: true, runAsUser: 0 } }],
  }, ['a privileged']],
  ['root and capabilities', {
    containers: [{ name: 'a', securityContext: { runAsUser: 0, capabilities: { add: ['BPF', 'CHOWN'] } } }],
  }, ['a root', 'a BPF', 'a CHOWN']],
  ['HostProcess of one', {
    initContainers: [{ name: 'i', securityContext: { windowsOptions: { hostProcess: true } } }], containers: [{ name: 'a' }],
  }, ['i hostProcess']],
  ['another user', { containers: [{ name: 'a', securityContext: { runAsUser: 1, privileged: false } }] }, []],
])('rights: %s', (_, pod, rights) => {
  expect(factsOfPod(pod).rights.map(({ container, name }) => [container, name].filter(Boolean).join(' '))).toEqual(rights);
});
