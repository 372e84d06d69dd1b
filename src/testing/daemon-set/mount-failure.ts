import { noPlugin } from './registration-failure';
import { csiPluginOf } from '../../cluster/csi/csi-plugins';
import { mountLifeOf } from '../../cluster/csi/mount-life';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';
import { simulateRollout } from '../../cluster/rollout/simulate-rollout';
import type { Failure } from '../message/failure';
import type { ClusterObjects } from '../read/collection';

/** Why a rollout takes mounts from pods that use them; undefined where it does not. */
export function mountFailure(workload: Workload, cluster: ClusterObjects, nodes: readonly ClusterNode[]): Failure | undefined {
  const expected = `Expected mounts in use to outlive a rollout of DaemonSet ${workload.name}`;
  const plugin = csiPluginOf(workload);
  if (plugin === undefined) {return noPlugin(workload, expected);}
  const { desired, updated, outcome } = simulateRollout({ agent: workload, nodes });
  if (desired === 0) {
    return {
      expected: `${expected}, and the plugin runs on none of the nodes.`, about: workload,
      hints: ['assert runsOnAll first: it tells what keeps the agent away'],
    };
  }
  const { fate, sign } = mountLifeOf(plugin, cluster.inventory);
  // no mounts are taken by a pod that stays until someone drains its node
  if (fate === 'kept' || outcome === 'waits-for-deletion' || outcome === 'refused') {return undefined;}
  return {
    expected: `${expected}, and they ${fate === 'hang' ? 'hang' : 'are gone'} on ${updated} of ${nodes.length} nodes.`, about: workload,
    hints: [fate === 'hang'
      ? `${sign}: put the pods on the network of their nodes`
      : `${sign}: mounts go with the pod, so replace pods by hand after their node was drained (updateStrategy OnDelete), or let the node `
        + 'have the mounts'],
  };
}
