import { AgentPod, byAge, isAvailable } from './agent-pod';
import type { ControllerRules } from './controller-rules';
import type { Decision } from '../placement/placement';

/**
 * What a node is to the rolling update.
 *
 * - `settled`: nothing is to be done there, and it takes nothing of the budget.
 * - `waiting`: it takes one of the budget until something changes.
 * - `urgent`: its old pod is not available, and is replaced whatever the budget.
 * - `candidate`: its old pod is available, and is replaced when the budget allows it.
 * - `superseded`: its old pod has a successor, or no right to be there, and goes.
 * - `unwanted`: its old pod is available where none should be: it goes once enough others are.
 */
export type Role = 'settled' | 'waiting' | 'urgent' | 'candidate' | 'superseded' | 'unwanted';

/** What the DaemonSet controller sees on one node, and makes of it. */
export interface NodeView {
  /** Whether a pod is missing. */
  readonly create: boolean;
  /** Pods that must go, whatever the budget. */
  readonly remove: readonly AgentPod[];
  readonly role: Role;
  /** The one old pod that the role is about. */
  readonly old?: AgentPod;
  /** Whether the surge counts the node among those that are served. */
  readonly counted: boolean;
  /** Whether the agent should run there and no pod of it is available. */
  readonly unserved: boolean;
  /** What the status of the DaemonSet says of the node. */
  readonly status: NodeStatus;
}

/** What one node adds to the status of the DaemonSet, by its oldest pod. */
export interface NodeStatus {
  readonly scheduled: number;
  readonly misscheduled: number;
  readonly ready: number;
  readonly available: number;
  readonly updated: number;
}

export const STATUS_FIGURES = ['scheduled', 'misscheduled', 'ready', 'available', 'updated'] as const;

const NOTHING: NodeStatus = { scheduled: 0, misscheduled: 0, ready: 0, available: 0, updated: 0 };

/** The view of a node with these pods. Pods that were deleted and have ended are not to be among them: the controller passes over them. */
export function viewOf(decision: Decision, pods: readonly AgentPod[], rules: ControllerRules, now: number): NodeView {
  const available = (pod: AgentPod | undefined): boolean => pod !== undefined && isAvailable(pod, rules.minReadySeconds, now);
  const live = pods.filter(pod => !pod.terminating).sort(byAge);
  const [updated, old] = [live.filter(pod => pod.updated), live.filter(pod => !pod.updated)];
  const pair: Pair = {
    isThere: pods.length > 0 || decision.shouldRun,
    hasExcess: updated.length > 1 || old.length > 1,
    updated: updated[0], old: old[0], updatedAvailable: available(updated[0]), oldAvailable: available(old[0]),
  };
  return {
    ...manage(decision, pods, live, rules, now),
    role: roleOf(pair, decision, rules),
    ...!pair.hasExcess && pair.old && { old: pair.old },
    counted: !pair.hasExcess && (pair.old ? pair.oldAvailable : pair.updatedAvailable),
    unserved: decision.shouldRun && !live.some(available),
    status: statusOf(decision, pods, available, now),
  };
}

/** The pods of a node for the rolling update: those that are not being deleted. */
interface Pair {
  /** Whether the rolling update looks at the node at all: it has pods of the agent, or should. */
  readonly isThere: boolean;
  readonly hasExcess: boolean;
  readonly updated?: AgentPod;
  readonly old?: AgentPod;
  readonly updatedAvailable: boolean;
  readonly oldAvailable: boolean;
}

function roleOf(pair: Pair, { shouldRun }: Decision, { update }: ControllerRules): Role {
  if (update === 'on-delete' || !pair.isThere) {return 'settled';}
  if (pair.hasExcess) {return 'waiting';}
  if (update === 'unavailable') {
    if ((pair.old === undefined) === (pair.updated === undefined)) {return 'waiting';}
    if (pair.updated) {return pair.updatedAvailable ? 'settled' : 'waiting';}
    return pair.oldAvailable ? 'candidate' : 'urgent';
  }
  if (pair.old === undefined) {return 'settled';}
  if (pair.updated) {return pair.updatedAvailable ? 'superseded' : 'waiting';}
  if (pair.oldAvailable) {return shouldRun ? 'candidate' : 'unwanted';}
  return shouldRun ? 'urgent' : 'superseded';
}

type Managed = Pick<NodeView, 'create' | 'remove'>;

/** What is done before the rolling update gets its turn: missing pods are made, pods that must not be there are deleted. */
function manage(decision: Decision, pods: readonly AgentPod[], live: readonly AgentPod[], rules: ControllerRules, now: number): Managed {
  const { shouldRun, shouldContinueRunning } = decision;
  if (shouldRun && pods.length === 0) {return { create: true, remove: [] };}
  if (!shouldContinueRunning) {return { create: false, remove: live };}
  const ended = live.filter(pod => pod.ended);
  const running = live.filter(pod => !pod.ended);
  if (!rules.allowsSurge) {return { create: false, remove: [...ended, ...running.slice(1)] };}
  if (running.length < 2) {return { create: shouldRun && running.length === 0, remove: ended };}
  const updated = running.find(pod => pod.updated);
  const old = running.find(pod => !pod.updated);
  const excess = running.filter(pod => pod !== updated && pod !== old);
  const oldMayGo = updated !== undefined && old !== undefined && (old.readySince > now || isAvailable(updated, rules.minReadySeconds, now));
  return { create: false, remove: [...ended, ...excess, ...oldMayGo ? [old] : []] };
}

function statusOf({ shouldRun }: Decision, pods: readonly AgentPod[], available: (pod: AgentPod) => boolean, now: number): NodeStatus {
  if (pods.length === 0) {return NOTHING;}
  if (!shouldRun) {return { ...NOTHING, misscheduled: 1 };}
  const [oldest] = [...pods].sort(byAge);
  return {
    scheduled: 1, misscheduled: 0,
    ready: Number(oldest.readySince <= now), available: Number(available(oldest)), updated: Number(oldest.updated),
  };
}
