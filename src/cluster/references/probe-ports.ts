import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { knownPorts } from '../host-ports/known-ports';
import type { CheckContext } from '../inventory/check-context';
import { portNumber } from '../inventory/container-ports';
import { containersIn } from '../inventory/containers';
import { askingsIn, isLocal } from '../inventory/probes';
import type { Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';

/** What such findings have in common. */
export const PROBE_PORT_UNDECLARED: FindingKind = {
  id: 'probe-port-undeclared',
  level: 'error',
  fix: 'Declare the port on the container that listens, and ask for it by its name (`Port.container`). In another container of the pod, it '
    + 'is asked for by its number.',
};

/** Ports that probes and hooks ask, and no container declares. */
export function* undeclaredProbePorts(context: CheckContext): Generator<ObjectFinding> {
  for (const workload of writtenWorkloads(context)) {
    const isOnHost = workload.pod.hostNetwork === true;
    let declared: ReadonlySet<number> | undefined;
    // two probes of one port are fixed once
    const said = new Set<string>();
    for (const { container, role, path, means, handler } of askingsIn(workload)) {
      const { port, host } = handler;
      const number = portNumber(container.container, port);
      if (port === undefined || said.has(`${container.path} ${host ?? ''} ${port}`)) {continue;}
      said.add(`${container.path} ${host ?? ''} ${port}`);
      if (number === undefined) {
        const other = containersIn(workload).find(each => portNumber(each.container, port) !== undefined);
        yield findingOf(PROBE_PORT_UNDECLARED, {
          about: workload, container: container.name, path: `${path}.${means}.port`,
          what: other === undefined ? `the ${role} asks a port by a name that the container does not have`
            : `the ${role} asks a port by a name of the container '${other.name}': names are looked up in the container itself`,
          given: String(port), allowed: other === undefined ? namesOf(container.container) : `${portNumber(other.container, port)}`,
        });
        continue;
      }
      if (!isOnHost || isLocal(host)) {continue;}
      declared ??= new Set(containersIn(workload).flatMap(each =>
        (each.container.ports ?? []).map(({ containerPort }: Wire) => containerPort)));
      const loopback = loopbackOf(context, workload, container.container, number);
      if (loopback !== undefined) {
        yield findingOf(PROBE_PORT_UNDECLARED, {
          about: workload, container: container.name, path: `${path}.${means}.port`, level: 'warning', given: `${port}, no host`,
          allowed: `host: ${loopback}`,
          what: `the ${role} asks the address of the node, and the program listens on ${loopback} alone`,
          fix: means === 'grpc'
            ? 'Have the program listen on the address of the node: a probe of the kind grpc takes no host.'
            : `Set \`host: ${loopback}\` next to the port (\`host\` of the probe).`,
        });
      } else if (!declared.has(number)) {
        yield findingOf(PROBE_PORT_UNDECLARED, {
          about: workload, container: container.name, path: `${path}.${means}.port`, level: 'warning',
          what: `the ${role} asks a port of the node that no container declares, and the scheduler does not set aside`, given: String(port),
          allowed: `a containerPort ${number} in \`ports\``,
        });
      }
    }
  }
}

/** The loopback address on which a port is opened: by the arguments or variables of the program, or by its own default. */
function loopbackOf(context: CheckContext, workload: Workload, container: Wire, port: number): string | undefined {
  const texts = [...container.command ?? [], ...container.args ?? [], ...(container.env ?? []).map(({ value }: Wire) => value)];
  const listens = texts.map(text => (typeof text === 'string' ? ON_LOOPBACK.exec(text) : null))
    .find(match => Number(match?.[2]) === port)?.[1];
  if (listens !== undefined) {return listens === '[::1]' ? '::1' : '127.0.0.1';}
  return knownPorts(
    context, workload,
  ).find(claim => claim.container === container.name && claim.port === port && claim.protocol === 'TCP')?.address;
}

/** `127.0.0.1:9879` and `--address=localhost:9879`, but no URL: that is an address that is asked. */
const ON_LOOPBACK = /(?:^|=)(127\.\d+\.\d+\.\d+|localhost|\[::1\]):(\d+)$/;

function namesOf({ ports }: Wire): string {
  const names = (ports ?? []).filter(({ name }: Wire) => name).map(({ name }: Wire) => name);
  return names.length === 0 ? 'a port of that name in `ports`' : names.join(', ');
}
