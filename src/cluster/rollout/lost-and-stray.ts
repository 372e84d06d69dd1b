import type { RollingNode } from './rolling-node';
import { byText } from '../../private/wire';
import { controllerReason } from '../explain/controller-reasons';
import type { Reason } from '../explain/reason';
import type { Workload } from '../inventory/workload';
import { Placement } from '../placement/placement';

/** What a rollout leaves as nobody asked for it; by name. */
export interface LostAndStray {
  /** Nodes that had a pod of the agent, and have none in the end. */
  readonly lost: readonly LostNode[];
  /** Nodes that should not run the agent, and have a pod of it in the end. */
  readonly stray: readonly string[];
}

export interface LostNode {
  readonly node: string;
  /** Whether the controller removed the pod at once, or the update deleted it and nothing made a new one. */
  readonly how: 'removed' | 'not-replaced';
  /** Why the controller makes no pod there. */
  readonly reasons: readonly Reason[];
}

/** What is left on the nodes of an agent when nothing moves any more. */
export function lostAndStray(nodes: readonly RollingNode[], agent: Workload): LostAndStray {
  const placement = new Placement(agent.pod);
  const unwanted = nodes.filter(({ decision }) => !decision.shouldRun).sort((a, b) => byText(a.node.name, b.node.name));
  return {
    lost: unwanted.filter(({ hadPod, pods }) => hadPod && pods.length === 0).map(({ node, decision }) => ({
      node: node.name, how: decision.shouldContinueRunning ? 'not-replaced' : 'removed',
      reasons: placement.blockersOn(node).map(blocker => controllerReason(blocker, agent.pod.tolerations ?? [])),
    })),
    stray: unwanted.filter(({ pods }) => pods.length > 0).map(({ node }) => node.name),
  };
}
