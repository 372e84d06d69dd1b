import { HOST_STATE_CONFLICT, hostStateConflicts } from '../../cluster/host-state/host-state-conflicts';
import { daemonSet, hostPath } from '../example';
import type { Rule } from '../rule';

export const hostStateConflict: Rule = {
  ...HOST_STATE_CONFLICT,
  summary: 'Two agents write one directory of the same nodes, or one of them inside the directory of the other.',
  looksAt: 'Writable `hostPath` mounts of DaemonSets that share nodes, below `/var/lib`, `/var/cache`, `/run` and the like. What belongs '
    + 'to the node, its runtime or the kubelet is shared by agreement and left out. The same program twice is an error. Other programs are '
    + 'a warning, and none within a namespace or below `/run`: parts of one product share directories there.',
  why: 'Both keep positions, buffers, databases or a socket there: lines are sent twice or never, one finds its database locked and exits, '
    + 'or one removes the socket of the other.',
  example: () => {
    const logs = (name: string, path: string) => daemonSet({ volumes: [hostPath('state', path)] }, {
      image: 'example.com/collector:1.0.0', volumeMounts: [{ name: 'state', mountPath: '/state' }],
    }, { name });
    return {
      fails: [logs('logs', '/var/lib/collector'), logs('audit', '/var/lib/collector')],
      passes: [logs('logs', '/var/lib/collector/logs'), logs('audit', '/var/lib/collector/audit')],
    };
  },
  check: hostStateConflicts,
};
