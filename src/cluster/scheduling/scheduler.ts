import type { HeldPort, NodeLoad } from './node-load';
import { byText } from '../../private/wire';
import type { ClusterNode } from '../inventory/cluster-node';
import { describePod } from '../inventory/cluster-pod';
import { podRequests } from '../inventory/pod-requests';
import { addResources, ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import type { HostPortClaim } from '../workload-facts';

/** What a pod needs of its node. */
export interface Demand {
  /** What is asked for and is not zero, one pod among it, in the order in which it is looked at. */
  readonly requests: ReadonlyArray<readonly [resource: string, amount: bigint]>;
  readonly hostPorts: readonly HostPortClaim[];
}

/** A resource of which a node has too little left; `pods` where there are too many. */
export interface Shortage {
  readonly resource: string;
  readonly wanted: bigint;
  /** What other pods leave; below zero where they were promised more than there is. */
  readonly free: bigint;
  readonly allocatable: bigint;
}

/** Why the scheduler leaves a pod Pending. */
export type SchedulingBlocker =
  | { readonly kind: 'host-port'; readonly claim: HostPortClaim; readonly holder: HeldPort }
  | { readonly kind: 'resource' } & Shortage;

/** What each pod of an agent needs. */
export function demandOf(agent: Workload): Demand {
  return { requests: inOrder(requestsOf(agent)), hostPorts: agent.facts.hostPorts };
}

const ONE_POD: ResourceList = new Map([['pods', 1n]]);

/** What each pod of an agent takes of its node, and under `pods` that it is one. */
export function requestsOf(agent: Workload): ResourceList {
  return addResources(podRequests(agent.pod), ONE_POD);
}

/** What every node has. Where someone writes a node by hand and leaves one of these out, it is taken as plenty. */
export const EVERY_NODE = ['cpu', 'memory', 'ephemeral-storage', 'pods'];

/** What every node has first, then by name. What is not asked for is not looked at. */
export function inOrder(requests: ResourceList): Array<[resource: string, amount: bigint]> {
  const rank = (name: string) => (EVERY_NODE.indexOf(name) + 1) || EVERY_NODE.length + 1;
  return [...requests].filter(([, amount]) => amount > 0n).sort(([a], [b]) => rank(a) - rank(b) || byText(a, b));
}

/**
 * Everything that keeps the scheduler from binding a pod of an agent to the one node that the controller made it for: ports of the node
 * (NodePorts), and resources, room for one more pod among them (NodeResourcesFit). Selectors and taints have been judged by the controller,
 * by the same rules; that a node is cordoned does not matter, since every pod of a DaemonSet tolerates it.
 *
 * Not simulated, because they depend on more than the node: affinity to other pods, topology spread, volumes, scheduling gates, devices
 * that are claimed, and whom the scheduler evicts to make room.
 */
export function schedulingBlockers(demand: Demand, node: ClusterNode, load: NodeLoad): SchedulingBlocker[] {
  const blockers: SchedulingBlocker[] = [];
  for (const claim of demand.hostPorts) {
    // by name: pods are listed in any order
    const holders = (load.ports.get(claim.port) ?? []).filter(holder => collide(
      claim, holder,
    )).sort((a, b) => byText(nameOf(a), nameOf(b)));
    for (const holder of holders) {blockers.push({ kind: 'host-port', claim, holder });}
  }
  if (node.allocatable === undefined) {return blockers;}
  for (const [resource, wanted] of demand.requests) {
    const shortage = shortageOf(resource, wanted, node.allocatable, load.requests);
    if (shortage) {blockers.push({ kind: 'resource', ...shortage });}
  }
  return blockers;
}

function nameOf({ pod, by }: HeldPort): string {
  return `${describePod(pod)} ${by}`;
}

/** How much of a resource a node offers; undefined where it does not say. A node that has a device says so. */
export function offeredBy(allocatable: ResourceList, resource: string): bigint | undefined {
  return allocatable.get(resource) ?? (EVERY_NODE.includes(resource) ? undefined : 0n);
}

/** Undefined where there is enough, or nothing is known. */
export function shortageOf(resource: string, wanted: bigint, allocatable: ResourceList, taken: ResourceList): Shortage | undefined {
  const offered = offeredBy(allocatable, resource);
  if (offered === undefined) {return undefined;}
  const free = offered - (taken.get(resource) ?? 0n);
  return wanted > free ? { resource, wanted, free, allocatable: offered } : undefined;
}

const EVERY_ADDRESS = '0.0.0.0';

/** To the scheduler only this one address is every address: the one of IPv6 is like any other. */
function collide(a: HostPortClaim, b: HostPortClaim): boolean {
  const [one, other] = [a.address ?? EVERY_ADDRESS, b.address ?? EVERY_ADDRESS];
  return a.port === b.port && a.protocol === b.protocol && (one === other || one === EVERY_ADDRESS || other === EVERY_ADDRESS);
}
