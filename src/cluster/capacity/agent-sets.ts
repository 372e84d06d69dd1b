import type { ClusterNode } from '../inventory/cluster-node';
import { addResources, ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import { Fleet } from '../placement/fleet';
import { Placement } from '../placement/placement';

/** Agents that run on the same nodes, and what they take of each of these. */
export interface AgentSet {
  readonly agents: readonly Workload[];
  readonly taken: ResourceList;
}

/** Which agents run on which node. Nodes with the same agents share one set of them: there are far fewer sets than nodes. */
export interface AgentSets {
  readonly sets: readonly AgentSet[];
  /** For each node the number of its set. */
  readonly setOf: Uint32Array;
  /** For each agent on how many nodes it runs. */
  readonly nodeCounts: readonly number[];
}

/** Which agents run on which node, where each of them takes so much of a node. */
export function agentSetsOf(agents: readonly Workload[], requests: readonly ResourceList[], nodes: readonly ClusterNode[]): AgentSets {
  const fleet = new Fleet(nodes);
  const sets: AgentSet[] = [{ agents: [], taken: new Map() }];
  const setOf = new Uint32Array(nodes.length);
  const nodeCounts = agents.map((agent, index) => {
    const { ids, decisions } = fleet.decide(new Placement(agent.pod));
    const joined = new Map<number, number>();
    let count = 0;
    for (let node = 0; node < ids.length; node++) {
      if (!decisions[ids[node]].shouldRun) {continue;}
      const before = setOf[node];
      let after = joined.get(before);
      if (after === undefined) {
        after = sets.push({ agents: [...sets[before].agents, agent], taken: addResources(sets[before].taken, requests[index]) }) - 1;
        joined.set(before, after);
      }
      setOf[node] = after;
      count += 1;
    }
    return count;
  });
  return { sets, setOf, nodeCounts };
}
