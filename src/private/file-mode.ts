import { fail } from './agent-error';
import { isWholeNumber } from './whole-number';

/** What `0o400` and others are in decimal when the `0o` is forgotten: permissions that nobody gives a file, such as 0o620. */
const FORGOTTEN_OCTAL = new Set([400, 404, 440, 444, 500]);

/** The permissions of a file in a volume. */
export function requireMode(mode: number | undefined, what: string): number | undefined {
  if (mode !== undefined && !isWholeNumber(mode, 0, 0o777)) {
    fail({
      code: 'invalid-file', what: `${what} cannot have these permissions`, given: String(mode), allowed: '0 to 0o777',
      fix: 'write them in octal',
    });
  }
  if (mode !== undefined && FORGOTTEN_OCTAL.has(mode)) {
    fail({
      code: 'invalid-file', what: `${what} would get other permissions than it looks`, given: `${mode}, which is 0o${mode.toString(8)}`,
      allowed: `0o${mode}`, fix: `write 0o${mode}`,
    });
  }
  return mode;
}
