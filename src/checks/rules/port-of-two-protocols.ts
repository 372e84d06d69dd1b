import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const portOfTwoProtocols: Rule = {
  id: 'port-of-two-protocols',
  level: 'note',
  summary: 'A container has one port number in two protocols, which a client-side apply mixes up.',
  looksAt: 'The ports of containers of workloads.',
  why: '`kubectl apply` without `--server-side` merges ports by their number alone. The first apply is right; a later change of one of the '
    + 'two can remove the other, or set its protocol. Server-side apply, and Flux and newer GitOps tools with it, go by number and '
    + 'protocol.',
  fix: 'Apply with `--server-side`, or look at the ports after each change of them.',
  example: () => ({
    fails: [daemonSet({}, {
      ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }, { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' }],
    })],
    passes: [daemonSet({}, { ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }] })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const { container, name, path } of containersIn(workload)) {
        const protocols = new Map<unknown, string>();
        for (const [index, { containerPort, protocol = 'TCP' }] of (container.ports ?? []).entries()) {
          const first = protocols.get(containerPort);
          if (first !== undefined && first !== protocol) {
            yield findingOf(portOfTwoProtocols, {
              about: workload, path: `${path}.ports[${index}]`, container: name, given: `${containerPort} for ${first} and ${protocol}`,
              what: 'a client-side apply takes two protocols of one port for one',
            });
          }
          if (first === undefined) {protocols.set(containerPort, protocol);}
        }
      }
    }
  },
};
