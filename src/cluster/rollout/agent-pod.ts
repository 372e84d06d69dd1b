import type { ClusterPod } from '../inventory/cluster-pod';

/** A pod of the agent on its way through a rollout. */
export interface AgentPod {
  /** Whether it was made from the new template. */
  readonly updated: boolean;
  /** Pods with lower numbers are older. */
  readonly number: number;
  /** As the scheduler sees it. */
  readonly claim: ClusterPod;
  /** Whether the scheduler has given it to its node. */
  bound: boolean;
  /** Whether the scheduler is about to. */
  binding: boolean;
  terminating: boolean;
  /** Whether it is in phase Failed or Succeeded. */
  readonly ended: boolean;
  /** Since when it is Ready, in seconds from the start of the rollout; infinity while it is not. */
  readySince: number;
}

/** Whether it has been Ready for long enough. */
export function isAvailable({ readySince }: AgentPod, minReadySeconds: number, now: number): boolean {
  return readySince + minReadySeconds <= now;
}

/** The order of the controller: scheduled pods first, then the oldest. */
export function byAge(a: AgentPod, b: AgentPod): number {
  return Number(b.bound) - Number(a.bound) || a.number - b.number;
}
