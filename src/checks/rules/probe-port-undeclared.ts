import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { portNumber } from '../facts/container-ports';
import { containersIn } from '../facts/containers';
import { askingsIn, isLocal } from '../facts/probes';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Rule } from '../rule';

export const probePortUndeclared: Rule = {
  id: 'probe-port-undeclared',
  level: 'error',
  summary: 'A probe or hook names a port that its container does not have, or on the host network a number that no container declares.',
  looksAt: '`port` of probes and lifecycle hooks, against `ports` of their container: names are looked up there alone. Numbers are fine on the network of the pod, and with a `host` '
    + 'that never leaves the node.',
  why: 'The kubelet cannot resolve the name: the probe fails for ever, and the container is never ready, or killed again and again. A number that is not declared on the host network is '
    + 'a warning: the scheduler does not know that the port of the node is taken, and places another pod there that takes it too.',
  fix: 'Declare the port on the container that listens, and ask for it by its name (`Port.container`). In another container of the pod, it is asked for by its number.',
  sameAs: ['unknown-port'],
  example: () => {
    const readinessProbe = { httpGet: { path: '/ready', port: 'health' } };
    return {
      fails: [daemonSet({}, { readinessProbe })],
      passes: [daemonSet({}, { readinessProbe, ports: [{ name: 'health', containerPort: 8080 }] })],
    };
  },
  check: (context, report) => {
    for (const workload of writtenWorkloads(context)) {
      const isOnHost = workload.pod.hostNetwork === true;
      let declared: ReadonlySet<number> | undefined;
      for (const { container, role, path, means, handler } of askingsIn(workload)) {
        const { port, host } = handler;
        const number = portNumber(container.container, port);
        if (port === undefined) {continue;}
        if (number === undefined) {
          const other = containersIn(workload).find(each => portNumber(each.container, port) !== undefined);
          report({
            about: workload, container: container.name, path: `${path}.${means}.port`,
            what: other === undefined ? `the ${role} asks a port by a name that the container does not have`
              : `the ${role} asks a port by a name of the container '${other.name}': names are looked up in the container itself`,
            given: String(port), wanted: other === undefined ? namesOf(container.container) : `${portNumber(other.container, port)}`,
          });
          continue;
        }
        if (!isOnHost || isLocal(host)) {continue;}
        declared ??= new Set(containersIn(workload).flatMap(each => (each.container.ports ?? []).map(({ containerPort }: Wire) => containerPort)));
        if (!declared.has(number)) {
          report({
            about: workload, container: container.name, path: `${path}.${means}.port`, level: 'warning',
            what: `the ${role} asks a port of the node that no container declares, and the scheduler does not set aside`, given: String(port),
            wanted: `a containerPort ${number} in \`ports\``,
          });
        }
      }
    }
  },
};

function namesOf({ ports }: Wire): string {
  const names = (ports ?? []).filter(({ name }: Wire) => name).map(({ name }: Wire) => name);
  return names.length === 0 ? 'a port of that name in `ports`' : names.join(', ');
}
