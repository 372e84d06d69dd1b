import { Companies, companiesOf, Company } from './companies';
import { kindOf, NodeShape, shapeOf } from './node-shape';
import { Share, sharesOf } from './share';
import type { ClusterNode } from '../inventory/cluster-node';
import type { ClusterPod } from '../inventory/cluster-pod';
import { addResources, multiplyResources, ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import { NodeLoad, Occupancy } from '../scheduling/node-load';
import { Demand, inOrder, requestsOf, Shortage, shortageOf } from '../scheduling/scheduler';

/** What agents cost a cluster, by what they ask for. */
export interface Capacity {
  /** In the order in which they were given. */
  readonly agents: readonly AgentCost[];
  /** In the order of their first nodes. */
  readonly shapes: readonly NodeShape[];
  /** Over all nodes; fractions of those nodes that say what is allocatable. */
  readonly totals: readonly Share[];
  /** Nodes that do not have room for all agents that should run there. */
  readonly shortages: readonly NodeShortage[];
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
}

/**
 * What agents take of nodes, all of them together. With the pods of the cluster, what other pods take is not there for agents; without them, nodes count as
 * empty. Where an agent runs is for the DaemonSet controller to say: conditions and room do not matter for it.
 */
export function capacityOf(agents: readonly Workload[], nodes: readonly ClusterNode[], pods: readonly ClusterPod[] = []): Capacity {
  const requests = agents.map(requestsOf);
  const companies = companiesOf(agents, requests, nodes);
  const costOf = (agent: Workload, index: number): AgentCost => {
    const count = companies.nodesOf[index];
    return { agent, requests: requests[index], nodes: count, total: multiplyResources(requests[index], count) };
  };
  return {
    agents: agents.map(costOf),
    shapes: shapesOf(nodes, companies),
    totals: totalsOf(nodes, companies),
    shortages: shortagesOf(nodes, companies, new Occupancy(pods)),
  };
}

function shapesOf(nodes: readonly ClusterNode[], { list, ofNode }: Companies): NodeShape[] {
  const shapes = new Map<string, { readonly company: Company; readonly alike: ClusterNode[] }>();
  nodes.forEach((node, index) => {
    const key = `${ofNode[index]}\n${kindOf(node)}`;
    const shape = shapes.get(key);
    if (shape) {shape.alike.push(node);} else {shapes.set(key, { company: list[ofNode[index]], alike: [node] });}
  });
  return [...shapes.values()].map(({ company: { agents, taken }, alike }) => shapeOf(alike, agents, taken));
}

function totalsOf(nodes: readonly ClusterNode[], { list, ofNode }: Companies): Share[] {
  const offered = new Map<string, bigint>();
  const all = list.map(() => 0);
  const known = list.map(() => 0);
  nodes.forEach(({ allocatable }, index) => {
    all[ofNode[index]] += 1;
    known[ofNode[index]] += allocatable === undefined ? 0 : 1;
    for (const [name, amount] of allocatable ?? []) {offered.set(name, (offered.get(name) ?? 0n) + amount);}
  });
  const sum = (counts: readonly number[]) =>
    counts.reduce<ResourceList>((total, count, number) => addResources(total, multiplyResources(list[number].taken, count)), new Map());
  const shares = new Map(sharesOf(sum(known), offered).map(share => [share.resource, share]));
  return sharesOf(sum(all), undefined).map(({ resource, taken }) => ({ ...shares.get(resource), resource, taken }));
}

function shortagesOf(nodes: readonly ClusterNode[], { list, ofNode }: Companies, occupancy: Occupancy): NodeShortage[] {
  const wanted = list.map(({ taken }) => inOrder(taken));
  const groups = new Map<string, { readonly shortage: Shortage; readonly lacking: ClusterNode[] }>();
  nodes.forEach((node, index) => {
    const shortage = firstShortage(node, wanted[ofNode[index]], occupancy.withoutPodsOf(list[ofNode[index]].agents, node.name));
    if (shortage === undefined) {return;}
    const key = Object.values(shortage).join(' ');
    const group = groups.get(key);
    if (group) {group.lacking.push(node);} else {groups.set(key, { shortage, lacking: [node] });}
  });
  return [...groups.values()].map(({ shortage, lacking }) => ({ ...shortage, nodes: lacking }));
}

function firstShortage({ allocatable }: ClusterNode, wanted: Demand['requests'], { requests }: NodeLoad): Shortage | undefined {
  if (allocatable === undefined) {return undefined;}
  for (const [resource, amount] of wanted) {
    const shortage = shortageOf(resource, amount, allocatable, requests);
    if (shortage) {return shortage;}
  }
  return undefined;
}
