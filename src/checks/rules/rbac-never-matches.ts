import { isWritten } from '../../cluster/inventory/written-workloads';
import { builtInResource, builtInResources, isBuiltInGroup, pluralOf } from '../../cluster/rights/built-in-resources';
import type { Entry } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import type { Rule } from '../rule';

const RBAC = 'rbac.authorization.k8s.io';

export const rbacNeverMatches: Rule = {
  id: 'rbac-never-matches',
  level: 'warning',
  summary: 'A rule of a role names a resource or verb that no request has.',
  looksAt: 'Rules of Roles and ClusterRoles whose API groups are all of Kubernetes itself: resources that none of these groups has, such '
    + 'as `deployments` in the core group, `pod`, `apps/deployments` and `pods/logs`; groups such as `core` and `apps/v1`; resources '
    + 'without a namespace in a Role; verbs such as `read`. Resources of other groups are not judged.',
  why: 'RBAC compares texts and accepts any: the API server takes the role, and the program gets `forbidden` for what the role seems to '
    + 'grant. Often that is found only when the part of the program runs that needs it.',
  fix: 'Name resources in the plural and in small letters, without their group, and put the group into `apiGroups`: `kubectl '
    + 'api-resources` lists them.',
  example: () => ({ fails: [roleWith({ apiGroups: [''] })], passes: [roleWith({ apiGroups: ['apps'] })] }),
  *check({ inventory }) {
    for (const kind of ['ClusterRole', 'Role']) {
      for (const about of inventory.ofKind(kind, RBAC)) {
        if (!isWritten(about) || !Array.isArray(about.object.rules)) {continue;}
        for (const [index, rule] of about.object.rules.entries()) {yield* wrongRule(about, rule, `rules[${index}]`);}
      }
    }
  },
};

/** What requests for resources do. */
const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];

/** What people write for them. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['read', 'get, list, watch'], ['view', 'get, list, watch'], ['describe', 'get'], ['fetch', 'get'], ['put', 'update'], ['post', 'create'],
  ['write', 'create, update, patch'], ['edit', 'update, patch'], ['modify', 'update, patch'], ['remove', 'delete'], ['all', '*'],
  ['exec', 'create (of pods/exec)'], ['head', 'get'], ['any', '*'],
]);

function* wrongRule(about: Entry, { apiGroups, resources, verbs }: Wire, path: string): Generator<ObjectFinding> {
  const [groups, kinds, actions] = [apiGroups, resources, verbs].map(textsIn);
  for (const [index, group] of groups.entries()) {
    if (!/^(?:v\d+|core)$|\//.test(group)) {continue;}
    yield findingOf(rbacNeverMatches, {
      about, path: `${path}.apiGroups[${index}]`, what: 'no API group has this name', given: group,
      allowed: group.includes('/') ? group.slice(0, group.indexOf('/')) : '"", the core group',
    });
  }
  // verbs of their own, such as those of authorizers, can be about anything
  if (groups.length === 0 || kinds.length === 0 || !groups.every(isBuiltInGroup)) {return;}
  for (const [index, verb] of actions.entries()) {
    const meant = meantBy(verb);
    if (meant !== undefined) {
      yield findingOf(rbacNeverMatches, {
        about, path: `${path}.verbs[${index}]`, what: 'no request has this verb', given: verb, allowed: meant,
      });
    }
  }
  if (actions.some(verb => verb !== '*' && !VERBS.includes(verb) && meantBy(verb) === undefined)) {return;}
  for (const [index, kind] of kinds.entries()) {
    const wrong = wrongResource(kind, groups) ?? (about.kind === 'Role' ? outsideNamespace(kind, groups, actions) : undefined);
    if (wrong) {yield findingOf(rbacNeverMatches, { about, path: `${path}.resources[${index}]`, given: kind, ...wrong });}
  }
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter(text => typeof text === 'string') : [];
}

/** The verb that was meant; undefined for verbs that there are, and for those that others may have made up. */
function meantBy(verb: string): string | undefined {
  if (verb === '*' || VERBS.includes(verb)) {return undefined;}
  const small = verb.toLowerCase();
  const near = nearest(small, VERBS);
  return MEANT.get(small) ?? (VERBS.includes(small) ? small : isOneOff(small, near) ? near : undefined);
}

