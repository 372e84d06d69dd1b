import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { formatAmount, ResourceList } from '../../cluster/inventory/resource-list';
import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { Demand, demandOf, Shortage, shortageOf } from '../../cluster/scheduling/scheduler';
import { findingOf } from '../../private/finding';
import { memo } from '../../private/memo';
import { nearest } from '../../private/nearest';
import { AGENT_LABEL } from '../../private/standard-values';
import { daemonSet, node } from '../example';
import type { Rule } from '../rule';

export const agentWithoutNodes: Rule = {
  id: 'agent-without-nodes',
  level: 'warning',
  summary: 'An agent runs on none of the nodes, or fits on none of those that it is for.',
  looksAt: 'DaemonSets against the labels, taints and allocatable resources of the nodes, where these are known. Without any node it is a '
    + 'note, since pools of nodes can be empty, and a warning where a label of the nodes is spelt nearly like that of the selector. Node '
    + 'pools of agents are for unusable-pool.',
  why: 'The DaemonSet wants no pod, and counts as complete; or all of its pods stay Pending with `Insufficient memory`.',
  fix: 'Correct the selector, or lower `resources`: `node-agents explain` says for each node why it has no pod.',
  example: () => {
    const nodes = [node('worker-1', { 'example.com/gpu': 'yes' })];
    return {
      fails: [daemonSet({ nodeSelector: { 'example.com/gpus': 'yes' } }), ...nodes],
      passes: [daemonSet({ nodeSelector: { 'example.com/gpu': 'yes' } }), ...nodes],
    };
  },
  *check(context) {
    if (!context.nodes?.length) {return;}
    const sharing = NodeSharing.in(context);
    for (const workload of writtenDaemonSets(context)) {
      if (workload.template.metadata?.labels?.[AGENT_LABEL] !== undefined) {continue;}
      const nodes = [...sharing.nodesOf(workload)!];
      if (nodes.length === 0) {
        const slip = misspelt(workload.pod.nodeSelector ?? {}, context.nodes);
        yield findingOf(agentWithoutNodes, {
          about: workload, path: `${workload.podPath}.nodeSelector`, what: `none of the ${context.nodes.length} nodes gets a pod`,
          ...slip === undefined ? { level: 'note' } : slip,
        });
        continue;
      }
      const demand = demandOf(workload);
      const first = shortageOn(nodes[0], demand);
      if (first === undefined || nodes.some(each => shortageOn(each, demand) === undefined)) {continue;}
      yield findingOf(agentWithoutNodes, {
        about: workload, path: `${workload.podPath}.containers`, what: `the pods fit on none of their ${nodes.length} nodes`,
        given: `${formatAmount(first.resource, first.wanted)} ${first.resource}`,
        allowed: `${formatAmount(first.resource, first.allocatable)} on ${nodes[0].name}`,
      });
    }
  },
};

/** The first resource of which an empty node has too little. */
function shortageOn({ allocatable }: ClusterNode, { requests }: Demand): Shortage | undefined {
  if (allocatable === undefined) {return undefined;}
  for (const [resource, amount] of requests) {
    const shortage = shortageOf(resource, amount, allocatable, EMPTY);
    if (shortage !== undefined) {return shortage;}
  }
  return undefined;
}

const EMPTY: ResourceList = new Map();

/** The labels of nodes, each as `key=value`. */
const labelsOf = memo((nodes: readonly ClusterNode[]) =>
  new Set(nodes.flatMap(({ labels }) => Object.entries(labels).map(([key, value]) => `${key}=${value}`))));

/** What a selector asks for, and the label of the nodes that was meant by it. */
function misspelt(
  nodeSelector: Readonly<Record<string, string>>, nodes: readonly ClusterNode[],
): { readonly given: string; readonly allowed: string } | undefined {
  const known = labelsOf(nodes);
  for (const [key, value] of Object.entries(nodeSelector)) {
    const label = `${key}=${value}`;
    if (known.has(label)) {continue;}
    const meant = nearest(label, [...known].filter(each => each.replace(/\D/g, '') === label.replace(/\D/g, '')));
    if (meant !== undefined && Math.abs(meant.length - label.length) <= 2) {return { given: label, allowed: meant };}
  }
  return undefined;
}
