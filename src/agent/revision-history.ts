import { fail } from '../private/agent-error';
import { isWholeNumber, MAX_INT32 } from '../private/whole-number';

/** @throws invalid-rollout */
export function requireHistory(history: number | undefined): void {
  if (history !== undefined && !isWholeNumber(history, 0, MAX_INT32)) {
    fail({
      code: 'invalid-rollout',
      what: 'the number of revisions to keep cannot be used',
      given: `revisionHistoryLimit: ${history}`,
      allowed: `0 to ${MAX_INT32}`,
      fix: 'leave it out for the ten that the API server keeps',
    });
  }
}
