import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** Taints that nodes had once, and those that stand in for them. */
const OUTDATED: ReadonlyMap<string, string> = new Map([
  ['node-role.kubernetes.io/master', 'node-role.kubernetes.io/control-plane'],
  ['node.alpha.kubernetes.io/notReady', 'node.kubernetes.io/not-ready'],
  ['node.alpha.kubernetes.io/unreachable', 'node.kubernetes.io/unreachable'],
]);

export const outdatedToleration: Rule = {
  id: 'outdated-toleration',
  level: 'warning',
  summary: 'A workload tolerates a taint by its old name alone.',
  looksAt: 'Tolerations of workloads for taints that were renamed, such as `node-role.kubernetes.io/master`, without one for the new name.',
  why: 'Clusters of kubeadm have no taint `node-role.kubernetes.io/master` since 1.25: the nodes of the control plane have the taint '
    + '`node-role.kubernetes.io/control-plane`, and an agent that tolerates the old one alone does not run there. Nothing reports it, '
    + 'since the DaemonSet does not want those nodes.',
  fix: 'Tolerate the new name, next to the old one where old clusters get the workload too.',
  example: () => ({
    fails: [daemonSet({ tolerations: [master()] })],
    passes: [daemonSet({ tolerations: [master(), { ...master(), key: 'node-role.kubernetes.io/control-plane' }] })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const tolerations: Wire[] = workload.pod.tolerations ?? [];
      for (const [index, { key, effect }] of tolerations.entries()) {
        const instead = OUTDATED.get(key);
        const isCovered = instead === undefined
          || tolerations.some(other => (other.key === instead || !other.key) && (!other.effect || other.effect === effect));
        if (!isCovered) {
          yield findingOf(outdatedToleration, {
            about: workload, path: `${workload.podPath}.tolerations[${index}].key`, what: 'nodes have this taint under another name',
            given: key, allowed: instead,
          });
        }
      }
    }
  },
};

function master(): Wire {
  return { key: 'node-role.kubernetes.io/master', operator: 'Exists', effect: 'NoSchedule' };
}
