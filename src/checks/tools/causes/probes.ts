import type { Wire } from '../../../private/wire';
import { Causes, each, MAIN, ofContainer, Which } from '../cause';

/** Containers whose probes ask the same. */
export function identicalProbes(which: Which, areSame: (readiness: Wire | undefined, liveness: Wire | undefined) => boolean): Causes {
  return each(which, container => {
    const { readinessProbe, livenessProbe } = container.container;
    if (!areSame(readinessProbe, livenessProbe)) {return undefined;}
    const hasProbes = readinessProbe !== undefined && livenessProbe !== undefined;
    const what = hasProbes ? 'is ready and alive by the same probe' : 'has no probes';
    return ofContainer(container, 'livenessProbe', what, hasProbes ? ['identical-probes'] : [], {
      paths: [`${container.path}.readinessProbe`],
    });
  });
}

/** Containers with a probe of a port that they do not declare. */
export function undeclaredProbePort(field: 'livenessProbe' | 'readinessProbe' | 'startupProbe'): Causes {
  return each(MAIN, container => {
    const probe: Wire | undefined = container.container[field];
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
    return port === undefined || declares(container.container, port)
      ? undefined
      : ofContainer(container, field, `is probed on port ${port}, which it does not declare`, ['probe-port-undeclared']);
  });
}

function declares({ ports }: Wire, port: unknown): boolean {
  return (ports
    ?? []).some(({ name, containerPort, protocol }: Wire) => (protocol ?? 'TCP') === 'TCP' && (port === name || port === containerPort));
}
