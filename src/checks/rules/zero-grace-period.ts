import { isDaemonSet } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const zeroGracePeriod: Rule = {
  id: 'zero-grace-period',
  level: 'warning',
  summary: 'An agent with ports of the node is replaced while its old pod still runs.',
  looksAt: '`terminationGracePeriodSeconds: 0` of DaemonSets and StatefulSets whose containers declare ports of the node: `hostPort`, '
    + 'or any port on the host network.',
  why: 'With a grace period of 0 the API server removes the pod at once, and the new one is made and scheduled while the kubelet still '
    + 'stops the old one, for which it takes a second and the time of the preStop hook. The scheduler sees a free port; the new program '
    + 'finds it in use, and starts again after a back-off.',
  fix: 'Set `terminationGracePeriodSeconds` to at least 1, and to what the agent takes to stop (`terminationGracePeriod`). Where the '
    + 'program waits for its port, acknowledge it.',
  example: () => {
    const ports = [{ containerPort: 9100, hostPort: 9100 }];
    return {
      fails: [daemonSet({ terminationGracePeriodSeconds: 0 }, { ports })],
      passes: [daemonSet({ terminationGracePeriodSeconds: 1 }, { ports }), daemonSet({ terminationGracePeriodSeconds: 0 })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      if (workload.pod.terminationGracePeriodSeconds !== 0 || !isDaemonSet(workload) && workload.kind !== 'StatefulSet') {continue;}
      const [claim] = workload.facts.hostPorts;
      if (claim === undefined) {continue;}
      yield findingOf(zeroGracePeriod, {
        about: workload, path: `${workload.podPath}.terminationGracePeriodSeconds`,
        what: 'the new pod meets the old one on a port of the node',
        given: `terminationGracePeriodSeconds: 0; port ${claim.port}/${claim.protocol}, ${claim.by}`, allowed: 'at least 1',
      });
    }
  },
};
