import { fail } from './agent-error';

/** The numeric id of a user or group. */
export function requireId(id: number, what: string): number {
  if (!Number.isInteger(id) || id < 0 || id > 2_147_483_647) {
    fail({ code: 'invalid-user', what: `there is no such ${what}`, given: String(id), allowed: '0 to 2147483647', fix: 'use the numeric id of the image' });
  }
  return id;
}
