import { fail } from './agent-error';

/** The permissions of a file in a volume. */
export function requireMode(mode: number | undefined, what: string): number | undefined {
  if (mode !== undefined && (!Number.isInteger(mode) || mode < 0 || mode > 0o777)) {
    fail({ code: 'invalid-file', what: `${what} cannot have these permissions`, given: String(mode), allowed: '0 to 0o777', fix: 'write them in octal' });
  }
  return mode;
}
