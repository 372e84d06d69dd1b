import { containersIn } from '../../cluster/inventory/containers';
import { podRequests } from '../../cluster/inventory/pod-requests';
import { formatAmount, readResources } from '../../cluster/inventory/resource-list';
import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { describeEntry, Entry, isMap, namespaceOf } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import { isQuantity } from '../../private/quantity';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { AdmittedPod, admittedPod, limitRangesOf, podLimits } from '../facts/limit-ranges';
import type { Rule } from '../rule';

export const quotaRefusesPods: Rule = {
  id: 'quota-refuses-pods',
  level: 'error',
  summary: 'A ResourceQuota of the namespace allows no pod of a workload, or too few of them.',
  looksAt: '`hard` of ResourceQuotas of the namespace whose scopes match the pods: requests and limits of processors and memory that each '
    + 'container must have then, by itself or by a LimitRange; the amounts for one pod, and for the pods of a DaemonSet on all of its '
    + 'nodes where these are known. Pods with `resources` as a whole are left out.',
  why: 'The API server takes the workload and refuses its pods, which only an event says: `failed quota: compute: must specify '
    + 'limits.memory for: agent`, or `exceeded quota`.',
  fix: 'Give each container what the quota asks for, in `resources` or by a LimitRange; raise the quota, or move the workload to another '
    + 'namespace.',
  example: () => ({
    fails: [daemonSet(), quota({ 'limits.cpu': '10' })],
    passes: [daemonSet(), quota({ 'limits.memory': '10Gi' })],
  }),
  *check(context) {
    const quotas = context.inventory.ofKind('ResourceQuota').filter(({ object }) => isMap(object.spec?.hard));
    if (quotas.length === 0) {return;}
    const sharing = NodeSharing.in(context);
    for (const workload of writtenWorkloads(context)) {
      if (workload.pod.resources || containersIn(workload).length === 0) {continue;}
      const ranges = limitRangesOf(context, workload);
      const pod = admittedPod(workload.pod, ranges);
      const nodes = isDaemonSet(workload) ? sharing.nodesOf(workload)?.size : undefined;
      for (const entry of quotas) {
        if (namespaceOf(entry) !== namespaceOf(workload) || !matches(entry.object.spec, pod)) {continue;}
        const missing = [...missingIn(workload, entry, pod)];
        yield* missing;
        // several LimitRanges fill in whichever comes first
        if (missing.length === 0 && ranges.length <= 1) {yield* exceeding(workload, entry, pod, nodes);}
      }
    }
  },
};

/** What each container must have where a quota counts it. Of other resources only what is there is counted. */
const DEMANDED = /^(?:(requests|limits)\.)?(cpu|memory)$/;

function* missingIn(workload: Workload, entry: Entry, pod: AdmittedPod): Generator<ObjectFinding> {
  const demanded = Object.keys(entry.object.spec.hard).filter(key => DEMANDED.test(key));
  const all = [...pod.containers, ...pod.initContainers];
  for (const [index, { name, path }] of containersIn(workload).entries()) {
    const missing = demanded.filter(key => {
      const [, side = 'requests', resource] = DEMANDED.exec(key)!;
      return all[index].resources[side][resource] === undefined;
    });
    if (missing.length === 0) {continue;}
    yield findingOf(quotaRefusesPods, {
      about: workload, path: `${path}.resources`, container: name, given: `no ${missing.join(', no ')}`,
      what: `every container must have it, by ${describeEntry(entry)}`,
    });
  }
}

/** Amounts that a quota counts: those of pods, of containers, and of devices. Storage of claims and other objects are none of pods. */
const COUNTED = /^(?:(requests|limits)\.)?(cpu|memory|ephemeral-storage|hugepages-\S+)$|^(requests)\.([^/]+\.[^/]+\/\S+)$/;
const COUNTS_PODS: ReadonlySet<string> = new Set(['pods', 'count/pods']);

function* exceeding(workload: Workload, entry: Entry, pod: AdmittedPod, nodes: number | undefined): Generator<ObjectFinding> {
  const { hard } = entry.object.spec;
  const requests = podRequests(pod);
  const limits = podLimits(pod);
  for (const [key, text] of Object.entries(hard)) {
    const [, side, plain, , device] = COUNTED.exec(key) ?? [];
    const resource = COUNTS_PODS.has(key) ? 'pods' : plain ?? device;
    if (resource === undefined || resource.includes('storageclass.storage.k8s.io/') || !isQuantity(String(text))) {continue;}
    const one = resource === 'pods' ? 1n : (side === 'limits' ? limits : requests).get(resource) ?? 0n;
    const most = readResources({ [resource]: text }).get(resource)!;
    const isTooMuch = one > most;
    if (!isTooMuch && (nodes === undefined || one * BigInt(nodes) <= most)) {continue;}
    const pods = isTooMuch ? 'one pod' : `the pods of ${nodes} nodes`;
    yield findingOf(quotaRefusesPods, {
      about: workload, path: `${workload.podPath}.containers`, what: `too little ${key} for ${pods} in ${describeEntry(entry)}`,
      given: `${formatAmount(resource, isTooMuch ? one : one * BigInt(nodes!))} for ${pods}`, allowed: formatAmount(resource, most),
    });
  }
}

/** Whether a quota counts a pod: all of its scopes must match. What cannot be known from the manifest counts as no match. */
function matches({ scopes, scopeSelector }: Wire, pod: AdmittedPod): boolean {
  const names: unknown[] = Array.isArray(scopes) ? scopes : [];
  const terms: unknown = scopeSelector?.matchExpressions ?? [];
  return names.every(scopeName => matchesScope({ scopeName, operator: 'Exists' }, pod))
    && (!Array.isArray(terms) || terms.every(term => isMap(term) && matchesScope(term, pod)));
}

function matchesScope({ scopeName, operator, values }: Wire, pod: AdmittedPod): boolean {
  switch (scopeName) {
    case 'Terminating': return isTerminating(pod);
    case 'NotTerminating': return !isTerminating(pod);
    case 'BestEffort': return isBestEffort(pod);
    case 'NotBestEffort': return !isBestEffort(pod);
    case 'PriorityClass': {
      const { priorityClassName } = pod;
      if (!priorityClassName) {return false;}
      const isOne = Array.isArray(values) && values.includes(priorityClassName);
      return operator === 'Exists' || operator === 'In' && isOne || operator === 'NotIn' && !isOne;
    }
    default: return false;
  }
}

function isTerminating({ activeDeadlineSeconds }: Wire): boolean {
  return typeof activeDeadlineSeconds === 'number';
}

/** Pods without requests and limits of processors and memory. */
function isBestEffort({ containers, initContainers }: AdmittedPod): boolean {
  return [...containers, ...initContainers].every(({ resources }) => [resources.requests, resources.limits].every(list =>
    ['cpu', 'memory'].every(resource => (readResources(list).get(resource) ?? 0n) === 0n)));
}

function quota(hard: Wire): Wire {
  return { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'compute', namespace: 'agents' }, spec: { hard } };
}
