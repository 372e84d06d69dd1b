import { withLifecycleTaints } from '../../../src/cluster/explain/lifecycle-taints';
import { Placement } from '../../../src/cluster/placement/placement';
import { describeTaint } from '../../../src/cluster/placement/taints';
import { nodeOf } from '../inventory/objects';

const taintsOf = (...given: Parameters<typeof nodeOf>) => withLifecycleTaints(nodeOf(...given)).taints.map(describeTaint);

test.each<[string, Parameters<typeof nodeOf>[1], string[]]>([
  ['is well', { conditions: { Ready: 'True', DiskPressure: 'False', NetworkUnavailable: 'False' } }, []],
  ['says nothing', {}, []],
  ['is not ready', {
    conditions: { Ready: 'False' },
  }, ['node.kubernetes.io/not-ready:NoSchedule', 'node.kubernetes.io/not-ready:NoExecute']],
  ['does not answer', {
    conditions: { Ready: 'Unknown', DiskPressure: 'Unknown' },
  }, ['node.kubernetes.io/unreachable:NoSchedule', 'node.kubernetes.io/unreachable:NoExecute']],
  ['is under pressure', { conditions: { MemoryPressure: 'True', DiskPressure: 'True', PIDPressure: 'True' } }, [
    'node.kubernetes.io/memory-pressure:NoSchedule', 'node.kubernetes.io/disk-pressure:NoSchedule',
    'node.kubernetes.io/pid-pressure:NoSchedule',
  ]],
  ['has no network', { conditions: { NetworkUnavailable: 'True' } }, ['node.kubernetes.io/network-unavailable:NoSchedule']],
  ['is cordoned', { cordoned: true }, ['node.kubernetes.io/unschedulable:NoSchedule']],
  ['has taints of its own', {
    taints: ['gpu=true:NoSchedule'], cordoned: true,
  }, ['gpu=true:NoSchedule', 'node.kubernetes.io/unschedulable:NoSchedule']],
  ['has some of them already', { taints: ['node.kubernetes.io/not-ready:NoExecute'], conditions: { Ready: 'False' } },
    ['node.kubernetes.io/not-ready:NoExecute', 'node.kubernetes.io/not-ready:NoSchedule']],
])('a node that %s has the taints that a cluster gives it', (_, fields, expected) => {
  expect(taintsOf('a', fields)).toEqual(expected);
});

test('a node that needs none is left as it is', () => {
  const node = nodeOf('a', { taints: ['node.kubernetes.io/unschedulable:NoSchedule'], cordoned: true });
  expect(withLifecycleTaints(node)).toBe(node);
});

test('a DaemonSet without tolerations of its own waits for a new node, and keeps its pod on one that fails', () => {
  const failing = nodeOf('a', { conditions: { Ready: 'False' } });
  expect(new Placement({}).on(failing)).toEqual({ shouldRun: true, shouldContinueRunning: true });
  expect(new Placement({}).on(withLifecycleTaints(failing))).toEqual({ shouldRun: false, shouldContinueRunning: true });
});
