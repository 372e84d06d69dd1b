import { fail } from './agent-error';
import { isWholeNumber, MAX_INT32 } from './whole-number';

/** The numeric id of a user or group. */
export function requireId(id: number, what: string): number {
  if (!isWholeNumber(id, 0, MAX_INT32)) {
    fail({ code: 'invalid-user', what: `there is no such ${what}`, given: String(id), allowed: '0 to 2147483647', fix: 'use the numeric id of the image' });
  }
  return id;
}
