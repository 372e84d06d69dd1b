import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { automaticTolerations } from '../../cluster/placement/taints';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const temporaryToleration: Rule = {
  id: 'temporary-toleration',
  level: 'warning',
  summary: 'A toleration of a DaemonSet ends after a while, and its pods are created again and again.',
  looksAt: '`tolerationSeconds` in tolerations of DaemonSets.',
  why: 'When the time is over the pod is evicted. The DaemonSet controller does not look at the time: for it the node is tolerated, so it '
    + 'makes a new pod at once, which is evicted as well, for as long as the taint is there.',
  fix: 'Leave `tolerationSeconds` out to stay, or the whole toleration to go.',
  example: () => ({
    fails: [
      daemonSet({ tolerations: [{ key: 'example.com/maintenance', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 }] }),
    ],
    passes: [daemonSet({ tolerations: [{ key: 'example.com/maintenance', operator: 'Exists', effect: 'NoExecute' }] })],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      for (const [index, { key, operator, value, effect, tolerationSeconds: seconds }] of (workload.pod.tolerations ?? []).entries()) {
        if (typeof seconds !== 'number' || effect !== 'NoExecute') {continue;}
        if (!value
          && automaticTolerations(true).some(own => own.key === key && own.effect === effect && own.operator === operator)) {continue;}
        yield findingOf(temporaryToleration, {
          about: workload, path: `${workload.podPath}.tolerations[${index}].tolerationSeconds`,
          given: `${key ?? 'every taint'}: ${seconds} s`,
          what: `on a node with the taint the pod is evicted ${seconds <= 0 ? 'at once' : `every ${seconds} s`} and created again`,
        });
      }
    }
  },
};
