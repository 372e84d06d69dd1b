import { AgentSet, AgentSets, agentSetsOf } from './agent-sets';
import { kindOf, NodeShape, shapeOf } from './node-shape';
import { PoolSize, poolSizes } from './pool-sizes';
import { Share, sharesOf } from './share';
import { shortageMessage } from './shortage-message';
import type { ClusterNode } from '../inventory/cluster-node';
import type { ClusterPod } from '../inventory/cluster-pod';
import { addResources, multiplyResources, ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import { NodeLoad, Occupancy } from '../scheduling/node-load';
import { Demand, inOrder, offeredBy, requestsOf, Shortage, shortageOf } from '../scheduling/scheduler';

/** What agents cost a cluster, by what they ask for. */
export interface Capacity {
  /** In the order in which they were given. */
  readonly agents: readonly AgentCost[];
  /** In the order of their first nodes. */
  readonly shapes: readonly NodeShape[];
  /** Over all nodes; fractions of those nodes that state what is allocatable. */
  readonly totals: readonly Share[];
  /** Nodes that do not have room for all agents that should run there. */
  readonly shortages: readonly NodeShortage[];
  /** Nodes that do not state all of what their agents ask for: whether these fit there is unknown. */
  readonly unknown: readonly ClusterNode[];
  /** The node pools of agents that have several. */
  readonly pools: readonly PoolSize[];
}

/** What one agent costs. */
export interface AgentCost {
  readonly agent: Workload;
  /** What is set aside for each of its pods, and under `pods` that it is one. */
  readonly requests: ResourceList;
  /** On how many nodes it should run. */
  readonly nodes: number;
  readonly total: ResourceList;
}

/** Nodes that lack the same, and the first resource of which they have too little; `pods` where there are too many. */
export interface NodeShortage extends Shortage {
  readonly nodes: readonly ClusterNode[];
  /** One sentence that says what is wrong and what to change. */
  readonly message: string;
}

/**
 * What agents take of nodes, all of them together. With the pods of the cluster, what other pods take is not there for agents;
 * without them, nodes count as empty. Where an agent runs is for the DaemonSet controller to say: conditions and room do not matter
 * for it.
 */
export function capacityOf(agents: readonly Workload[], nodes: readonly ClusterNode[], pods: readonly ClusterPod[] = []): Capacity {
  const requests = agents.map(requestsOf);
  const sets = agentSetsOf(agents, requests, nodes);
  const costOf = (agent: Workload, index: number): AgentCost => {
    const count = sets.nodeCounts[index];
    return { agent, requests: requests[index], nodes: count, total: multiplyResources(requests[index], count) };
  };
  return {
    agents: agents.map(costOf), shapes: shapesOf(nodes, sets), totals: totalsOf(nodes, sets),
    ...roomFor(nodes, sets, new Occupancy(pods)),
    pools: poolSizes(agents, nodes),
  };
}

function shapesOf(nodes: readonly ClusterNode[], { sets, setOf }: AgentSets): NodeShape[] {
  const shapes = new Map<string, { readonly set: AgentSet; readonly alike: ClusterNode[] }>();
  nodes.forEach((node, index) => {
    const key = `${setOf[index]}\n${kindOf(node)}`;
    const shape = shapes.get(key);
    if (shape) {shape.alike.push(node);} else {shapes.set(key, { set: sets[setOf[index]], alike: [node] });}
  });
  return [...shapes.values()].map(({ set: { agents, taken }, alike }) => shapeOf(alike, agents, taken));
}

/** A share of each resource of what is offered by those nodes that state it; all nodes count in what is taken. */
function totalsOf(nodes: readonly ClusterNode[], { sets, setOf }: AgentSets): Share[] {
  const counts = sets.map(() => 0);
  for (const set of setOf) {counts[set] += 1;}
  const taken = counts.reduce<ResourceList>((sum, count, set) => addResources(sum, multiplyResources(sets[set].taken, count)), new Map());
  return sharesOf(taken, undefined).map(({ resource, taken: all }) => {
    let [offered, known] = [undefined as bigint | undefined, 0n];
    nodes.forEach(({ allocatable }, index) => {
      const amount = allocatable && offeredBy(allocatable, resource);
      if (amount === undefined) {return;}
      offered = (offered ?? 0n) + amount;
      known += sets[setOf[index]].taken.get(resource) ?? 0n;
    });
    if (offered === undefined) {return { resource, taken: all };}
    return { resource, taken: all, allocatable: offered, ...offered > 0n && { fraction: Number(known) / Number(offered) } };
  });
}

function roomFor(nodes: readonly ClusterNode[], { sets, setOf }: AgentSets, occupancy: Occupancy): Pick<Capacity, 'shortages' | 'unknown'> {
  const wanted = sets.map(({ taken }) => inOrder(taken));
  const groups = new Map<string, { readonly shortage: Shortage; readonly lacking: ClusterNode[] }>();
  const unknown: ClusterNode[] = [];
  nodes.forEach((node, index) => {
    const demand = wanted[setOf[index]];
    const shortage = firstShortage(node, demand, occupancy.withoutPodsOf(sets[setOf[index]].agents, node.name));
    if (shortage === undefined) {
      if (!statesAll(node, demand)) {unknown.push(node);}
      return;
    }
    const key = Object.values(shortage).join(' ');
    const group = groups.get(key);
    if (group) {group.lacking.push(node);} else {groups.set(key, { shortage, lacking: [node] });}
  });
  return {
    shortages: [...groups.values()].map(({ shortage, lacking }) => ({ ...shortage, nodes: lacking, message: shortageMessage(shortage) })),
    unknown,
  };
}

function firstShortage({ allocatable }: ClusterNode, wanted: Demand['requests'], { requests }: NodeLoad): Shortage | undefined {
  if (allocatable === undefined) {return undefined;}
  for (const [resource, amount] of wanted) {
    const shortage = shortageOf(resource, amount, allocatable, requests);
    if (shortage) {return shortage;}
  }
  return undefined;
}

function statesAll({ allocatable }: ClusterNode, wanted: Demand['requests']): boolean {
  return wanted.every(([resource]) => allocatable !== undefined && offeredBy(allocatable, resource) !== undefined);
}
