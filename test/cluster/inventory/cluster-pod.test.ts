import { podOn } from './objects';
import { readPod, takesRoom } from '../../../src/cluster/inventory/cluster-pod';

const SPEC = {
  nodeName: 'worker-1', hostNetwork: true,
  containers: [{
    name: 'main', image: 'a:1', ports: [{ containerPort: 80, hostPort: 80, protocol: 'UDP', hostIP: '10.0.0.1' }],
    resources: { requests: { cpu: '100m' } },
  }],
};

test('a pod is read as kubectl shows it', () => {
  expect(readPod({
    metadata: {
      namespace: 'apps', name: 'web-1', labels: { app: 'web' }, deletionTimestamp: '2026-01-01T00:00:00Z',
      ownerReferences: [{ kind: 'Node', name: 'x' }, { kind: 'ReplicaSet', name: 'web', controller: true, uid: 'y' }],
    },
    spec: SPEC,
    status: { phase: 'Running', conditions: [{ type: 'PodScheduled', status: 'True' }, { type: 'Ready', status: 'True' }] },
  })).toEqual({
    namespace: 'apps', name: 'web-1', nodeName: 'worker-1', labels: { app: 'web' }, owner: { kind: 'ReplicaSet', name: 'web' },
    phase: 'Running', ready: true,
    terminating: true, requests: new Map([['cpu', 100n]]), spec: SPEC,
    hostPorts: [{ port: 80, protocol: 'UDP', address: '10.0.0.1', by: "container 'main', port '80'" }],
  });
});

test('a pod that says little waits for a node in the default namespace', () => {
  expect(readPod({ metadata: { name: 'a', deletionTimestamp: null } })).toEqual({
    namespace: 'default', name: 'a', labels: {}, phase: 'Pending', ready: false, terminating: false, requests: new Map(), hostPorts: [],
    spec: {},
  });
});

test('what a pod was given counts until it lets go of it', () => {
  const status = { containerStatuses: [{ name: 'main', resources: { requests: { cpu: '2' } } }] };
  expect(podOn('worker-1', 'a', SPEC, { status }).requests).toEqual(new Map([['cpu', 2000n]]));
});

test.each([
  ['Pending', true], ['Running', true], ['Unknown', true], ['Succeeded', false], ['Failed', false],
])('a pod in the phase %s takes room: %s', (phase, expected) => {
  expect(takesRoom(podOn('worker-1', 'a', {}, { status: { phase } }))).toBe(expected);
});
