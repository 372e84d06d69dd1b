import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { automaticTolerations } from '../../cluster/placement/taints';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const overwrittenToleration: Rule = {
  id: 'overwritten-toleration',
  level: 'warning',
  summary: 'A DaemonSet says how long its pods stay on a dead node, without effect.',
  looksAt: '`tolerationSeconds` in tolerations of DaemonSets that the controller adds itself.',
  why: 'The DaemonSet controller gives its pods tolerations of its own, among them `not-ready` and `unreachable` without an end. A '
    + 'toleration of the same key, effect, operator and value is replaced by it: the pods stay for ever.',
  fix: 'Leave the toleration out: pods of a DaemonSet stay on such nodes whatever it says.',
  example: () => ({
    fails: [
      daemonSet({ tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 }] }),
    ],
    passes: [daemonSet({ tolerations: [{ key: 'example.com/dedicated', operator: 'Exists', effect: 'NoSchedule' }] })],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      for (const [index, toleration] of (workload.pod.tolerations ?? []).entries()) {
        if (typeof toleration.tolerationSeconds !== 'number' || !isAutomatic(toleration)) {continue;}
        yield findingOf(overwrittenToleration, {
          about: workload, path: `${workload.podPath}.tolerations[${index}].tolerationSeconds`,
          given: `${toleration.key}: ${toleration.tolerationSeconds} s`,
          what: 'the DaemonSet controller replaces this toleration by one without an end',
        });
      }
    }
  },
};

function isAutomatic({ key, operator, value, effect }: Wire): boolean {
  return !value && automaticTolerations(true).some(own => own.key === key && own.effect === effect && own.operator === operator);
}
