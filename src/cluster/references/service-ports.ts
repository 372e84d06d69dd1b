import { describeEntry, namespaceOf, isMap } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import { runningContainersIn } from '../inventory/containers';
import type { Workload } from '../inventory/workload';
import { podIndexIn } from '../selectors/pod-index';

/** What such findings have in common. */
export const SERVICE_PORT_UNDECLARED: FindingKind = {
  id: 'service-port-undeclared',
  level: 'error',
  fix: 'Declare the port under that name in the container, or correct the name.',
};

/** Ports that Services lead to, and no container of their pods declares. */
export function* undeclaredServicePorts(context: CheckContext): Generator<ObjectFinding> {
  const services = context.inventory.ofKind('Service')
    .filter(({ object }) => isMap(object.spec?.selector) && Array.isArray(object.spec.ports));
  if (services.length === 0) {return;}
  const pods = podIndexIn(context.inventory);
  for (const about of services) {
    const { selector, ports } = about.object.spec;
    const selected = pods.withLabels(namespaceOf(about), selector);
    if (selected.length === 0) {continue;}
    if (ports.every((port: Wire) => isDeclared(port, selected))) {continue;}
    const known = new Map<string, Set<string>>();
    for (const { name, protocol } of selected.flatMap(portsOf)) {known.set(protocol, (known.get(protocol) ?? new Set()).add(name));}
    for (const [index, { targetPort, protocol }] of ports.entries()) {
      const names = known.get(protocol ?? 'TCP') ?? new Set();
      if (typeof targetPort !== 'string' || /^\d+$/.test(targetPort) || names.has(targetPort)) {continue;}
      const meant = nearest(targetPort, names) ?? (names.size === 0 ? undefined : [...names].sort().join(', '));
      yield findingOf(SERVICE_PORT_UNDECLARED, {
        about, path: `spec.ports[${index}].targetPort`, given: targetPort, ...meant !== undefined && { allowed: meant },
        what: `no container of ${describeEntry(selected[0])} has a port of this name and protocol`,
      });
    }
  }
}

/** Whether a port of a Service leads to a number, or to a port that a container has. */
function isDeclared({ targetPort, protocol }: Wire, selected: readonly Workload[]): boolean {
  return typeof targetPort !== 'string' || selected.some(workload => runningContainersIn(workload)
    .some(({ container }) =>
      container.ports?.some((port: Wire) => port.name === targetPort && (port.protocol ?? 'TCP') === (protocol ?? 'TCP'))));
}

function portsOf(workload: Workload): { readonly name: string; readonly protocol: string }[] {
  return runningContainersIn(workload).flatMap(({ container }) => (container.ports ?? []))
    .flatMap(({ name, protocol }: Wire) => (typeof name === 'string' ? [{ name, protocol: protocol ?? 'TCP' }] : []));
}
