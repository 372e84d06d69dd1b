import { askingsIn, isLocal } from '../../cluster/inventory/probes';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const probeHostField: Rule = {
  id: 'probe-host-field',
  level: 'warning',
  summary: 'A probe or hook asks another address than that of its pod.',
  looksAt: '`host` of `httpGet` and `tcpSocket` in probes and lifecycle hooks. An address that never leaves the node, such as 127.0.0.1, '
    + 'is right in pods on the host network.',
  why: 'The kubelet asks, not the container: `127.0.0.1` is the node, where another program answers or none, and any other address tells '
    + 'of the health of something else. Pod Security at the level baseline forbids the field from 1.34 on, since it lets the kubelet send '
    + 'requests anywhere.',
  fix: 'Leave `host` out: the kubelet then asks the address of the pod. A server that listens on the loopback address alone is asked by '
    + '`exec`, or listens on the address of the pod.',
  example: () => {
    const ports = [{ name: 'health', containerPort: 8080 }];
    return {
      fails: [daemonSet({}, { ports, readinessProbe: { httpGet: { host: 'health.example.com', path: '/ready', port: 'health' } } })],
      passes: [daemonSet({}, { ports, readinessProbe: { httpGet: { path: '/ready', port: 'health' } } })],
    };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const { container, role, path, means, handler } of askingsIn(workload)) {
        const { host } = handler;
        if (!host || isLocal(host) && workload.pod.hostNetwork === true) {continue;}
        yield findingOf(probeHostField, {
          about: workload, container: container.name, path: `${path}.${means}.host`,
          what: isLocal(host)
            ? `the ${role} asks the node, and not the pod: the kubelet sends the request`
            : `the ${role} asks something else than the pod`,
          given: `host: ${host}`, allowed: 'no host',
        });
      }
    }
  },
};
