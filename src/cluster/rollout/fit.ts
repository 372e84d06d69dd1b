import { lookUp } from '../../private/look-up';
import type { Wire } from '../../private/wire';
import type { Reason } from '../explain/reason';
import { schedulerReasons } from '../explain/scheduler-reasons';
import type { ClusterNode } from '../inventory/cluster-node';
import type { ClusterPod } from '../inventory/cluster-pod';
import type { Workload } from '../inventory/workload';
import { Occupancy } from '../scheduling/node-load';

/** Why the scheduler does not take a new pod of an agent next to these pods, old ones of the agent among them; nothing where it does. */
export type Fit = (agent: Workload, node: ClusterNode, podsThere: readonly ClusterPod[]) => readonly Reason[];

/** The rules of the scheduler for one node. Where there is no room it evicts pods of lower priority, if that makes enough of it. */
export const schedulerFit: Fit = (agent, node, podsThere) => {
  const reasons = reasonsBeside(agent, node, podsThere);
  if (reasons.length === 0 || agent.pod.preemptionPolicy === 'Never') {return reasons;}
  const priority = priorityOf(agent.pod);
  const staying = podsThere.filter(({ spec }) => priorityOf(spec) >= priority);
  return staying.length < podsThere.length && reasonsBeside(agent, node, staying).length === 0 ? [] : reasons;
};

function reasonsBeside(agent: Workload, node: ClusterNode, podsThere: readonly ClusterPod[]): readonly Reason[] {
  // without a name it is the owner of nothing: elsewhere an agent does not are in its own way, but here its old pods do
  return schedulerReasons({ ...agent, name: '' }, new Occupancy(podsThere))(node);
}

const PRIORITIES: {
  readonly [className: string]: number;
} = { 'system-node-critical': 2_000_001_000, 'system-cluster-critical': 2_000_000_000 };

/** What a cluster has worked out, or what is known of the class: other classes are taken for the default. */
function priorityOf({ priority, priorityClassName }: Wire): number {
  return priority ?? lookUp(PRIORITIES, priorityClassName) ?? 0;
}
