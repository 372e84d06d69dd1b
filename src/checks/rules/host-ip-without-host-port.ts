import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const hostIpWithoutHostPort: Rule = {
  id: 'host-ip-without-host-port',
  level: 'warning',
  summary: 'A port names an address of the node, and takes no port of the node.',
  looksAt: '`hostIP` and `hostPort` of containers of workloads that are not on the host network.',
  why: 'An address of the node counts for a host port alone. Without one the program listens in the network of the pod, where every pod '
    + 'reaches it: whoever wrote `hostIP: 127.0.0.1` to close a port left it open.',
  fix: 'Set `hostPort` too, or leave `hostIP` out and bind the program to the loopback address.',
  example: () => ({
    fails: [daemonSet({}, { ports: [{ name: 'metrics', containerPort: 9100, hostIP: '127.0.0.1' }] })],
    passes: [daemonSet({}, { ports: [{ name: 'metrics', containerPort: 9100, hostIP: '127.0.0.1', hostPort: 9100 }] })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      // on the host network the API server fills in the host port of each pod
      if (workload.pod.hostNetwork === true) {continue;}
      for (const placed of containersIn(workload)) {
        const { container, name } = placed;
        for (const [index, port] of (container.ports ?? []).entries()) {
          if (port.hostIP && !port.hostPort) {
            yield findingOf(hostIpWithoutHostPort, {
              about: workload, path: `${placed.path}.ports[${index}].hostIP`, container: name, given: port.hostIP,
              what: 'the address has no effect without a host port',
            });
          }
        }
      }
    }
  },
};
