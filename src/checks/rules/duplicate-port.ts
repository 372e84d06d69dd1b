import type { CheckContext } from '../../cluster/inventory/check-context';
import { PlacedContainer, runningContainersIn } from '../../cluster/inventory/containers';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { podIndexIn } from '../../cluster/selectors/pod-index';
import { isMap, namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

interface PlacedPort {
  readonly port: Wire;
  readonly container: PlacedContainer;
  readonly path: string;
}

export const duplicatePort: Rule = {
  id: 'duplicate-port',
  level: 'warning',
  summary: 'Two containers of a pod declare the same port, or ports of the same name.',
  looksAt: 'The ports of containers and sidecars of workloads; of equal names, those that a Service of the input asks for.',
  why: 'The containers of a pod share one network: the second one finds the port taken and exits. Of two ports with one name a Service '
    + 'takes the first, which is a note.',
  fix: 'Give one of them another number, or another name.',
  example: () => ({
    fails: [withSidecar({ containerPort: 9100 })],
    passes: [withSidecar({ containerPort: 9101 })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const withPorts = runningContainersIn(workload).filter(isWithPorts);
      // what one container says twice is for duplicate-list-key
      if (withPorts.length < 2) {continue;}
      const ports = withPorts.flatMap(container =>
        container.container.ports.map((port: Wire, index: number): PlacedPort => ({
          port, container, path: `${container.path}.ports[${index}]`,
        })));
      const byNumber = new Map<string, PlacedPort[]>();
      const byName = new Map<string, PlacedPort>();
      for (const placed of ports) {
        const { port, container, path } = placed;
        const number = `${port.containerPort}/${port.protocol ?? 'TCP'}`;
        const others = byNumber.get(number) ?? [];
        const other = others.find(each => each.container !== container && listensWith(each.port, port));
        if (other) {
          yield findingOf(duplicatePort, {
            about: workload, path, container: container.name, given: `${number} in '${other.container.name}' and '${container.name}'`,
            what: 'two containers of the pod listen on one port of their common network',
          });
        }
        byNumber.set(number, [...others, placed]);
        if (!port.name) {continue;}
        const named = byName.get(port.name);
        if (named && named.container !== container && !other && isAskedByName(context, workload, port.name)) {
          yield findingOf(duplicatePort, {
            about: workload, path: `${path}.name`, container: container.name, given: port.name,
            what: `a port of the container '${named.container.name}' has the same name, and the Service takes that one`, level: 'note',
          });
        }
        if (!named) {byName.set(port.name, placed);}
      }
    }
  },
};

/** Whether a Service leads to a port of the pods by this name. */
function isAskedByName({ inventory }: CheckContext, workload: Workload, name: string): boolean {
  return inventory.ofKind('Service').some(service => {
    const { selector, ports } = service.object.spec ?? {};
    return isMap(selector) && Array.isArray(ports) && ports.some(({ targetPort }: Wire) => targetPort === name)
      && podIndexIn(inventory).withLabels(namespaceOf(service), selector).includes(workload);
  });
}

function isWithPorts({ container }: PlacedContainer): boolean {
  return container.ports?.length > 0;
}

/** On different addresses two programs can have one number. */
function listensWith(a: Wire, b: Wire): boolean {
  return !a.hostIP || !b.hostIP || a.hostIP === b.hostIP;
}

function withSidecar(port: Wire): Wire {
  const agent = daemonSet({}, { ports: [{ containerPort: 9100 }] });
  agent.spec.template.spec.containers.push({ name: 'proxy', image: 'example.com/proxy:1.0.0', ports: [port] });
  return agent;
}
