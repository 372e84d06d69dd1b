import { adviceFor } from '../../../src/cluster/explain/known-taints';
import { Placement } from '../../../src/cluster/placement/placement';
import { nodeOf } from '../inventory/objects';

test.each([
  ['node.kubernetes.io/not-ready:NoSchedule'], ['node.kubernetes.io/unreachable:NoSchedule'],
  ['node.kubernetes.io/network-unavailable:NoSchedule'], ['node.kubernetes.io/out-of-service=nodeshutdown:NoExecute'],
  ['node.cloudprovider.kubernetes.io/uninitialized=true:NoSchedule'], ['node.cloudprovider.kubernetes.io/shutdown:NoSchedule'],
  ['node-role.kubernetes.io/control-plane:NoSchedule'], ['eks.amazonaws.com/compute-type=fargate:NoSchedule'],
])('of the taint %s something is known, which test/wording/reasons.txt has', taint => {
  const node = nodeOf('a', { taints: [taint] });
  const unknown = nodeOf('a', { taints: ['constructor:NoSchedule'] }).taints.map(adviceFor)[0];
  expect(new Placement({}).on(node).shouldRun).toBe(false);
  expect(node.taints.map(adviceFor)).not.toContain(unknown);
  expect(unknown).not.toBe('');
});
