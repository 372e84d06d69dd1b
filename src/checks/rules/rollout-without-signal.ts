import { writtenDaemonSets } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { workingContainersIn } from '../facts/idle-containers';
import { isScriptOrExample } from '../facts/node-scripts';
import type { Rule } from '../rule';

export const rolloutWithoutSignal: Rule = {
  id: 'rollout-without-signal',
  level: 'note',
  summary: 'A rollout goes on to the next nodes before anything tells that the new pods work.',
  looksAt: '`minReadySeconds` of DaemonSets that are rolled out, and the readiness probes of their containers. Scripts that change '
    + 'their node are '
    + 'left out: what they do is not seen by a probe.',
  why: 'Without a readiness probe a pod is ready when its process has started, and with `minReadySeconds` at 0 it counts as available at '
    + 'that moment: an agent that exits ten seconds later is on every node before anyone looks. A DaemonSet has no rollback of its own.',
  fix: 'Add a readiness probe, or set `minReadySeconds` to the time in which a broken agent shows.',
  example: () => ({
    fails: [daemonSet()],
    passes: [daemonSet({}, {}, { minReadySeconds: 30 })],
  }),
  *check(context) {
    for (const workload of writtenDaemonSets(context)) {
      const { minReadySeconds, updateStrategy } = workload.object.spec ?? {};
      const working = workingContainersIn(workload);
      const isProbed = working.some(({ container }) => container.readinessProbe);
      // where init containers do the work, the pod is ready after they have done it
      if (minReadySeconds || isProbed || working.length === 0 || updateStrategy?.type === 'OnDelete') {continue;}
      yield findingOf(rolloutWithoutSignal, {
        about: workload, path: 'spec.minReadySeconds', ...isScriptOrExample(workload) && { isUsual: true },
        what: 'new pods count as available as soon as their processes start',
        given: 'no readiness probe, minReadySeconds 0',
      });
    }
  },
};
