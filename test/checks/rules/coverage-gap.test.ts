import { foundBy } from './found-by';
import { daemonSet, node } from '../../../src/checks/example';
import { coverageGap } from '../../../src/checks/rules/coverage-gap';
import type { Taint } from '../../../src/cluster/placement/taints';
import type { Wire } from '../../../src/private/wire';

const taint = (key: string, effect: string = 'NoSchedule'): Taint => ({ key, effect });
const workers = (count: number) => Array.from({ length: count }, (_, index) => node(`worker-${index}`));
const tainted = (count: number, key: string, labels: Record<string, string> = {}, effect?: string) =>
  Array.from({ length: count }, (_, index) => node(`${key}-${index}`, labels, [taint(key, effect)]));

test('nodes are reported by the taint that keeps the agent away', () => {
  expect(foundBy(coverageGap, daemonSet(), ...workers(10), ...tainted(5, 'gpu'), ...tainted(1, 'db', {}, 'NoExecute'))).toEqual([
    'warning agent tolerations (db:NoExecute on db-0; gpu:NoSchedule on gpu-0, gpu-1, gpu-2 and 2 more)',
  ]);
});

test('a node with two taints is reported with those that are not tolerated', () => {
  const both = node('both', {}, [taint('gpu'), { key: 'team', value: 'a', effect: 'NoSchedule' }]);
  expect(foundBy(coverageGap, daemonSet({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }), ...workers(2), both)).toEqual([
    'warning agent tolerations (team=a:NoSchedule on both)',
  ]);
});

test.each<[string, Wire, Wire[]]>([
  ['a selector leaves nodes out on purpose', daemonSet({ nodeSelector: { gpu: 'true' } }), tainted(1, 'gpu')],
  ['most nodes are tainted, and were not meant', daemonSet(), tainted(3, 'edge')],
  ['half of the nodes are tainted', daemonSet(), tainted(2, 'edge')],
  [
    'a node is virtual', daemonSet(),
    [node('fargate', { 'eks.amazonaws.com/compute-type': 'fargate' }, [taint('eks.amazonaws.com/compute-type')])],
  ],
  [
    'a node has Windows', daemonSet(),
    [{ ...node('win', {}, [taint('os')]), metadata: { name: 'win', labels: { 'kubernetes.io/os': 'windows' } } }],
  ],
  ['everything is tolerated', daemonSet({ tolerations: [{ operator: 'Exists' }] }), tainted(1, 'gpu')],
  ['a taint is only a preference', daemonSet(), tainted(1, 'gpu', {}, 'PreferNoSchedule')],
  ['the agent is for Windows', daemonSet({ nodeSelector: { 'kubernetes.io/os': 'windows' } }), tainted(1, 'gpu')],
])('is no gap where %s', (_, agent, others) => {
  expect(foundBy(coverageGap, agent, ...workers(2), ...others)).toEqual([]);
});

test.each([
  'node.kubernetes.io/not-ready', 'node.cloudprovider.kubernetes.io/uninitialized', 'ToBeDeletedByClusterAutoscaler',
  'karpenter.sh/disrupted', 'node.cilium.io/agent-not-ready',
])(
  'the taint %s goes away by itself', key => {
    expect(foundBy(coverageGap, daemonSet(), ...workers(2), ...tainted(1, key))).toEqual([]);
  },
);

test('a gap among the nodes that a selector asks for is one', () => {
  const labels = { pool: 'a' };
  expect(foundBy(
    coverageGap, daemonSet({ nodeSelector: labels }), ...workers(9), node('a', labels), node('b', labels), ...tainted(1, 'gpu', labels),
  )).toHaveLength(1);
});

test('without nodes nothing is known', () => {
  expect(foundBy(coverageGap, daemonSet())).toEqual([]);
});

test('a device plugin leaves out what has no device', () => {
  const sockets = '/var/lib/kubelet/device-plugins';
  const plugin = daemonSet({ volumes: [{ name: 'a', hostPath: { path: sockets } }] }, {
    volumeMounts: [{ name: 'a', mountPath: sockets }],
  });
  expect(foundBy(coverageGap, plugin, ...workers(2), ...tainted(1, 'gpu'))).toEqual([]);
});
