import { isDaemonSet, Workload } from './workload';
import { namespaceOf } from '../../private/entry';
import { listUnder } from '../../private/list-under';
import { AGENT_LABEL } from '../../private/standard-values';

/** The DaemonSets of each agent that has several: its node pools. */
export function nodePoolsIn(workloads: readonly Workload[]): Workload[][] {
  const agents = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const agent: unknown = workload.template.metadata?.labels?.[AGENT_LABEL];
    if (typeof agent === 'string' && isDaemonSet(workload)) {listUnder(agents, `${namespaceOf(workload)}\n${agent}`).push(workload);}
  }
  return [...agents.values()].filter(pools => pools.length > 1);
}
