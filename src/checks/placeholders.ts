import type { Entry } from '../private/entry';
import { ObjectFinding, withFacts } from '../private/finding';
import { listUnder } from '../private/list-under';

/** What someone is to write something else for: `<your namespace>`, `TLS_CRT`, `REPLACE_ME`, `${NAME}`. */
const PLACEHOLDER = /^'?(<[^<>]+>|\$\{[^{}]+\}|[A-Z]{2,}(_[A-Z]+)+|(REPLACE|CHANGE|INSERT|YOUR)[-_ ].*)'?$/;

/** The same findings, where the placeholders of an object are one: the API server refuses the object until all are filled in. */
export function placeholdersTogether(findings: readonly ObjectFinding[]): ObjectFinding[] {
  const byObject = new Map<Entry, ObjectFinding[]>();
  for (const found of findings) {
    if (isPlaceholder(found)) {listUnder(byObject, found.about).push(found);}
  }
  if (byObject.size === 0) {return [...findings];}
  return findings.flatMap(found => {
    const group = isPlaceholder(found) ? byObject.get(found.about)! : [found];
    if (group.length === 1) {return [found];}
    if (found !== group[0]) {return [];}
    const given = [...new Set(group.map(each => each.given))].join(', ');
    return [{ ...withFacts(found, { what: 'placeholders are not filled in', fix: `fill them in: ${group.map(({ path }) => path).join(', ')}` }), given }];
  });
}

function isPlaceholder({ refusedBy, given }: ObjectFinding): boolean {
  return refusedBy === 'api-server' && given !== undefined && PLACEHOLDER.test(given);
}
