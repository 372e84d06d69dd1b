import type { Budget } from './budget';
import type { LostAndStray } from './lost-and-stray';
import type { Refusal } from './refusal';
import type { RolloutRisk } from './rollout-risk';
import type { Reason } from '../explain/reason';

/**
 * How a rollout ends.
 *
 * - `finished`: every node that should run the agent has an available pod of the new template, and no other.
 * - `stalled`: nothing moves any more before that, until someone or something else changes the cluster.
 * - `nothing-to-do`: the controller neither makes nor deletes a pod.
 * - `waits-for-deletion`: the strategy is OnDelete, and old pods are left.
 * - `refused`: the API server does not take the change.
 */
export type RolloutOutcome = 'finished' | 'stalled' | 'nothing-to-do' | 'waits-for-deletion' | 'refused';

/** What becomes of a cluster after a change of an agent. */
export interface RolloutResult {
  readonly outcome: RolloutOutcome;
  /** Why the API server does not take the change, and what to do. */
  readonly refusal?: Refusal;
  /** On how many nodes the agent should run. */
  readonly desired: number;
  /**
   * On how many of these it was updated. Where a rollout stalls on nodes that were fine before, it depends on the order of the nodes, which
   * is chance.
   */
  readonly updated: number;
  /** On how many of these its pod is available. */
  readonly available: number;
  /** Absent with OnDelete. */
  readonly budget?: Budget;
  /** The greatest number of nodes at once that should run the agent and had no available pod of it. */
  readonly mostUnavailable: number;
  /** The nodes that keep the rollout from its end. */
  readonly stalledOn: readonly StalledNode[];
  /** The nodes whose old pod is fine and would be replaced if there were a budget left, by name. */
  readonly blocked: readonly string[];
  readonly left: LostAndStray;
  readonly risks: readonly RolloutRisk[];
  readonly duration: RolloutDuration;
  readonly requests: RolloutRequests;
  /** What happened, as far as it was asked for. */
  readonly steps: readonly RolloutStep[];
}

/** A node on which the agent is not updated and available, and why that will not change. */
export interface StalledNode {
  readonly node: string;
  /** Whether it takes one of the budget for as long as it stays so. */
  readonly holdsBudget: boolean;
  readonly reason: StallReason;
}

export type StallReason = {
  /** One sentence that says what is wrong and what to change. */
  readonly message: string;
} & (
  /** The kubelet does not answer, so a pod that was deleted never ends. */
  | { readonly code: 'pod-never-ends' }
  /** The kubelet does not answer, so a new pod never starts. */
  | { readonly code: 'node-not-ready' }
  /** The scheduler leaves the new pod Pending. */
  | { readonly code: 'not-scheduled'; readonly reasons: readonly Reason[] }
  /** The kubelet refuses to run the new pod. */
  | { readonly code: 'turned-away'; readonly reasons: readonly Reason[] }
  /** The new pod runs and never becomes Ready. */
  | { readonly code: 'never-ready' }
  /** The new pod is available, and the controller has not looked since. */
  | { readonly code: 'overlooked' }
);

/** In seconds, until nothing moves any more. */
export interface RolloutDuration {
  /** It is not faster in any order of the nodes. */
  readonly atLeast: number;
  /** It does not take longer in any order of the nodes, as long as the controller has no other DaemonSet to care for. */
  readonly atMost: number;
  /** In the order that the seed gave. */
  readonly simulated: number;
}

/** What the controller asked of the API server. */
export interface RolloutRequests {
  readonly creates: number;
  readonly deletes: number;
  readonly statusUpdates: number;
  /** Of its own events: most are dropped before they are sent. */
  readonly events: number;
}

/** Something that happened to a pod. */
export interface RolloutStep {
  /** Seconds from the start. */
  readonly at: number;
  readonly node: string;
  readonly pod: 'old' | 'new';
  readonly what: 'created' | 'pending' | 'scheduled' | 'ready' | 'available' | 'deleted' | 'gone';
}
