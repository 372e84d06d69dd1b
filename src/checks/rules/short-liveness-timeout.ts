import { runningContainersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import { parseQuantity } from '../../private/quantity';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

/** From which limit on a container is rarely throttled while it answers, and while it starts a command. */
const TO_ANSWER = 250_000_000n;
const TO_START = 1_000_000_000n;

export const shortLivenessTimeout: Rule = {
  id: 'short-liveness-timeout',
  level: 'note',
  summary: 'A liveness probe waits for one second in a container with little processor time.',
  looksAt: '`livenessProbe` with exec, httpGet or grpc and a `timeoutSeconds` of 1, which is the default, in containers with a CPU limit '
    + 'below 250m, or below 1 for a command.',
  why: 'At its limit a container stands still for most of each tenth of a second. Under load it then answers late, and the kubelet '
    + 'restarts it just when there is work to do. A command needs processor time of its own to start.',
  fix: 'Set `timeoutSeconds` of the liveness probe to 5 or more, or leave the CPU limit out.',
  example: () => {
    const agent = (timeoutSeconds: number) => daemonSet({}, {
      resources: { limits: { cpu: '100m' } },
      livenessProbe: { httpGet: { path: '/healthz', port: 8080 }, timeoutSeconds }, ports: [{ containerPort: 8080 }],
    });
    return { fails: [agent(1)], passes: [agent(5)] };
  },
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      for (const { container: { livenessProbe: probe, resources }, name, path } of runningContainersIn(workload)) {
        const limit = resources?.limits?.cpu;
        if (!probe || !(probe.exec || probe.httpGet || probe.grpc) || (probe.timeoutSeconds || 1) !== 1 || !limit) {continue;}
        const nanos = parseQuantity(String(limit))?.nanos;
        if (nanos === undefined || nanos <= 0n || nanos >= (probe.exec ? TO_START : TO_ANSWER)) {continue;}
        yield findingOf(shortLivenessTimeout, {
          about: workload, container: name, path: `${path}.livenessProbe.timeoutSeconds`, given: `1 s with a CPU limit of ${limit}`,
          allowed: '5 or more', what: 'a container that is throttled fails the probe, and is restarted',
        });
      }
    }
  },
};
