import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { standsStillWithout } from '../facts/node-critical';
import type { Rule } from '../rule';

export const missingPriority: Rule = {
  id: 'missing-priority',
  level: 'warning',
  summary: 'An agent that other pods of its node wait for has no priority over them.',
  looksAt: '`priorityClassName` of DaemonSets that write where network, storage and device plugins are found: the directories of the CNI, '
    + '`plugins_registry` and `device-plugins` of the kubelet.',
  why: 'Without a priority the pod waits for room on a node that is full of the very pods that need it, and goes among the first when the '
    + 'node runs short. The kubelet turns every pod away from a node with disk pressure but those of a system priority.',
  fix: 'Set `priorityClassName: system-node-critical`. Outside of kube-system GKE asks for a ResourceQuota for that class.',
  example: () => ({
    fails: [plugin({})],
    passes: [plugin({ priorityClassName: 'system-node-critical' })],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      const { priorityClassName, priority } = workload.pod;
      const still = priorityClassName || priority ? undefined : standsStillWithout(workload);
      if (still === undefined) {continue;}
      yield findingOf(missingPriority, {
        about: workload, path: `${workload.podPath}.priorityClassName`, allowed: 'system-node-critical',
        what: `where the pod finds no room or has to go, ${still}`,
      });
    }
  },
};

function plugin(pod: object) {
  return daemonSet(
    { ...pod, volumes: [{ name: 'registration', hostPath: { path: '/var/lib/kubelet/plugins_registry', type: 'Directory' } }] },
    { volumeMounts: [{ name: 'registration', mountPath: '/registration' }] },
  );
}
