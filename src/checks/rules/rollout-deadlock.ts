import { ROLLOUT_DEADLOCK, rolloutDeadlocks } from '../../cluster/rollout/rollout-deadlocks';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const rolloutDeadlock: Rule = {
  ...ROLLOUT_DEADLOCK,
  summary: 'A rollout can never finish, or never begin.',
  looksAt: '`maxUnavailable` and `maxSurge` of DaemonSets and Deployments, together with what the old pod holds while the new one starts: '
    + 'ports and directories of the node, and the node itself by a `podAntiAffinity`.',
  why: 'With `maxSurge` the new pod starts next to the old one, which goes when the new one is ready. What both want of the node keeps the '
    + 'new pod Pending: the rollout stands still at the first nodes, and the status of the DaemonSet says nothing of it. The API server '
    + 'refuses to have both at 0. A directory that both write is a warning: most programs lock it, and wait or exit.',
  example: () => {
    const ports = [{ name: 'metrics', containerPort: 9100, hostPort: 9100 }];
    return {
      fails: [daemonSet({}, { ports }, { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } })],
      passes: [daemonSet({}, { ports }, { updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } })],
    };
  },
  check: rolloutDeadlocks,
};
