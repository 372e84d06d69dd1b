import { containersIn } from '../../cluster/inventory/containers';
import { podRequests } from '../../cluster/inventory/pod-requests';
import { formatAmount, readResources, ResourceList } from '../../cluster/inventory/resource-list';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { describeEntry, Entry } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import { isQuantity } from '../../private/quantity';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { admitted, admittedPod, limitRangesOf, limitsFor, podLimits } from '../facts/limit-ranges';
import type { Rule } from '../rule';

export const limitRangeRefusesPods: Rule = {
  id: 'limit-range-refuses-pods',
  level: 'error',
  summary: 'The LimitRange of the namespace allows no pod of a workload.',
  looksAt: '`min`, `max` and `maxLimitRequestRatio` of the LimitRange of the namespace, for containers and for pods, against requests and '
    + 'limits after its defaults are filled in. Namespaces with several LimitRanges, and pods with `resources` as a whole, are left out.',
  why: 'The API server takes the workload and refuses each of its pods, which only an event says: `maximum memory usage per Container is '
    + '1Gi, but limit is 2Gi`. A default limit below the request of a container is refused as well.',
  fix: 'Change `resources` of the containers, or the LimitRange.',
  example: () => ({
    fails: [daemonSet({}, { resources: { limits: { memory: '2Gi' } } }), limitRange()],
    passes: [daemonSet({}, { resources: { limits: { memory: '1Gi' } } }), limitRange()],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const ranges = limitRangesOf(context, workload);
      if (ranges.length !== 1 || workload.pod.resources) {continue;}
      yield* refusedContainers(workload, ranges[0]);
      yield* refusedPod(workload, ranges[0]);
    }
  },
};

interface Asked {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
}

/** What is asked for, and what would be allowed. */
interface Refusal {
  readonly given: string;
  readonly allowed: string;
}

function* refusedContainers(workload: Workload, range: Entry): Generator<ObjectFinding> {
  for (const { container, name, path } of containersIn(workload)) {
    const { resources } = admitted(container, [range]);
    const asked = { requests: readResources(resources.requests), limits: readResources(resources.limits) };
    const refusal = limitsFor('Container', range).flatMap(limit => [...refusalsBy(limit, asked)])[0] ?? tooMuchFor(container, asked);
    if (refusal === undefined) {continue;}
    yield findingOf(limitRangeRefusesPods, {
      about: workload, path: `${path}.resources`, container: name, ...refusal,
      what: `the container is refused by ${describeEntry(range)}`,
    });
  }
}

function* refusedPod(workload: Workload, range: Entry): Generator<ObjectFinding> {
  const pod = admittedPod(workload.pod, [range]);
  if (pod.containers.length === 0) {return;}
  // a limit counts as request: that is in `requests` by now, and what has none has no limit either
  const { containers, initContainers } = pod;
  const asked = { requests: podRequests({ containers, initContainers }), limits: podLimits(pod) };
  const refusal = limitsFor('Pod', range).flatMap(limit => [...refusalsBy(limit, asked)])[0];
  if (refusal === undefined) {return;}
  yield findingOf(limitRangeRefusesPods, {
    about: workload, path: `${workload.podPath}.containers`, ...refusal, what: `the pod is refused by ${describeEntry(range)}`,
  });
}

const MILLIS = 1000n;

/** Everything that a LimitRange refuses. What is no quantity does not come to a cluster. */
function* refusalsBy({ min, max, maxLimitRequestRatio }: Wire, { requests, limits }: Asked): Generator<Refusal> {
  for (const [resource, amount] of amountsIn(min)) {
    const allowed = `at least ${formatAmount(resource, amount)}`;
    for (const [side, list] of [['request', requests], ['limit', limits]] as const) {
      const asked = list.get(resource);
      if (asked === undefined ? side === 'request' : asked < amount) {yield { given: amountOf(side, resource, asked), allowed };}
    }
  }
  for (const [resource, amount] of amountsIn(max)) {
    const allowed = `at most ${formatAmount(resource, amount)}`;
    for (const [side, list] of [['limit', limits], ['request', requests]] as const) {
      const asked = list.get(resource);
      if (asked === undefined ? side === 'limit' : asked > amount) {yield { given: amountOf(side, resource, asked), allowed };}
    }
  }
  for (const [resource, text] of Object.entries(maxLimitRequestRatio ?? {})) {
    const ratio = readResources({ cpu: text }).get('cpu')!;
    const [request = 0n, limit = 0n] = [requests.get(resource), limits.get(resource)];
    if (!isQuantity(String(text)) || request > 0n && limit > 0n && limit * MILLIS <= ratio * request) {continue;}
    yield {
      given: `${amountOf('request', resource, request || undefined)}, ${amountOf('limit', resource, limit || undefined)}`,
      allowed: `a limit of at most ${String(text)} times the request`,
    };
  }
}

/** A request that the limit of the LimitRange is too small for. */
function tooMuchFor({ resources }: Wire, { requests, limits }: Asked): Refusal | undefined {
  for (const [resource, limit] of limits) {
    const request = requests.get(resource);
    if (request === undefined || request <= limit || resources?.limits?.[resource] !== undefined) {continue;}
    return {
      given: amountOf('request', resource, request), allowed: `at most ${formatAmount(resource, limit)}, which is the limit by default`,
    };
  }
  return undefined;
}

function amountsIn(list: Wire | undefined | null): ResourceList {
  return readResources(Object.fromEntries(Object.entries(list ?? {}).filter(([, text]) => isQuantity(String(text)))));
}

function amountOf(side: 'request' | 'limit', resource: string, amount: bigint | undefined): string {
  return amount === undefined ? `no ${side} of ${resource}` : `a ${side} of ${formatAmount(resource, amount)} ${resource}`;
}

function limitRange(): Wire {
  return {
    apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits', namespace: 'agents' },
    spec: { limits: [{ type: 'Container', max: { memory: '1Gi' } }] },
  };
}
