import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { termMatches } from '../../cluster/node-selection';
import { readableTermsIn } from '../../cluster/placement/node-terms';
import { PlaceableNode, Placement } from '../../cluster/placement/placement';
import { PodToleration } from '../../cluster/placement/taints';
import type { VirtualNodeLabels } from '../../cluster/platforms/platform-facts';
import { EKS_COMPUTE_TYPE, FARGATE, isVirtualNode, NODE_TYPE, VIRTUAL_KUBELET, VIRTUAL_NODES } from '../../cluster/virtual-nodes';
import { findingOf } from '../../private/finding';
import { daemonSet, node } from '../example';
import { Cloud, cloudOf } from '../facts/cloud-of';
import type { Rule } from '../rule';

export const virtualNodeNotExcluded: Rule = {
  id: 'virtual-node-not-excluded',
  level: 'warning',
  summary: 'An agent that tolerates every taint also goes to virtual nodes, which run no agents.',
  looksAt: '`affinity`, `nodeSelector` and `tolerations` of DaemonSets, against the virtual nodes of the cluster. Where its nodes '
    + 'are not known, against those that AWS Fargate and virtual-kubelet make, as far as the platform, or the cloud that images '
    + 'and labels name, can have them, which is a note. Where nothing names a cloud there is none. A taint of theirs that is tolerated '
    + 'by its key is tolerated on purpose.',
  why: 'Behind such a node stands no machine: the pod stays Pending for ever, or is started, and billed, as a machine of its own. Each of '
    + 'them also counts as unavailable, and rollouts stop before the real nodes have the new version.',
  fix: `Leave them out in every term of the required node affinity: \`${EKS_COMPUTE_TYPE}\` NotIn [${FARGATE}] and \`${NODE_TYPE}\` NotIn `
    + `[${VIRTUAL_KUBELET}] `
    + '(`VirtualNodes.excluded()`, which is the default of this library).',
  example: () => {
    const tolerations = [{ operator: 'Exists' }];
    const term = {
      matchExpressions: [
        { key: EKS_COMPUTE_TYPE, operator: 'NotIn', values: [FARGATE] }, { key: NODE_TYPE, operator: 'NotIn', values: [VIRTUAL_KUBELET] },
      ],
    };
    const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } };
    const [fargate] = VIRTUAL_NODES;
    const nodes = [node('worker-1'), node(fargate.name, { [EKS_COMPUTE_TYPE]: FARGATE }, fargate.taints)];
    return {
      fails: [daemonSet({ tolerations }), ...nodes],
      passes: [daemonSet({ tolerations, affinity: { nodeAffinity } }), ...nodes],
    };
  },
  *check(context) {
    const isKnown = context.nodes !== undefined && context.nodes.length > 0;
    const possible = VIRTUAL_NODES.filter(each => canHave(context.platform?.virtualNodes, each));
    const virtual = isKnown ? context.nodes!.filter(isVirtualNode) : possible;
    for (const workload of virtual.length > 0 ? writtenDaemonSets(context) : []) {
      const terms = readableTermsIn(workload);
      if (terms !== undefined && !virtual.some(each => terms.some(term => termMatches(term, each)))) {continue;}
      const placement = new Placement(workload.pod);
      const placed = virtual.filter(each => placement.on(each).shouldRun && !isMeant(workload.pod.tolerations ?? [], each));
      const cloud = placed.length === 0 ? undefined : cloudOf(workload);
      const isOfAny = isKnown || context.platform !== undefined;
      const reached = placed.filter(each => isOfAny || cloud !== undefined && cloudsOf(each).includes(cloud));
      if (reached.length === 0) {continue;}
      yield findingOf(virtualNodeNotExcluded, {
        about: workload, path: `${workload.podPath}.affinity`, ...!isKnown && { level: 'note' },
        what: isKnown
          ? 'the agent also goes to virtual nodes of the cluster, which run no agents'
          : 'the agent would also go to virtual nodes, which run no agents, in a cluster that has any',
        given: isKnown
          ? describe(reached)
          : VIRTUAL_NODES.filter(each => reached.includes(each)).map(({ provider }) => provider).join(', '),
        allowed: [
          ...reached.some(({ labels }) => labels[EKS_COMPUTE_TYPE] === FARGATE) ? [`${EKS_COMPUTE_TYPE} NotIn [${FARGATE}]`] : [],
          ...reached.some(({ labels }) => labels[NODE_TYPE] === VIRTUAL_KUBELET) ? [`${NODE_TYPE} NotIn [${VIRTUAL_KUBELET}]`] : [],
        ].join(', '),
      });
    }
  },
};

/** Whether clusters of the platform can have such a node; those of an unknown one can. */
function canHave(possible: VirtualNodeLabels | undefined, { labels }: PlaceableNode): boolean {
  return possible === undefined || possible.eksComputeTypes.includes(labels[EKS_COMPUTE_TYPE])
    || possible.nodeTypes.includes(labels[NODE_TYPE]);
}

/** The clouds that have such nodes: the virtual nodes of AKS and ACK are of virtual-kubelet. */
function cloudsOf({ labels }: PlaceableNode): readonly Cloud[] {
  return labels[EKS_COMPUTE_TYPE] === FARGATE ? ['amazon'] : ['microsoft', 'alibaba'];
}

/** A toleration that names the key of a virtual node was written for it. */
function isMeant(tolerations: readonly PodToleration[], { taints }: PlaceableNode): boolean {
  return taints.length > 0 && taints.some(taint => tolerations.some(({ key }) => key === taint.key));
}

function describe(nodes: readonly PlaceableNode[]): string {
  const [first] = nodes;
  return nodes.length === 1 ? first.name : `${first.name} and ${nodes.length - 1} more`;
}
