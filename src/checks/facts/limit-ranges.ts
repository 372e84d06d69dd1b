import type { CheckContext } from '../../cluster/inventory/check-context';
import type { Workload } from '../../cluster/inventory/workload';
import { namespaceOf } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** Whether a container says what it takes of a resource. */
export type SaysOf = (workload: Workload, container: Wire, resource: string) => boolean;

/** Whether a container has a request: of its own, for the whole pod, by its limit, or by the LimitRange of its namespace. */
export function hasRequest(context: CheckContext): SaysOf {
  const given = defaultsOf(context, ['defaultRequest', 'default']);
  const hasOwnLimit = hasLimit(context);
  return (workload, container, resource) => says(container, 'requests', resource) || says(workload.pod, 'requests', resource)
    || hasOwnLimit(workload, container, resource) || given.has(`${namespaceOf(workload)} ${resource}`);
}

/** Whether a container has a limit: of its own, for the whole pod, or by the LimitRange of its namespace. */
export function hasLimit(context: CheckContext): SaysOf {
  const given = defaultsOf(context, ['default']);
  return (workload, container, resource) => says(container, 'limits', resource) || says(workload.pod, 'limits', resource)
    || given.has(`${namespaceOf(workload)} ${resource}`);
}

function says({ resources }: Wire, side: 'requests' | 'limits', resource: string): boolean {
  const amount = resources?.[side]?.[resource];
  return amount !== undefined && amount !== null && !/^0+[a-zA-Z]*$/.test(String(amount));
}

/** What the API server fills in for containers, by namespace and resource. */
function defaultsOf({ inventory }: CheckContext, fields: readonly string[]): ReadonlySet<string> {
  return new Set(inventory.ofKind('LimitRange').flatMap(entry => (entry.object.spec?.limits ?? [])
    .filter(({ type }: Wire) => type === 'Container')
    .flatMap((limit: Wire) => fields.flatMap(field => Object.keys(limit[field] ?? {})).map(resource => `${namespaceOf(entry)} ${resource}`))));
}
