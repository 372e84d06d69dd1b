import { ERROR_CATALOGUE, ErrorEntry } from '../../private/error-catalogue';
import type { ObjectFinding } from '../../private/finding';

/** The line that a finding is about, as far as that is known. */
export type LineOf = (finding: ObjectFinding) => number | undefined;

/** What is wrong, what was given and what is allowed: `2 hosts are named; given: a; allowed: b`. */
export function findingText({ what, given, allowed }: ObjectFinding): string {
  return [what, ...given === undefined ? [] : [`given: ${given}`], ...allowed === undefined ? [] : [`allowed: ${allowed}`]].join('; ');
}

/** What is known of a code of docs/errors. */
export function errorEntryOf(code: string): ErrorEntry | undefined {
  return Object.hasOwn(ERROR_CATALOGUE, code) ? (ERROR_CATALOGUE as { readonly [code: string]: ErrorEntry })[code] : undefined;
}
