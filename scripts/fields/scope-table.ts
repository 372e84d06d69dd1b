/** One operation of a path of an OpenAPI v2 file. */
interface Operation {
  readonly 'x-kubernetes-action'?: string;
  readonly 'x-kubernetes-group-version-kind'?: { readonly group: string; readonly kind: string };
}

/** The paths of one minor of Kubernetes. */
export interface ReleasePaths {
  readonly minor: number;
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
}

/** Paths of resources and of their objects, not of subresources: `/apis/{group}/{version}/namespaces/{namespace}/{plural}/{name}`. */
const RESOURCE = /^\/(?:api|apis\/[^/]+)\/[^/]+\/(?<namespaced>namespaces\/\{namespace\}\/)?[^/{}]+(?:\/\{name\})?$/;

/** Lists over all namespaces have the path of a resource without namespaces. */
const ACTIONS = new Set(['get', 'post', 'put']);

/**
 * The compact table of the kinds of all releases, as src/private/fields/parse-table.ts reads it: one group per line, `*` after a kind whose
 * objects have no namespace.
 */
export function scopeTable(releases: readonly ReleasePaths[]): string {
  const groups = new Map<string, Map<string, boolean>>();
  for (const release of releases) {
    for (const [path, operations] of Object.entries(release.paths)) {
      const match = RESOURCE.exec(path);
      if (match === null) continue;
      const isClusterScoped = match.groups!.namespaced === undefined;
      for (const { group, kind } of kindsOf(operations)) {
        const kinds = groups.get(group) ?? new Map<string, boolean>();
        if ((kinds.get(kind) ?? isClusterScoped) !== isClusterScoped) {
          throw new Error(
            `${kind} of ${group || 'core'} has two scopes, in 1.${release.minor}: ${path}`,
          );
        }
        groups.set(group, kinds.set(kind, isClusterScoped));
      }
    }
  }
  if (groups.size === 0) throw new Error('no release has a path of a resource');
  return [...groups].sort(byKey).map(([group, kinds]) =>
    [group || 'core', ...[...kinds].sort(byKey).map(([kind, isClusterScoped]) => `${kind}${isClusterScoped ? '*' : ''}`)].join(' ')).join(
    '\n',
  );
}

function kindsOf(operations: { readonly [method: string]: unknown }): { readonly group: string; readonly kind: string }[] {
  return (Object.values(operations) as Operation[])
    .filter((operation) => ACTIONS.has(operation['x-kubernetes-action'] ?? ''))
    .flatMap((operation) => operation['x-kubernetes-group-version-kind'] ?? []);
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
