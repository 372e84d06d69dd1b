import { fail } from '../private/agent-error';

/** The largest number of Kubernetes' int32 fields. */
export const MAX_INT32 = 2_147_483_647;

/** @throws invalid-rollout */
export function requireHistory(history: number | undefined): void {
  if (history !== undefined && (!Number.isInteger(history) || history < 0 || history > MAX_INT32)) {
    fail({
      code: 'invalid-rollout',
      what: 'the number of revisions to keep cannot be used',
      given: `revisionHistoryLimit: ${history}`,
      allowed: `0 to ${MAX_INT32}`,
      fix: 'leave it out for the ten that the API server keeps',
    });
  }
}
