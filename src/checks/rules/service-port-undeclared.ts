import { SERVICE_PORT_UNDECLARED, undeclaredServicePorts } from '../../cluster/references/service-ports';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const servicePortUndeclared: Rule = {
  ...SERVICE_PORT_UNDECLARED,
  summary: 'A Service leads to a port that its pods do not declare.',
  looksAt: 'Names in `targetPort` of Services, and the ports of containers of the workloads that they select, in the same protocol.',
  why: 'A name is looked up in the pods. Where no container has it the Service has no endpoint for that port, and everything that connects '
    + 'is refused; Prometheus finds no target. The API server accepts it.',
  example: () => ({
    fails: [service('http-metrics'), withPort('metrics')],
    passes: [service('metrics'), withPort('metrics')],
  }),
  check: undeclaredServicePorts,
};

function service(targetPort: string): Wire {
  return {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'agent', namespace: 'agents' },
    spec: { clusterIP: 'None', selector: { app: 'agent' }, ports: [{ name: 'metrics', port: 9100, targetPort }] },
  };
}

function withPort(name: string): Wire {
  return daemonSet({}, { ports: [{ name, containerPort: 9100 }] });
}
