import { byText, compact, Wire } from './wire';

/**
 * The same permissions in the fewest rules that a reader can check: one rule for the resources of an API group that share their verbs,
 * in an order that does not depend on the order of the grants.
 */
export function mergeRules(rules: readonly Wire[]): Wire[] {
  if (rules.length === 0) {return [];}
  const verbsOf = new Map<string, Set<string>>();
  for (const rule of rules) {
    for (const target of targetsOf(rule)) {
      const key = JSON.stringify(target);
      const verbs = verbsOf.get(key) ?? new Set<string>();
      rule.verbs.forEach((verb: string) => verbs.add(verb));
      verbsOf.set(key, verbs);
    }
  }
  const merged = new Map<string, { target: Target; subjects: string[]; verbs: string[] }>();
  for (const [key, set] of [...verbsOf].sort(([a], [b]) => byText(a, b))) {
    const target: Target = JSON.parse(key);
    const verbs = inReadingOrder(set);
    const group = JSON.stringify([target.group, target.names, target.url, verbs]);
    const entry = merged.get(group) ?? { target, subjects: [], verbs };
    entry.subjects.push(target.subject);
    merged.set(group, entry);
  }
  return [...merged.values()].map(({ target, subjects, verbs }) => target.url
    ? { nonResourceURLs: subjects, verbs }
    : compact({ apiGroups: [target.group], resources: subjects, resourceNames: target.names, verbs }));
}

interface Target {
  readonly group: string;
  readonly subject: string;
  readonly names: string[];
  readonly url: boolean;
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