/** `gets` and `lsit`, not `use`, which is a verb. */
function isOneOff(word: string, near: string | undefined): boolean {
  return near !== undefined && word.length > 3 && Math.abs(word.length - near.length) <= 1;
}

type Wrong = Pick<ObjectFinding, 'what'> & Partial<Pick<ObjectFinding, 'allowed'>>;

function wrongResource(resource: string, groups: readonly string[]): Wrong | undefined {
  const [name, ...sub] = resource.split('/');
  if (name === '*' || name === '') {return undefined;}
  if (groups.some(group => builtInResource(group, name) !== undefined)) {
    const wanted = sub.length === 1 ? MISSPELT_PARTS.get(`${name}/${sub[0]}`) : undefined;
    return wanted === undefined ? undefined : { what: 'the resource has no such part', allowed: wanted };
  }
  const own = groups.map(group => (group === '' ? 'the core group' : group)).join(' and ');
  const right = rightSpelling(resource, groups);
  return { what: `${own} ${groups.length === 1 ? 'has' : 'have'} no such resource`, ...right !== undefined && { allowed: right } };
}

/** Parts of resources under names that other commands use. */
const MISSPELT_PARTS: ReadonlyMap<string, string> = new Map([
  ['pods/logs', 'pods/log'], ['pods/portforwarding', 'pods/portforward'], ['pods/port-forward', 'pods/portforward'],
  ['pods/evictions', 'pods/eviction'], ['pods/bindings', 'pods/binding'], ['nodes/metric', 'nodes/metrics'], ['nodes/stat', 'nodes/stats'],
  ['nodes/logs', 'nodes/log'], ['serviceaccounts/tokens', 'serviceaccounts/token'],
]);

/** What was meant: the resource in its own group, in the plural, or without the group in front of it or behind it. */
function rightSpelling(resource: string, groups: readonly string[]): string | undefined {
  const words = resource.split(/[/.]/);
  for (const word of [words[0], words[words.length - 1]]) {
    for (const candidate of [word.toLowerCase(), pluralOf(word)]) {
      const [first] = [...builtInResources()].flatMap(([group, names]) => (names.has(candidate) ? [group] : []))
        .sort((a, b) => Number(groups.includes(b)) - Number(groups.includes(a)));
      if (first !== undefined) {return inGroup(candidate, first, groups);}
    }
  }
  return nearest(resource, groups.flatMap(group => [...builtInResources().get(group)?.keys() ?? []]));
}

function inGroup(name: string, group: string, groups: readonly string[]): string {
  return groups.includes(group) ? name : `${name}, with apiGroups: ["${group}"]`;
}

/** What the API server looks up in a namespace although it has none: a namespace itself, and roles that someone binds there. */
function outsideNamespace(resource: string, groups: readonly string[], verbs: readonly string[]): Wrong | undefined {
  const [name] = resource.split('/');
  const found = groups.flatMap(group => builtInResource(group, name) ?? []);
  const isOutside = found.length > 0 && found.every(each => each === true);
  if (!isOutside || name === 'clusterroles' && verbs.includes('*')
    || name === 'namespaces' && verbs.some(verb => !['list', 'watch', 'create', 'deletecollection'].includes(verb))) {return undefined;}
  return {
    what: 'the resource is in no namespace, and a Role grants what is in its own', allowed: 'a ClusterRole and a ClusterRoleBinding',
  };
}

function roleWith(rule: Wire): Wire {
  return {
    apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name: 'agent' },
    rules: [{ resources: ['deployments'], verbs: ['get', 'list', 'watch'], ...rule }],
  };
}
