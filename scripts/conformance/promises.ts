import { NodeSelection } from '../../src/cluster/node-selection';
import { PlaceableNode, Placement } from '../../src/cluster/placement/placement';
import { PodToleration } from '../../src/cluster/placement/taints';

/** What an agent says of nodes. */
export interface Wanted {
  readonly selection: NodeSelection;
  readonly tolerations: readonly PodToleration[];
  readonly hostNetwork: boolean;
  readonly nodeName?: string;
}

/** Where the agent promises to run, by what it says and not by what was written for it. */
export function placementOf({ selection: { nodeSelector, terms }, tolerations, hostNetwork, nodeName }: Wanted): Placement {
  return new Placement({
    nodeSelector, tolerations, hostNetwork, nodeName,
    ...terms && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } },
  });
}

/** Whether the agent promises a pod on the node. */
export function promises(wanted: Wanted, node: PlaceableNode): boolean {
  return placementOf(wanted).on(node).shouldRun;
}

/** Whether a rollout of so many percent reaches every node that can run the agent: the dead ones must leave something of the budget. */
export function finishes(percent: number, nodes: number, dead: number): boolean {
  return dead < Math.ceil(nodes * percent / 100);
}
