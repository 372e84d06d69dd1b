import { describeEntry, namespaceOf, isMap } from '../../private/entry';
import type { Workload } from '../../cluster/inventory/workload';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { runningContainersIn } from '../facts/containers';
import { podIndexIn } from '../facts/pod-index';
import type { Rule } from '../rule';

export const servicePortUndeclared: Rule = {
  id: 'service-port-undeclared',
  level: 'error',
  summary: 'A Service leads to a port that its pods do not declare.',
  looksAt: 'Names in `targetPort` of Services, and the ports of containers of the workloads that they select, in the same protocol.',
  why: 'A name is looked up in the pods. Where no container has it the Service has no endpoint for that port, and everything that connects is refused; Prometheus finds no target. '
    + 'The API server accepts it.',
  fix: 'Declare the port under that name in the container, or correct the name.',
  sameAs: ['unknown-port'],
  example: () => ({
    fails: [service('http-metrics'), withPort('metrics')],
    passes: [service('metrics'), withPort('metrics')],
  }),
  check: (context, report) => {
    const services = context.inventory.ofKind('Service').filter(({ object }) => isMap(object.spec?.selector) && Array.isArray(object.spec.ports));
    if (services.length === 0) {return;}
    const pods = podIndexIn(context.inventory);
    for (const about of services) {
      const { selector, ports } = about.object.spec;
      const selected = pods.withLabels(namespaceOf(about), selector);
      if (selected.length === 0) {continue;}
      if (ports.every((port: Wire) => isDeclared(port, selected))) {continue;}
      const known = new Map<string, Set<string>>();
      for (const { name, protocol } of selected.flatMap(portsOf)) {known.set(protocol, (known.get(protocol) ?? new Set()).add(name));}
      ports.forEach(({ targetPort, protocol }: Wire, index: number) => {
        const names = known.get(protocol ?? 'TCP') ?? new Set();
        if (typeof targetPort !== 'string' || /^\d+$/.test(targetPort) || names.has(targetPort)) {return;}
        const meant = nearest(targetPort, names) ?? (names.size === 0 ? undefined : [...names].sort().join(', '));
        report({
          about, path: `spec.ports[${index}].targetPort`, given: targetPort, ...meant !== undefined && { wanted: meant },
          what: `no container of ${describeEntry(selected[0])} has a port of this name and protocol`,
        });
      });
    }
  },
};

/** Whether a port of a Service leads to a number, or to a port that a container has. */
function isDeclared({ targetPort, protocol }: Wire, selected: readonly Workload[]): boolean {
  return typeof targetPort !== 'string' || selected.some(workload => runningContainersIn(workload)
    .some(({ container }) => container.ports?.some((port: Wire) => port.name === targetPort && (port.protocol ?? 'TCP') === (protocol ?? 'TCP'))));
}

function portsOf(workload: Workload): { readonly name: string; readonly protocol: string }[] {
  return runningContainersIn(workload).flatMap(({ container }) => (container.ports ?? []))
    .flatMap(({ name, protocol }: Wire) => (typeof name === 'string' ? [{ name, protocol: protocol ?? 'TCP' }] : []));
}

function service(targetPort: string): Wire {
  return {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'agent', namespace: 'agents' },
    spec: { clusterIP: 'None', selector: { app: 'agent' }, ports: [{ name: 'metrics', port: 9100, targetPort }] },
  };
}

function withPort(name: string): Wire {
  return daemonSet({}, { ports: [{ name, containerPort: 9100 }] });
}
