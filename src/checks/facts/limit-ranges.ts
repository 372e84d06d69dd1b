import type { CheckContext } from '../../cluster/inventory/check-context';
import { podRequests } from '../../cluster/inventory/pod-requests';
import type { ResourceList } from '../../cluster/inventory/resource-list';
import type { Workload } from '../../cluster/inventory/workload';
import { Entry, isMap, namespaceOf } from '../../private/entry';
import type { Wire } from '../../private/wire';

/** Whether a container says what it takes of a resource. */
export type SaysOf = (workload: Workload, container: Wire, resource: string) => boolean;

/** The LimitRanges of the namespace of a workload. */
export function limitRangesOf({ inventory }: CheckContext, workload: Workload): readonly Entry[] {
  return inventory.ofKind('LimitRange').filter(entry => namespaceOf(entry) === namespaceOf(workload));
}

/** What a LimitRange says of containers, or of pods as a whole. */
export function limitsFor(type: 'Container' | 'Pod', { object }: Entry): Wire[] {
  const limits: unknown = object.spec?.limits;
  return Array.isArray(limits) ? limits.filter(limit => isMap(limit) && limit.type === type) : [];
}

/**
 * A container as the API server admits it: a limit stands for the request that is left out, and then a LimitRange fills in the rest. Its
 * `max` is its default where it has none, and its `min` the default of requests.
 */
export function admitted(container: Wire, ranges: readonly Entry[]): Wire {
  const limits = ranges.flatMap(entry => limitsFor('Container', entry)).reverse();
  const merged = (...fields: string[]) => Object.assign({}, ...fields.flatMap(field => limits.map(limit => limit[field])));
  const requests = written(container.resources?.requests);
  const own = written(container.resources?.limits);
  return {
    ...container,
    resources: {
      requests: written({ ...merged('min', 'max', 'default', 'defaultRequest'), ...own, ...requests }),
      limits: written({ ...merged('max', 'default'), ...own }),
    },
  };
}

/** The containers of a pod as they are admitted. */
export type AdmittedPod = Wire & { readonly containers: readonly Wire[]; readonly initContainers: readonly Wire[] };

export function admittedPod(pod: Wire, ranges: readonly Entry[]): AdmittedPod {
  const filled = (list: unknown) => (Array.isArray(list) ? list : []).map((container: Wire) => admitted(container, ranges));
  return { ...pod, containers: filled(pod.containers), initContainers: filled(pod.initContainers) };
}

/** The limits of a pod, summed up as its requests are. */
export function podLimits({ containers, initContainers }: AdmittedPod): ResourceList {
  const limited = (list: readonly Wire[]) => list.map(container => ({ ...container, resources: { requests: container.resources.limits } }));
  return podRequests({ containers: limited(containers), initContainers: limited(initContainers) });
}

/** A list without what is null, which is left out. */
function written(list: Wire | undefined | null): Wire {
  return Object.fromEntries(Object.entries(list ?? {}).filter(([, amount]) => amount !== null && amount !== undefined));
}

/** Whether a container has a request: of its own, for the whole pod, by its limit, or by the LimitRange of its namespace. */
export function hasRequest(context: CheckContext): SaysOf {
  const given = defaultsOf(context, ['defaultRequest', 'default', 'max', 'min']);
  const hasOwnLimit = hasLimit(context);
  return (workload, container, resource) => says(container, 'requests', resource) || says(workload.pod, 'requests', resource)
    || hasOwnLimit(workload, container, resource) || given.has(`${namespaceOf(workload)} ${resource}`);
}

/** Whether a container has a limit: of its own, for the whole pod, or by the LimitRange of its namespace. */
export function hasLimit(context: CheckContext): SaysOf {
  const given = defaultsOf(context, ['default', 'max']);
  return (workload, container, resource) => says(container, 'limits', resource) || says(workload.pod, 'limits', resource)
    || given.has(`${namespaceOf(workload)} ${resource}`);
}

function says({ resources }: Wire, side: 'requests' | 'limits', resource: string): boolean {
  const amount = resources?.[side]?.[resource];
  return amount !== undefined && amount !== null && !/^0+[a-zA-Z]*$/.test(String(amount));
}

/** What the API server fills in for containers, by namespace and resource: `max` and `min` are defaults too. */
function defaultsOf({ inventory }: CheckContext, fields: readonly string[]): ReadonlySet<string> {
  return new Set(inventory.ofKind('LimitRange').flatMap(entry => limitsFor('Container', entry)
    .flatMap(limit => fields.flatMap(field => Object.keys(limit[field] ?? {})).map(resource => `${namespaceOf(entry)} ${resource}`))));
}
