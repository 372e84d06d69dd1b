import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const kubeSystemPlacement: Rule = {
  id: 'kube-system-placement',
  level: 'note',
  summary: 'An agent runs in the namespace of the cluster itself.',
  looksAt: 'DaemonSets in kube-system without a priority class of the system.',
  why: 'The namespace kube-system belongs to the distribution: its upgrades may remove or overwrite what is there, Pod Security and network policies often leave it out, its service '
    + 'accounts have a share of the API server of their own, and its Secrets and ConfigMaps can be read by whoever may read those of the agent. Agents with '
    + '`system-node-critical` are no finding: GKE allows that class in other namespaces only with a ResourceQuota.',
  fix: 'Give agents a namespace of their own, with the Pod Security level that they need.',
  example: () => ({
    fails: [{ ...daemonSet(), metadata: { name: 'agent', namespace: 'kube-system' } }],
    passes: [daemonSet()],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      if (workload.namespace !== 'kube-system' || String(workload.pod.priorityClassName).startsWith('system-')) {continue;}
      yield findingOf(kubeSystemPlacement, { about: workload, path: 'metadata.namespace', what: 'the agent shares the namespace of the cluster itself', given: 'kube-system' });
    }
  },
};
