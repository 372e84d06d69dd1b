import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { labelledAgentsIn } from '../../cluster/inventory/node-pools';
import type { Workload } from '../../cluster/inventory/workload';
import { Fleet } from '../../cluster/placement/fleet';
import { Placement } from '../../cluster/placement/placement';
import { byText } from '../../private/wire';

/** Nodes that have the agent from another of its pools than before. */
export interface PoolMove {
  /** Namespace and name of the agent. */
  readonly agent: string;
  /** The names of the DaemonSets. */
  readonly from: string;
  readonly to: string;
  /** By name. */
  readonly nodes: readonly string[];
}

/** The nodes that move between pools of agents, by agent and pools. */
export function poolMoves(before: readonly Workload[], after: readonly Workload[], fleet: Fleet<ClusterNode>): PoolMove[] {
  const [old, now] = [before, after].map(labelledAgentsIn);
  const moves = new Map<string, PoolMove & { readonly nodes: string[] }>();
  for (const [agent, pools] of now) {
    const earlier = old.get(agent) ?? [];
    if (pools.length + earlier.length < 3 && pools[0]?.name === earlier[0]?.name) {continue;}
    const [poolBefore, poolAfter] = [earlier, pools].map(each => poolOfNodes(each, fleet));
    for (const { name } of fleet.nodes) {
      const [from, to] = [poolBefore.get(name), poolAfter.get(name)];
      if (from === undefined || to === undefined || from === to) {continue;}
      const key = `${agent}\n${from}\n${to}`;
      const move = moves.get(key) ?? { agent, from, to, nodes: [] };
      move.nodes.push(name);
      moves.set(key, move);
    }
  }
  return [...moves].sort(([a], [b]) => byText(a, b)).map(([, move]) => ({ ...move, nodes: move.nodes.sort(byText) }));
}

/** The pool of each node that has one. Two at once are for a check to find. */
function poolOfNodes(pools: readonly Workload[], fleet: Fleet<ClusterNode>): Map<string, string> {
  const found = new Map<string, string>();
  for (const pool of pools) {
    for (const { nodes, decision } of fleet.groupsFor(new Placement(pool.pod))) {
      if (decision.shouldRun) {nodes.forEach(({ name }) => found.has(name) || found.set(name, pool.name));}
    }
  }
  return found;
}

/** Whether a node changes pools: then no agent is gained or lost there. */
export function movesOfPool(moves: readonly PoolMove[], pool: Pick<Workload, 'name'>): (node: string) => boolean {
  const nodes = new Set(moves.filter(({ from, to }) => from === pool.name || to === pool.name).flatMap(move => move.nodes));
  return node => nodes.has(node);
}
