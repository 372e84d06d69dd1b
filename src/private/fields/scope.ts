import { parseScopes } from './parse-table';
import { SCOPE_TABLE } from './scope-table';

let scopes: ReadonlyMap<string, boolean> | undefined;

/** Whether objects of a kind have no namespace; undefined for kinds that Kubernetes itself does not have, such as custom resources. */
export function isClusterScoped(apiVersion: string, kind: string): boolean | undefined {
  scopes ??= parseScopes(SCOPE_TABLE);
  const slash = apiVersion.indexOf('/');
  return scopes.get(`${slash < 0 ? CORE : apiVersion.slice(0, slash)}/${kind}`);
}

const CORE = 'core';

/** Every kind of Kubernetes itself by its group, the core group under an empty text, and whether its objects have no namespace. */
export function scopesByGroup(): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  scopes ??= parseScopes(SCOPE_TABLE);
  const groups = new Map<string, Map<string, boolean>>();
  for (const [key, isClusterWide] of scopes) {
    const slash = key.indexOf('/');
    const group = key.slice(0, slash) === CORE ? '' : key.slice(0, slash);
    const kinds = groups.get(group) ?? new Map<string, boolean>();
    groups.set(group, kinds.set(key.slice(slash + 1), isClusterWide));
  }
  return groups;
}
