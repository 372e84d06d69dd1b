import type { ClusterNode } from '../inventory/cluster-node';
import { nodePoolsIn } from '../inventory/node-pools';
import type { ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import { Fleet } from '../placement/fleet';
import { Placement } from '../placement/placement';
import { inOrder, requestsOf, Shortage, shortageOf } from '../scheduling/scheduler';

/** A node pool of an agent, and what would suit its nodes. */
export interface PoolSize {
  readonly pool: Workload;
  readonly nodes: readonly ClusterNode[];
  /** What each pod asks for. */
  readonly requests: ResourceList;
  /** The least that any of the nodes has; absent where they do not say, or there are none. */
  readonly smallest?: ResourceList;
  /**
   * Requests of processor and memory that take the same share of the smallest node as the pool with the most nodes takes; absent for that
   * one, and where nothing is known.
   */
  readonly suggested?: ResourceList;
  /** What the smallest node does not have for a pod of the pool, were it empty. */
  readonly shortage?: Shortage;
}

/** Steps in which people give amounts: five thousandths of a processor, eight mebibytes. */
const STEPS: ReadonlyMap<string, bigint> = new Map([['cpu', 5n], ['memory', 8n * 1024n * 1024n]]);

const EMPTY: ResourceList = new Map();

/** The node pools of agents, on the nodes of a cluster. */
export function poolSizes(agents: readonly Workload[], nodes: readonly ClusterNode[]): PoolSize[] {
  const agentsWithPools = nodePoolsIn(agents);
  if (agentsWithPools.length === 0) {return [];}
  const fleet = new Fleet(nodes);
  return agentsWithPools.flatMap(pools => {
    const sizes = pools.map(pool => sizeOf(pool, fleet));
    const [usual] = [...sizes].sort((a, b) => b.nodes.length - a.nodes.length);
    return sizes.map(size => ({ ...size, ...size !== usual && suggestion(size, usual) }));
  });
}

function sizeOf(pool: Workload, fleet: Fleet<ClusterNode>): PoolSize {
  const nodes = fleet.groupsFor(new Placement(pool.pod)).flatMap(group => (group.decision.shouldRun ? group.nodes : []));
  const requests = requestsOf(pool);
  const smallest = leastOf(nodes);
  const shortages = smallest === undefined
    ? []
    : inOrder(requests).map(([resource, amount]) => shortageOf(resource, amount, smallest, EMPTY));
  const shortage = shortages.find(each => each !== undefined);
  return { pool, nodes, requests, ...smallest && { smallest }, ...shortage && { shortage } };
}

/** Of each resource the least that a node states. */
function leastOf(nodes: readonly ClusterNode[]): ResourceList | undefined {
  const least = new Map<string, bigint>();
  for (const { allocatable } of nodes) {
    for (const [name, amount] of allocatable ?? []) {
      const known = least.get(name);
      if (known === undefined || amount < known) {least.set(name, amount);}
    }
  }
  return least.size === 0 ? undefined : least;
}

function suggestion({ smallest }: PoolSize, usual: PoolSize): Pick<PoolSize, 'suggested'> {
  const amounts = [...STEPS].flatMap(([resource, step]): Array<[string, bigint]> => {
    const [there, here, wanted] = [usual.smallest?.get(resource), smallest?.get(resource), usual.requests.get(resource)];
    if (!there || !here || !wanted) {return [];}
    const steps = (wanted * here + there * step - 1n) / (there * step);
    return [[resource, steps * step]];
  });
  return amounts.length === 0 ? {} : { suggested: new Map(amounts) };
}
