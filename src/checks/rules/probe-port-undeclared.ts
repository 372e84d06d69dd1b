import { PROBE_PORT_UNDECLARED, undeclaredProbePorts } from '../../cluster/references/probe-ports';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const probePortUndeclared: Rule = {
  ...PROBE_PORT_UNDECLARED,
  summary: 'A probe or hook names a port that its container does not have, or on the host network a number that no container declares.',
  looksAt: '`port` of probes and lifecycle hooks, against `ports` of their container: names are looked up there alone. Numbers are fine on '
    + 'the network of the pod, and with a `host` that never leaves the node, which a program needs that listens on a loopback address.',
  why: 'The kubelet cannot resolve the name: the probe fails for ever, and the container is never ready, or killed again and again. A '
    + 'number that is not declared on the host network is a warning: the scheduler does not know that the port of the node is taken, and '
    + 'places another pod there that takes it too.',
  example: () => {
    const readinessProbe = { httpGet: { path: '/ready', port: 'health' } };
    return {
      fails: [daemonSet({}, { readinessProbe })],
      passes: [daemonSet({}, { readinessProbe, ports: [{ name: 'health', containerPort: 8080 }] })],
    };
  },
  check: undeclaredProbePorts,
};
