import { csiPluginsIn } from '../../cluster/csi/csi-plugins';
import { findingOf } from '../../private/finding';
import { csiPlugin } from '../facts/csi-example';
import type { Rule } from '../rule';

export const csiSurge: Rule = {
  id: 'csi-surge',
  level: 'error',
  summary: 'A rollout starts the new pod of a CSI plugin while the old one still runs.',
  looksAt: '`maxSurge` of DaemonSets that register a CSI driver.',
  why: 'Both pods have one socket and one registration. When the old registrar stops it removes the socket file that the new one made, and '
    + 'the kubelet deregisters the driver: nothing is mounted on the node until a pod of the plugin starts again.',
  fix: 'Set `maxSurge: 0` and `maxUnavailable: 10%` (`Rollout.percent(10)`).',
  example: () => ({
    fails: [csiPlugin({ spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } } })],
    passes: [csiPlugin({ spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } } } })],
  }),
  *check(context) {
    for (const { workload } of csiPluginsIn(context)) {
      if (!workload.facts.surges) {continue;}
      yield findingOf(csiSurge, {
        about: workload, path: 'spec.updateStrategy.rollingUpdate.maxSurge',
        given: String(workload.object.spec.updateStrategy.rollingUpdate.maxSurge), allowed: '0',
        what: 'the old pod takes the registration of the new one with it',
      });
    }
  },
};
