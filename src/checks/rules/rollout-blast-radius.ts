import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { NodeSharing } from '../../cluster/placement/node-sharing';
import { findingOf } from '../../private/finding';
import { daemonSet, hostPath } from '../example';
import { standsStillWithout } from '../facts/node-critical';
import type { Rule } from '../rule';

/** The share of its nodes that an agent may be missing from at a time, and that of an agent without which a node stands still. */
const MOST = 50;
const MOST_OF_PLUGINS = 25;

export const rolloutBlastRadius: Rule = {
  id: 'rollout-blast-radius',
  level: 'warning',
  summary: 'A bad release takes an agent from a large part of the nodes before anyone can see that it is bad.',
  looksAt: `\`maxUnavailable\` of DaemonSets: more than ${MOST} percent of the nodes, or more than ${MOST_OF_PLUGINS} percent where the `
    + 'agent is a network, storage or device plugin. Whole numbers are '
    + 'held against the nodes, where these are known.',
  why: 'A rollout of a DaemonSet stops by itself when so many pods are not available: that number is how many nodes a bad image or '
    + 'configuration reaches. Without its network or storage plugin, a node starts no pods.',
  fix: 'Use 10% (`Rollout.percent(10)`, the default of this library): the rollout of any fleet then takes ten rounds.',
  example: () => {
    const cni = (maxUnavailable: string) => daemonSet({
      volumes: [
        hostPath('cni', '/etc/cni/net.d'),
      ],
    }, { volumeMounts: [{ name: 'cni', mountPath: '/cni' }] }, {
      updateStrategy: { rollingUpdate: { maxUnavailable } },
    });
    return { fails: [cni('50%')], passes: [cni('10%')] };
  },
  *check(context) {
    const sharing = NodeSharing.in(context);
    for (const workload of writtenDaemonSets(context)) {
      const { type, rollingUpdate } = workload.object.spec?.updateStrategy ?? {};
      const maxUnavailable = rollingUpdate?.maxUnavailable;
      if ((type ?? 'RollingUpdate') !== 'RollingUpdate' || maxUnavailable === undefined || maxUnavailable === null) {continue;}
      const nodes = sharing.nodesOf(workload)?.size;
      const share = shareOf(maxUnavailable, nodes);
      if (!(share > MOST_OF_PLUGINS)) {continue;}
      const waiting = standsStillWithout(workload);
      const most = waiting === undefined ? MOST : MOST_OF_PLUGINS;
      if (share <= most) {continue;}
      yield findingOf(rolloutBlastRadius, {
        about: workload, path: 'spec.updateStrategy.rollingUpdate.maxUnavailable',
        what: 'a bad release reaches '
          + `${nodes === undefined ? 'too many nodes' : `${Math.min(countOf(maxUnavailable, nodes), nodes)} of ${nodes} nodes`} before the `
          + `rollout stops${waiting === undefined ? '' : `: ${waiting} meanwhile`}`,
        given: `maxUnavailable: ${maxUnavailable}`, allowed: `at most ${most}%`,
      });
    }
  },
};

/** In percent. One node at a time is as careful as can be, and of a whole number nothing is known without the nodes. */
function shareOf(budget: unknown, nodes: number | undefined): number {
  if (nodes === undefined) {return String(budget).endsWith('%') ? parseInt(String(budget), 10) : 0;}
  const count = countOf(budget, nodes);
  return nodes === 0 || count <= 1 ? 0 : count * 100 / nodes;
}

/** Percentages are rounded up. */
function countOf(budget: unknown, nodes: number): number {
  const text = String(budget);
  return text.endsWith('%') ? Math.ceil(parseInt(text, 10) * nodes / 100) : Number(text);
}
