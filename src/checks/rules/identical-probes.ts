import { portNumber } from '../../cluster/inventory/container-ports';
import { runningContainersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const identicalProbes: Rule = {
  id: 'identical-probes',
  level: 'warning',
  summary: 'The liveness probe asks the same as the readiness probe, and gives up as soon.',
  looksAt: '`livenessProbe` and `readinessProbe` of containers: what they ask, and for how long a failure is put up with '
    + '(`failureThreshold` times `periodSeconds`).',
  why: 'A container that is only too busy to answer is killed instead of being left alone until it has caught up. On an overloaded node '
    + 'that is every agent at the same time, and a start costs more than going on.',
  fix: 'Let the liveness probe wait longer than the readiness probe, by a greater `failureThreshold`, or ask something of it that only '
    + 'fails when a restart helps.',
  example: () => {
    const ports = [{ name: 'http', containerPort: 2020 }];
    const probe = { httpGet: { path: '/', port: 'http' } };
    return {
      fails: [daemonSet({}, { ports, livenessProbe: probe, readinessProbe: probe })],
      passes: [daemonSet({}, { ports, livenessProbe: { ...probe, failureThreshold: 6 }, readinessProbe: probe })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const placed of runningContainersIn(workload)) {
        const { container, name } = placed;
        const { livenessProbe, readinessProbe } = container;
        if (!livenessProbe || !readinessProbe || patience(livenessProbe) > patience(readinessProbe)) {continue;}
        const asked = questionOf(container, livenessProbe);
        if (asked === undefined || asked !== questionOf(container, readinessProbe)) {continue;}
        yield findingOf(identicalProbes, {
          about: workload, container: name, path: `${placed.path}.livenessProbe.failureThreshold`,
          what: 'the liveness probe asks the same as the readiness probe: the container is killed as soon as it is not ready',
          given: `killed after ${patience(livenessProbe)} s, not ready after ${patience(readinessProbe)} s`,
          allowed: `a failureThreshold of ${Math.floor(patience(readinessProbe) / (livenessProbe.periodSeconds || 10)) + 3} or so`,
        });
      }
    }
  },
};

/** For how many seconds failures are put up with. */
function patience({ failureThreshold, periodSeconds }: Wire): number {
  return (failureThreshold || 3) * (periodSeconds || 10);
}

/** What a probe asks, in one spelling. */
function questionOf(container: Wire, { httpGet, tcpSocket, grpc, exec }: Wire): string | undefined {
  if (httpGet) {
    const { path, scheme, host, port } = httpGet;
    return `${String(scheme ?? 'HTTP').toLowerCase()}://${host ?? ''}:${portNumber(container, port) ?? port}${path || '/'}`;
  }
  if (tcpSocket) {return `tcp://${tcpSocket.host ?? ''}:${portNumber(container, tcpSocket.port) ?? tcpSocket.port}`;}
  if (grpc) {return `grpc://:${grpc.port}/${grpc.service ?? ''}`;}
  return exec?.command ? JSON.stringify(exec.command) : undefined;
}
