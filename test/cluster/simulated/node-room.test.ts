import { changedRoom, ORDINARY_ROOM } from '../../../src/cluster/simulated/node-room';

test('what is not named stays', () => {
  expect(changedRoom({ cpu: '2', pods: '10' }, { memory: '8Gi' })).toEqual({ cpu: '2', memory: '8Gi', pods: '10' });
  expect(changedRoom(ORDINARY_ROOM, {})).toEqual(ORDINARY_ROOM);
});

test('everything can be changed, and is spelled as the API server stores it', () => {
  const room = changedRoom(ORDINARY_ROOM, {
    cpu: '4000m', memory: '16384Mi', ephemeralStorage: '0.5Ti', pods: 0, extended: { 'nvidia.com/gpu': '8', 'hugepages-2Mi': '1Gi' },
  });
  expect(room).toEqual({ 'cpu': '4', 'ephemeral-storage': '512Gi', 'hugepages-2Mi': '1Gi', 'memory': '16Gi', 'nvidia.com/gpu': '8', 'pods': '0' });
  expect(Object.keys(room)).toEqual(Object.keys(room).sort());
});

test.each<[string, Parameters<typeof changedRoom>[1], string]>([
  ['an amount that is none', { cpu: 'many' }, "invalid-quantity: allocatable cpu is not a quantity that Kubernetes can read; given: 'many'; allowed: a number of at least 0"],
  ['a negative amount', { memory: '-1Gi' }, "invalid-quantity: allocatable memory is negative; given: '-1Gi'; allowed: a number of at least 0"],
  ['half a pod', { pods: 1.5 }, 'invalid-quantity: a node cannot take this many pods; given: 1.5; allowed: a whole number, at least 0; fix: write what the kubelet is told, such as 110'],
  ['fewer pods than none', { pods: -1 }, 'invalid-quantity: a node cannot take this many pods; given: -1; allowed: a whole number, at least 0'],
  ['a resource without a domain', { extended: { gpu: '1' } },
    "invalid-quantity: a node has no such extended resource; given: 'gpu'; allowed: a name with a domain such as nvidia.com/gpu, or hugepages-<size>; "
    + 'fix: copy the name from `kubectl get node -o yaml`'],
  ['a resource that is no name', { extended: { 'nvidia.com/': '1' } }, "invalid-quantity: a node has no such extended resource; given: 'nvidia.com/'"],
  ['huge pages of no size', { extended: { 'hugepages-huge': '1Gi' } }, "invalid-quantity: a node has no such extended resource; given: 'hugepages-huge'"],
  ['half a device', { extended: { 'nvidia.com/gpu': '0.5' } }, "invalid-quantity: nvidia.com/gpu is not divisible; given: '0.5'; allowed: a multiple of 1; fix: round it"],
  ['half a huge page', { extended: { 'hugepages-2Mi': '3Mi' } }, "invalid-quantity: hugepages-2Mi is not divisible; given: '3Mi'; allowed: a multiple of 2Mi; fix: round it"],
])('%s is refused', (_, change, message) => {
  expect(() => changedRoom({}, change)).toThrow(message);
});
