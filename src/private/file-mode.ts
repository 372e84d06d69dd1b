import { fail } from './agent-error';
import { isWholeNumber } from './whole-number';

/** The permissions of a file in a volume. */
export function requireMode(mode: number | undefined, what: string): number | undefined {
  if (mode !== undefined && !isWholeNumber(mode, 0, 0o777)) {
    fail({ code: 'invalid-file', what: `${what} cannot have these permissions`, given: String(mode), allowed: '0 to 0o777', fix: 'write them in octal' });
  }
  return mode;
}
