import { byText, compact, Wire } from './wire';

/**
 * The same permissions in the fewest rules that a reader can check: one rule for the resources of an API group that share their verbs,
 * in an order that does not depend on the order of the grants.
 */
export function mergeRules(rules: readonly Wire[]): Wire[] {
  const wanted = new Map<string, { readonly target: Target; readonly verbs: Set<string> }>();
  for (const rule of rules) {
    for (const target of targetsOf(rule)) {
      const key = keyOf(target);
      const entry = wanted.get(key) ?? { target, verbs: new Set<string>() };
      rule.verbs.forEach((verb: string) => entry.verbs.add(verb));
      wanted.set(key, entry);
    }
  }
  const merged = new Map<string, { readonly target: Target; readonly subjects: string[]; readonly verbs: string[] }>();
  for (const [, { target, verbs: set }] of [...wanted].sort(([a], [b]) => byText(a, b))) {
    const verbs = inReadingOrder(set);
    const group = `${keyOf({ ...target, subject: '' })}\n${verbs.join()}`;
    const entry = merged.get(group) ?? { target, subjects: [], verbs };
    entry.subjects.push(target.subject);
    merged.set(group, entry);
  }
  return [...merged.values()].map(({ target, subjects, verbs }) => target.url
    ? { nonResourceURLs: subjects, verbs }
    : compact({ apiGroups: [target.group], resources: subjects, resourceNames: target.names, verbs }));
}

/** What a rule allows something with. */
interface Target {
  readonly group: string;
  readonly subject: string;
  readonly names: string[];
  readonly url: boolean;
}

/** Rules on named objects come before those on all. */
function keyOf({ group, subject, names, url }: Target): string {
  return `${group}\n${subject}\n${names.length === 0 ? '~' : names.join()}\n${url}`;
}

function targetsOf(rule: Wire): Target[] {
  if (rule.nonResourceURLs) {
    return rule.nonResourceURLs.map((subject: string) => ({ group: '', subject, names: [], url: true }));
  }
  const names = [...rule.resourceNames ?? []].sort(byText);
  return rule.apiGroups.flatMap((group: string) => rule.resources.map((subject: string) => ({ group, subject, names, url: false })));
}

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];

function inReadingOrder(verbs: Set<string>): string[] {
  return [...VERBS.filter(verb => verbs.has(verb)), ...[...verbs].filter(verb => !VERBS.includes(verb)).sort(byText)];
}
