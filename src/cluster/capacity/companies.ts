import type { ClusterNode } from '../inventory/cluster-node';
import { addResources, ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import { Fleet } from '../placement/fleet';
import { Placement } from '../placement/placement';

/** Agents that run together, and what they take of each of their nodes. */
export interface Company {
  readonly agents: readonly Workload[];
  readonly taken: ResourceList;
}

/** Who runs where. Nodes with the same agents share one list of them: there are far fewer than nodes. */
export interface Companies {
  readonly list: readonly Company[];
  /** For each node the number of its company. */
  readonly ofNode: Uint32Array;
  /** For each agent on how many nodes it runs. */
  readonly nodesOf: readonly number[];
}

/** Which agents run together, where each of them takes so much of a node. */
export function companiesOf(agents: readonly Workload[], requests: readonly ResourceList[], nodes: readonly ClusterNode[]): Companies {
  const fleet = new Fleet(nodes);
  const list: Company[] = [{ agents: [], taken: new Map() }];
  const ofNode = new Uint32Array(nodes.length);
  const nodesOf = agents.map((agent, index) => {
    const { ids, decisions } = fleet.decide(new Placement(agent.pod));
    const joined = new Map<number, number>();
    let count = 0;
    for (let node = 0; node < ids.length; node++) {
      if (!decisions[ids[node]].shouldRun) {continue;}
      const before = ofNode[node];
      let after = joined.get(before);
      if (after === undefined) {
        after = list.push({ agents: [...list[before].agents, agent], taken: addResources(list[before].taken, requests[index]) }) - 1;
        joined.set(before, after);
      }
      ofNode[node] = after;
      count += 1;
    }
    return count;
  });
  return { list, ofNode, nodesOf };
}
