import { USUAL_RULES } from './groups/usual';
import type { Entry } from '../private/entry';
import { ObjectFinding, withFacts } from '../private/finding';

const TOGETHER = new Map(USUAL_RULES.flatMap(({ id, together }) => (together === undefined ? [] : [[id, together]])));

/**
 * The same findings, where rules that look at each container say once of a workload what is true for several. What is acknowledged stays as
 * it is: that may have been said of one container.
 */
export function oncePerWorkload(findings: readonly ObjectFinding[]): ObjectFinding[] {
  const groups = new Map<Entry, Map<string, ObjectFinding[]>>();
  const result: ObjectFinding[][] = [];
  for (const finding of findings) {
    const { about, code, container, acknowledged } = finding;
    const ofObject = groups.get(about);
    const known = ofObject?.get(code);
    if (known && acknowledged === undefined && container !== undefined) {
      known.push(finding);
      continue;
    }
    const group = [finding];
    result.push(group);
    if (acknowledged !== undefined || container === undefined || !TOGETHER.has(code)) {continue;}
    if (ofObject) {ofObject.set(code, group);} else {groups.set(about, new Map([[code, group]]));}
  }
  return result.map(group => (group.length === 1 ? group[0] : merged(group)));
}

function merged(group: readonly ObjectFinding[]): ObjectFinding {
  const [first] = group;
  const joined = (texts: readonly (string | undefined)[]) => [...new Set(texts.flatMap(text => text ?? []))].join(', ');
  const allowed = [...new Set(group.flatMap(({ allowed: each }) => each?.split(', ') ?? []))].join(', ');
  const given = joined(group.map(each => each.given));
  const { container: _, ...rest } = first;
  return withFacts({ ...rest, ...given !== '' && { given }, ...allowed !== '' && { allowed } }, {
    what: TOGETHER.get(first.code)!(`the containers ${joined(group.map(({ container }) => container))}`),
  });
}
