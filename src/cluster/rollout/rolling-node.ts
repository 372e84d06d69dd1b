import type { AgentPod } from './agent-pod';
import type { NodeView } from './node-view';
import type { Reason } from '../explain/reason';
import type { ClusterNode } from '../inventory/cluster-node';
import type { ClusterPod } from '../inventory/cluster-pod';
import type { Decision } from '../placement/placement';

/** A node in a rollout. */
export interface RollingNode {
  readonly node: ClusterNode;
  readonly decision: Decision;
  /** Whether its kubelet starts and stops pods. */
  readonly answers: boolean;
  /** Why its kubelet refuses to run new pods of the agent. */
  readonly turnsAway: readonly Reason[];
  /** Whether new pods of the agent start there, and never become Ready. */
  readonly neverReady: boolean;
  /** Pods of others, which stay. */
  readonly others: readonly ClusterPod[];
  /** Pods of the agent. */
  pods: AgentPod[];
  view: NodeView;
  /** Whether it had a pod of the agent that was not about to go. */
  readonly hadPod: boolean;
  /** Whether it was updated within the budget. */
  tookBudget: boolean;
  /** Whether a new pod was made for it. */
  created: boolean;
}
