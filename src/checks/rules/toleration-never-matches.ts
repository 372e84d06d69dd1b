import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf, Finding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

const NO_SCHEDULE = ['NoSchedule'];
const BOTH = ['NoSchedule', 'NoExecute'];

/** The taints that Kubernetes itself sets, none of which has a value, with the effects that they come with. */
const OF_KUBERNETES: ReadonlyMap<string, readonly string[]> = new Map([
  ['node.kubernetes.io/disk-pressure', NO_SCHEDULE],
  ['node.kubernetes.io/memory-pressure', NO_SCHEDULE],
  ['node.kubernetes.io/network-unavailable', NO_SCHEDULE],
  ['node.kubernetes.io/not-ready', BOTH],
  ['node.kubernetes.io/pid-pressure', NO_SCHEDULE],
  ['node.kubernetes.io/unreachable', BOTH],
  ['node.kubernetes.io/unschedulable', NO_SCHEDULE],
]);

/** Keys under the names of Kubernetes that its tools and distributions set, with values of their own. */
const KNOWN = [
  ...OF_KUBERNETES.keys(), 'node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/controlplane', 'node-role.kubernetes.io/etcd',
  'node-role.kubernetes.io/master', 'node-role.kubernetes.io/worker', 'node.cloudprovider.kubernetes.io/shutdown',
  'node.cloudprovider.kubernetes.io/uninitialized', 'node.kubernetes.io/out-of-service',
];

export const tolerationNeverMatches: Rule = {
  id: 'toleration-never-matches',
  level: 'warning',
  summary: 'A toleration is for a taint that no node ever has.',
  looksAt: 'Tolerations of workloads for the taints that Kubernetes itself sets: misspelt keys, values, and effects that they never have.',
  why: 'The API server takes any key. A toleration that matches nothing does nothing: the agent stays away from the nodes that it was '
    + 'written for, such as those that are not ready yet.',
  fix: 'Copy the key, the value and the effect from `kubectl get nodes -o yaml`, or use `operator: Exists` without an effect.',
  example: () => ({
    fails: [daemonSet({ tolerations: [{ key: 'node.kubernetes.io/notready', operator: 'Exists' }] })],
    passes: [daemonSet({ tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }] })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const [index, toleration] of (workload.pod.tolerations ?? []).entries()) {
        const found = mistakeIn(toleration);
        if (found) {
          yield findingOf(tolerationNeverMatches, {
            about: workload, path: `${workload.podPath}.tolerations[${index}].${found.field}`, ...found.said,
          });
        }
      }
    }
  },
};

function mistakeIn({ key, operator, value, effect }: Wire): {
  readonly field: string; readonly said: Pick<Finding, 'what' | 'given' | 'allowed'>;
} | undefined {
  if (typeof key !== 'string') {return undefined;}
  const effects = OF_KUBERNETES.get(key);
  if (effects === undefined) {
    const meant = /(^|[.-])kubernetes\.io\//.test(key) && !KNOWN.includes(key) ? nearest(key, KNOWN) : undefined;
    return meant === undefined
      ? undefined
      : { field: 'key', said: { what: 'no component of Kubernetes sets a taint of this key', given: key, allowed: meant } };
  }
  if (operator !== 'Exists' && value) {
    return {
      field: 'value', said: { what: `the taint ${key} has no value, so this one never matches`, given: value, allowed: 'operator: Exists' },
    };
  }
  // what is preferred alone keeps nobody away
  if (effect && effect !== 'PreferNoSchedule' && !effects.includes(effect)) {
    return { field: 'effect', said: { what: `the taint ${key} never has this effect`, given: effect, allowed: effects.join(', ') } };
  }
  return undefined;
}
