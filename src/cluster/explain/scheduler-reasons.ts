import { isCritical } from './kubelet-reasons';
import type { Reason } from './reason';
import type { ClusterNode } from '../inventory/cluster-node';
import { describePod } from '../inventory/cluster-pod';
import { formatAmount } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import type { Occupancy } from '../scheduling/node-load';
import { demandOf, SchedulingBlocker, schedulingBlockers, Shortage } from '../scheduling/scheduler';

/** Why the scheduler leaves the pod of an agent Pending on a node. What depends on the agent alone is worked out once. */
export function schedulerReasons(agent: Workload, occupancy: Occupancy): (node: ClusterNode) => Reason[] {
  const demand = demandOf(agent);
  const evicts = isCritical(agent) ? ', or leave it to the scheduler to evict pods of lower priority' : '';
  return node => schedulingBlockers(demand, node, occupancy.withoutPodsOf([agent], node.name)).map(blocker => reasonOf(blocker, evicts));
}

function reasonOf(blocker: SchedulingBlocker, evicts: string): Reason {
  switch (blocker.kind) {
    case 'host-port': {
      const { claim: { port, protocol, address, by: ours }, holder } = blocker;
      const by = describePod(holder.pod);
      return {
        stage: 'scheduler', code: 'host-port-taken', port, protocol, ...address !== undefined && { address }, by,
        message: `the port ${port}/${protocol} of the node, which ${ours} asks for, is taken by ${by} (${holder.by}): `
          + `give one of them another port, or keep them on different nodes${evicts}`,
      };
    }
    case 'resource': return blocker.resource === 'pods' ? tooMany(blocker, evicts) : tooLittle(blocker, evicts);
  }
}

function tooMany({ free, allocatable }: Shortage, evicts: string): Reason {
  const there = allocatable - free;
  return {
    stage: 'scheduler', code: 'too-many-pods', wanted: Number(there) + 1, found: Number(allocatable),
    message: `the node takes ${allocatable} pods, and ${there} are there: raise \`maxPods\` of its kubelet, or move pods away${evicts}`,
  };
}

function tooLittle({ resource, wanted, free, allocatable }: Shortage, evicts: string): Reason {
  const [asked, left, all] = [wanted, free > 0n ? free : 0n, allocatable].map(amount => formatAmount(resource, amount));
  return {
    stage: 'scheduler', code: 'insufficient-resource', resource, wanted: asked, found: left,
    message: wanted > allocatable
      ? `the agent asks for ${asked} of ${resource}, and the node has ${all === '0' ? 'none' : `${all} in all`}: ask for less, or keep the `
        + 'agent off such nodes'
      : `the agent asks for ${asked} of ${resource}, and other pods leave ${left} of the ${all} that the node has: ask for less, or move `
        + `pods away${evicts}`,
  };
}

const DEFAULT_SCHEDULER = 'default-scheduler';

/**
 * That the agent asks for a scheduler of its own, unless one of the pods shows that it is there. Which nodes it takes does not matter: the
 * kubelet judges ports and resources by the same rules.
 */
export function otherScheduler({ pod: { schedulerName } }: Workload, atWork: ReadonlySet<string>): Reason[] {
  if (!schedulerName || schedulerName === DEFAULT_SCHEDULER || atWork.has(schedulerName)) {return [];}
  return [{
    stage: 'scheduler', code: 'other-scheduler', found: schedulerName,
    message: `the agent leaves it to the scheduler ${schedulerName} to place its pods, and nothing shows that there is one: see that it `
      + 'runs, or leave `schedulerName` out',
  }];
}
