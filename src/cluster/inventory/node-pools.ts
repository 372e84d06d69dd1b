import { isDaemonSet, Workload } from './workload';
import { namespaceOf } from '../../private/entry';
import { listUnder } from '../../private/list-under';
import { AGENT_LABEL } from '../../private/standard-values';

/** The DaemonSets of each agent that has several: its node pools. */
export function nodePoolsIn(workloads: readonly Workload[]): Workload[][] {
  return [...labelledAgentsIn(workloads).values()].filter(pools => pools.length > 1);
}

/** The DaemonSets of each agent that has node pools, or could have them, by namespace and name of the agent. */
export function labelledAgentsIn(workloads: readonly Workload[]): Map<string, Workload[]> {
  const agents = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const agent: unknown = workload.template.metadata?.labels?.[AGENT_LABEL];
    if (typeof agent === 'string' && isDaemonSet(workload)) {listUnder(agents, `${namespaceOf(workload)}/${agent}`).push(workload);}
  }
  return agents;
}
