import type { AgentPod } from './agent-pod';
import { isSameTemplate } from './pod-template';
import type { RolloutInput } from './rollout-input';
import { namespaceOf } from '../../private/entry';
import { ClusterNode, isReady } from '../inventory/cluster-node';
import { ClusterPod, takesRoom } from '../inventory/cluster-pod';
import { podRequests } from '../inventory/pod-requests';
import type { Workload } from '../inventory/workload';
import { Placement } from '../placement/placement';

/** What runs on a node before the rollout. */
export interface NodePods {
  readonly own: AgentPod[];
  readonly others: readonly ClusterPod[];
}

/** What runs on each node before the rollout, as it is given or else by what the previous agent says. */
export function currentPods(input: RolloutInput): (node: ClusterNode) => NodePods {
  return input.pods ? given(input, input.pods) : assumed(input);
}

function given(input: RolloutInput, pods: readonly ClusterPod[]): (node: ClusterNode) => NodePods {
  const isUpdated = updatedPods(input, pods);
  const byNode = new Map<string, { own: ClusterPod[]; others: ClusterPod[] }>();
  for (const pod of pods) {
    const name = targetOf(pod);
    if (name === undefined) {continue;}
    const here = byNode.get(name) ?? { own: [], others: [] };
    byNode.set(name, here);
    if (isOwn(pod, input.agent)) {here.own.push(pod);} else if (takesRoom(pod) && pod.nodeName !== undefined) {here.others.push(pod);}
  }
  return node => {
    const { own = [], others = [] } = byNode.get(node.name) ?? {};
    // a pod that has ended and was deleted is nothing to the controller any more
    const seen = own.filter(pod => takesRoom(pod) || !pod.terminating);
    // their age is not known: of two on one node the one of the old template came first
    const inOrder = seen.map(pod => ({ pod, updated: isUpdated(pod) })).sort((a, b) => Number(a.updated) - Number(b.updated));
    return { own: inOrder.map(({ pod, updated }, number) => currentPod(pod, updated, number - inOrder.length, node, input)), others };
  };
}

function assumed(input: RolloutInput): (node: ClusterNode) => NodePods {
  const previous = input.previous ?? input.agent;
  const isUpdated = input.previous !== undefined && isSameTemplate(input.previous.template, input.agent.template);
  const placement = new Placement(previous.pod);
  const like = podLike(previous, previous.name);
  return node => {
    if (!placement.on(whenItAnswered(node)).shouldRun) {return { own: [], others: [] };}
    const pod = { ...like, name: `${previous.name}-${node.name}`, nodeName: node.name };
    return { own: [currentPod(pod, isUpdated, -1, node, input)], others: [] };
  };
}

/** A pod of an agent that runs, on any node. */
export function podLike(agent: Workload, name: string): ClusterPod {
  return {
    namespace: namespaceOf(agent), name, labels: agent.template.metadata?.labels ?? {}, owner: { kind: 'DaemonSet', name: agent.name },
    phase: 'Running',
    ready: true, terminating: false, requests: podRequests(agent.pod), hostPorts: agent.facts.hostPorts, spec: agent.pod,
  };
}

function currentPod(claim: ClusterPod, updated: boolean, number: number, node: ClusterNode, { options = {} }: RolloutInput): AgentPod {
  const ended = !takesRoom(claim);
  const { readyFor = Infinity } = options;
  return {
    updated, number, claim, ended, bound: claim.nodeName !== undefined, binding: false, terminating: claim.terminating,
    readySince: claim.ready && isReady(node) && !ended ? -readyFor : Infinity,
  };
}

const OF_SILENT_NODES = /^node\.kubernetes\.io\/(not-ready|unreachable)$/;

/** A node that is not ready as it was before: the pods that it had then are still there. */
function whenItAnswered(node: ClusterNode): ClusterNode {
  return isReady(node) ? node : { ...node, taints: node.taints.filter(({ key }) => !OF_SILENT_NODES.test(key)) };
}

export function isOwn({ namespace, owner }: ClusterPod, agent: Workload): boolean {
  return owner?.kind === 'DaemonSet' && owner.name === agent.name && namespace === namespaceOf(agent);
}

/** The node of a pod; where it has none yet, the one that the controller made it for. */
export function targetOf({ nodeName, spec }: ClusterPod): string | undefined {
  if (nodeName !== undefined) {return nodeName;}
  for (const { matchFields } of spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []) {
    for (const { key, operator, values } of matchFields ?? []) {
      if (key === 'metadata.name' && operator === 'In' && values?.length === 1) {return values[0];}
    }
  }
  return undefined;
}

const REVISION = 'controller-revision-hash';
const GENERATION = 'pod-template-generation';
export const CURRENT_GENERATION = 'deprecated.daemonset.template.generation';

/**
 * Which pods are up to date. The hash of a template cannot be computed from outside of the cluster, so it is a new one unless the template
 * is that of today, or a revision is named. Of a rollout that is under way the pods of the latest generation are up to date.
 */
export function updatedPods(
  { agent, previous, options = {} }: Pick<RolloutInput, 'agent' | 'previous' | 'options'>, pods: readonly ClusterPod[],
): (pod: ClusterPod) => boolean {
  const { revision } = options;
  if (revision !== undefined) {return ({ labels }) => labels[REVISION] === revision;}
  if (previous === undefined || !isSameTemplate(previous.template, agent.template)) {return () => false;}
  const known = pods.filter(pod => isOwn(pod, agent)).map(({ labels }) => Number(labels[GENERATION])).filter(Number.isInteger);
  const current = previous.object.metadata?.annotations?.[CURRENT_GENERATION]
    ?? (known.length === 0 ? undefined : String(Math.max(...known)));
  return ({ labels }) => current === undefined || labels[GENERATION] === undefined || labels[GENERATION] === current;
}
