import { isDaemonSet } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const schedulerBypassed: Rule = {
  id: 'scheduler-bypassed',
  level: 'warning',
  summary: 'The pods of a workload name their node, past the scheduler.',
  looksAt: '`nodeName` in the templates of workloads; Pods themselves are left out.',
  why: 'Of a DaemonSet the nodes of all other names get no pod. Of any other workload all pods go to one node, without a look at its room, '
    + 'its taints and its ports: what does not fit fails there and is created again. A node that is replaced gets another name.',
  fix: 'Choose nodes by a label: `nodeSelector: { kubernetes.io/hostname: ... }` where one node is meant.',
  example: () => ({
    fails: [daemonSet({ nodeName: 'node-1' })],
    passes: [daemonSet({ nodeSelector: { 'kubernetes.io/hostname': 'node-1' } })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { nodeName } = workload.pod;
      if (!nodeName || workload.kind === 'Pod') {continue;}
      yield findingOf(schedulerBypassed, {
        about: workload, path: `${workload.podPath}.nodeName`, given: nodeName,
        what: isDaemonSet(workload) ? 'the agent runs on this one node alone' : 'the pods go to this node whether it has room or not',
      });
    }
  },
};
