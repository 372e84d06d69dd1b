import { scopesByGroup } from '../../private/fields/scope';

/** What releases before 1.28 had, what only authorizers know, and groups that moved: rules that name them were right once, or still are. */
const OTHERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['users', 'groups', 'audiences', 'uids']],
  ['apps', ['scheduledjobs']],
  ['authentication.k8s.io', ['userextras', 'uids', 'users', 'groups', 'serviceaccounts', 'nodes']],
  ['batch', ['scheduledjobs']],
  ['certificates.k8s.io', ['signers']],
  ['extensions', [
    'daemonsets', 'deployments', 'ingresses', 'networkpolicies', 'podsecuritypolicies', 'replicasets', 'replicationcontrollers', 'jobs',
    'horizontalpodautoscalers', 'thirdpartyresources',
  ]],
  ['policy', ['podsecuritypolicies']],
  ['settings.k8s.io', ['podpresets']],
]);

let known: ReadonlyMap<string, ReadonlyMap<string, boolean>> | undefined;

/** Every resource of the groups of Kubernetes, by group and name, and whether it is in no namespace. */
export function builtInResources(): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  known ??= new Map([...scopesByGroup()].map(([group, kinds]) => [
    group, new Map([...kinds].map(([kind, isClusterScoped]) => [pluralOf(kind), isClusterScoped])),
  ]));
  return known;
}

/** Whether a group is one of Kubernetes itself, so that all of its resources are known. */
export function isBuiltInGroup(group: string): boolean {
  return builtInResources().has(group) || OTHERS.has(group);
}

/**
 * Whether a resource of a built-in group is in no namespace; `past` where only older releases or authorizers know it; undefined where there
 * is none.
 */
export function builtInResource(group: string, name: string): boolean | 'past' | undefined {
  return builtInResources().get(group)?.get(name) ?? (OTHERS.get(group)?.includes(name) ? 'past' : undefined);
}

/** The plural that the API gives each of its kinds: that of each path of OpenAPI. */
export function pluralOf(kind: string): string {
  const word = kind.toLowerCase();
  if (word === 'endpoints') {return word;}
  if (word.endsWith('s')) {return `${word}es`;}
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
}
