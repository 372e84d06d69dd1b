import { RULES } from '../../checks/rules';
import { ERROR_CATALOGUE, ErrorEntry } from '../../private/error-catalogue';
import type { ObjectFinding } from '../../private/finding';
import { pageOf } from '../../private/pages';

/** The line that a finding is about, as far as that is known. */
export type LineOf = (finding: ObjectFinding) => number | undefined;

/** What is wrong, what was given and what is allowed: `2 hosts are named; given: a; allowed: b`. */
export function findingText({ what, given, allowed }: ObjectFinding): string {
  return [what, ...given === undefined ? [] : [`given: ${given}`], ...allowed === undefined ? [] : [`allowed: ${allowed}`]].join('; ');
}

/** The page of docs/ about a code. */
export function pageOfCode(code: string): string {
  const pages = pageOf('checks/README.md').replace('checks/README.md', '');
  if (RULES.some(({ id }) => id === code)) {return `${pages}checks/${code}.md`;}
  return Object.hasOwn(ERROR_CATALOGUE, code) ? `${pages}errors/${code}.md` : pageOf('checks/README.md');
}

/** What is known of a code of docs/errors. */
export function errorEntryOf(code: string): ErrorEntry | undefined {
  return Object.hasOwn(ERROR_CATALOGUE, code) ? (ERROR_CATALOGUE as { readonly [code: string]: ErrorEntry })[code] : undefined;
}
