import { hostPortClaims } from '../../cluster/host-ports/host-port-claims';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import { platformOfWorkload } from '../facts/platform-of';
import type { Rule } from '../rule';

export const portOfPlatform: Rule = {
  id: 'port-of-platform',
  level: 'error',
  summary: 'A workload takes a port of the node that a component of the platform has on every node.',
  looksAt: 'Host ports, and ports of pods on the host network, against the ports that the platform itself takes (`TargetCluster`, '
    + '`--platform`; docs/platforms.md).',
  why: 'The pod stays Pending with `didn\'t have free ports`, or, where the port is not declared, its program restarts for ever with '
    + '`address already in use`.',
  fix: 'Take another port, or use what the platform brings.',
  example: () => ({ platform: 'openshift', fails: [exporter(9100)], passes: [exporter(9101)] }),
  *check(context) {
    if (context.platform?.takenPorts === undefined) {return;}
    for (const workload of writtenWorkloads(context)) {
      const platform = platformOfWorkload(context, workload);
      for (const { port, by, protocol } of hostPortClaims(context, workload)) {
        const taken = protocol === 'TCP' ? platform?.takenPorts?.find(each => each.port === port) : undefined;
        if (taken === undefined) {continue;}
        yield findingOf(portOfPlatform, {
          about: workload, path: `${workload.podPath}.containers`, given: `${port} (${by})`,
          what: `${taken.by} has the port on every node of ${platform!.name}`,
        });
      }
    }
  },
};

function exporter(port: number) {
  return daemonSet({ hostNetwork: true }, { ports: [{ name: 'metrics', containerPort: port, hostPort: port }] });
}
