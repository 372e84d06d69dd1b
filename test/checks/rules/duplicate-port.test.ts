import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { duplicatePort } from '../../../src/checks/rules/duplicate-port';
import type { Wire } from '../../../src/private/wire';

const ports = (...list: Wire[]) => daemonSet({}, { ports: list });
const sharing = (own: Wire[], others: Wire[], role: Wire = {}) => {
  const agent = daemonSet({}, { ports: own });
  const other = { name: 'other', image: 'x:1', ports: others, ...role };
  return role.restartPolicy || role.init
    ? daemonSet({ initContainers: [other] }, { ports: own })
    : (agent.spec.template.spec.containers.push(other), agent);
};

test.each<[string, Wire, number]>([
  ['listen on one port', sharing([{ containerPort: 1 }], [{ containerPort: 1, protocol: 'TCP' }]), 1],
  ['listen in two protocols', sharing([{ containerPort: 1 }], [{ containerPort: 1, protocol: 'UDP' }]), 0],
  ['listen on two addresses', sharing([{ containerPort: 1, hostPort: 1, hostIP: '127.0.0.1' }], [
    { containerPort: 1, hostPort: 1, hostIP: '10.0.0.1' },
  ]), 0],
  ['listen on one port, of which one names an address', sharing([{ containerPort: 1 }], [{ containerPort: 1, hostIP: '10.0.0.1' }]), 1],
  ['run after each other', sharing([{ containerPort: 1 }], [{ containerPort: 1 }], { init: true }), 0],
  ['are container and sidecar', sharing([{ containerPort: 1 }], [{ containerPort: 1 }], { restartPolicy: 'Always' }), 1],
])('two containers that %s', (_, agent, count) => {
  expect(foundBy(duplicatePort, agent)).toHaveLength(count);
});

const service = (targetPort: string, selector: Wire = { app: 'agent' }, namespace: string = 'agents') => ({
  apiVersion: 'v1', kind: 'Service', metadata: { name: 'agent', namespace }, spec: { selector, ports: [{ port: 80, targetPort }] },
});

test('a port name of two containers is a note where a Service asks for it, and none of one container', () => {
  const twice = sharing([{ containerPort: 1, name: 'http' }], [{ containerPort: 2, name: 'http' }]);
  expect(foundBy(duplicatePort, twice, service('http'))).toEqual(['note agent containers[1].ports[0].name (http)']);
  const ofOne = ports({ containerPort: 1, name: 'http' }, { containerPort: 2, name: 'http' });
  expect(foundBy(duplicatePort, ofOne, service('http'))).toEqual([]);
});

test.each<[string, Wire[]]>([
  ['nobody asks for', []], ['a Service does not name', [service('metrics')]],
  ['a Service of other pods names', [service('http', { app: 'other' })]],
  ['a Service of another namespace names', [service('http', undefined, 'other')]],
])('two ports of one name that %s are fine', (_, services) => {
  expect(foundBy(
    duplicatePort, sharing([{ containerPort: 1, name: 'http' }], [{ containerPort: 2, name: 'http' }]), ...services,
  )).toEqual([]);
});
