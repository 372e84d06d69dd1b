import type * as Catalogue from './error-catalogue';

/** Where the pages of docs/ stand: the package does not carry them. A test holds it against package.json. */
const PAGES = 'https://github.com/cdk8s-node-agents/cdk8s-node-agents/blob/main/docs';

type Page = 'checks/README.md' | 'coverage.md' | 'feature-flags.md' | 'troubleshooting.md' | `checks/${string}.md` | `errors/${string}.md`;

/** What is found besides what rules and the catalogue of errors have, and has no page of its own. */
export const CODES_WITHOUT_PAGE: readonly string[] = ['stale-acknowledgement'];

/** Errors that are the id of a rule too: its page has an example. */
const ERRORS_OF_RULES: readonly string[] = ['mutable-image'];

/** A page of docs/, for people who have the package alone. */
export function pageOf(file: Page): string {
  return `${PAGES}/${file}`;
}

/** The page about a code of the library: that of the rule, or of the error. */
export function pageOfCode(code: string): string {
  if (CODES_WITHOUT_PAGE.includes(code)) {return pageOf('checks/README.md');}
  return pageOf(Object.hasOwn(catalogue(), code) && !ERRORS_OF_RULES.includes(code) ? `errors/${code}.md` : `checks/${code}.md`);
}

/** Loaded when something is found: it is mostly text. */
function catalogue(): object {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./error-catalogue') as typeof Catalogue).ERROR_CATALOGUE;
}
