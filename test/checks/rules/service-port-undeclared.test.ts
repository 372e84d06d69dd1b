import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { servicePortUndeclared } from '../../../src/checks/rules/service-port-undeclared';
import type { Wire } from '../../../src/private/wire';

const service = (port: Wire, selector: Wire | null = { app: 'agent' }, namespace: string = 'agents') =>
  ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 's', namespace }, spec: { selector, ports: [{ port: 1, ...port }] } });
const withPorts = (ports: Wire[], spec: Wire = {}, pod: Wire = {}) => daemonSet(pod, { ports }, spec);

test.each<[string, Wire[], number]>([
  ['the name is there', [service({ targetPort: 'http' }), withPorts([{ name: 'http', containerPort: 1 }])], 0],
  ['it is not', [service({ targetPort: 'http' }), withPorts([{ name: 'web', containerPort: 1 }])], 1],
  ['it is in another protocol', [service({ targetPort: 'dns', protocol: 'UDP' }), withPorts([{ name: 'dns', containerPort: 1 }])], 1],
  ['a number is meant', [service({ targetPort: 8080 }), service({}), withPorts([])], 0],
  ['one of two workloads has it', [
    service({ targetPort: 'http' }), withPorts([{ name: 'http', containerPort: 1 }]),
    withPorts([], { name: 'b', template: { metadata: { labels: { app: 'agent' } } } }),
  ], 0],
  ['a sidecar has it', [
    service({ targetPort: 'http' }),
    withPorts([], {}, { initContainers: [{ name: 's', restartPolicy: 'Always', ports: [{ name: 'http', containerPort: 1 }] }] }),
  ], 0],
  ['nothing is selected', [service({ targetPort: 'http' }, { app: 'other' }), withPorts([])], 0],
  ['the pods are in another namespace', [service({ targetPort: 'http' }, { app: 'agent' }, 'other'), withPorts([])], 0],
  ['there is no selector', [service({ targetPort: 'http' }, null), service({ targetPort: 'http' }, {}), withPorts([])], 0],
])('service-port-undeclared, where %s', (_, objects, count) => {
  expect(foundBy(servicePortUndeclared, ...objects)).toHaveLength(count);
});
