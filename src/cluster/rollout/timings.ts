import type { RolloutOptions } from './rollout-input';
import type { Workload } from '../inventory/workload';

/** How long things take, in seconds. */
export interface Timings {
  readonly stop: number;
  readonly schedule: number;
  /** From being bound to being Ready. */
  readonly start: number;
  /** By how much longer it takes at most. */
  readonly spread: number;
  readonly minReadySeconds: number;
}

/** What the API server fills in. */
const GRACE_PERIOD = 30;

export function timingsOf(old: Workload, minReadySeconds: number, options: RolloutOptions): Timings {
  const { stop = 5, schedule = 1, pull = 15, start = 4, ready = 5, spread = 0 } = options;
  const grace = old.pod.terminationGracePeriodSeconds ?? GRACE_PERIOD;
  return { stop: Math.min(stop, grace), schedule, start: pull + start + ready, spread, minReadySeconds };
}
