import { adviceFor } from '../../../src/cluster/explain/known-taints';
import { Placement } from '../../../src/cluster/placement/placement';
import { nodeOf } from '../inventory/objects';

test.each([
  [
    'node.kubernetes.io/not-ready:NoSchedule',
    'it is there until the node is ready, and what every DaemonSet tolerates is the effect NoExecute only',
  ],
  [
    'node.kubernetes.io/unreachable:NoSchedule',
    'the kubelet does not answer, and what every DaemonSet tolerates is the effect NoExecute only',
  ],
  ['node.kubernetes.io/network-unavailable:NoSchedule', 'only agents on the host network tolerate it by themselves'],
  ['node.kubernetes.io/out-of-service=nodeshutdown:NoExecute', 'someone has declared the node dead'],
  ['node.cloudprovider.kubernetes.io/uninitialized=true:NoSchedule', 'it is there until the cloud controller manager has seen the node'],
  ['node.cloudprovider.kubernetes.io/shutdown:NoSchedule', 'the machine is shut down'],
  ['node-role.kubernetes.io/control-plane:NoSchedule', 'it keeps workloads off the control plane'],
  ['eks.amazonaws.com/compute-type=fargate:NoSchedule', 'no DaemonSet works there'],
  ['constructor:NoSchedule', 'add a toleration for it, or keep the agent off such nodes'],
])('of the taint %s it is reported that %s', (taint, advice) => {
  const node = nodeOf('a', { taints: [taint] });
  expect(new Placement({}).on(node).shouldRun).toBe(false);
  expect(node.taints.map(adviceFor)).toEqual([expect.stringContaining(advice)]);
});

