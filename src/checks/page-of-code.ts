import { RULES } from './rules';
import { ERROR_CATALOGUE } from '../private/error-catalogue';
import { pageOf } from '../private/pages';

/** The page of docs/ about a code. */
export function pageOfCode(code: string): string {
  const pages = pageOf('checks/README.md').replace('checks/README.md', '');
  if (RULES.some(({ id }) => id === code)) {return `${pages}checks/${code}.md`;}
  return Object.hasOwn(ERROR_CATALOGUE, code) ? `${pages}errors/${code}.md` : pageOf('checks/README.md');
}
