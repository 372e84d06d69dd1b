import { daemonSet } from '../../../src/checks/example';
import { portNumber, portPath } from '../../../src/cluster/inventory/container-ports';
import { workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';

test('every claim of a workload leads back to the field that makes it', () => {
  const containers = [
    { name: 'a', ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81, protocol: 'UDP' }] },
    { name: 'b', ports: [{ name: 'http', containerPort: 80 }] },
  ];
  const workload = workloadOf(entriesOf(daemonSet({ hostNetwork: true, containers }))[0])!;
  expect(workload.facts.hostPorts.map(claim => portPath(workload, claim))).toEqual([
    { path: 'spec.template.spec.containers[0].ports[0].containerPort', container: 'a' },
    { path: 'spec.template.spec.containers[0].ports[1].hostPort', container: 'a' },
    { path: 'spec.template.spec.containers[1].ports[0].containerPort', container: 'b' },
  ]);
  expect(portPath(workload, { port: 1, protocol: 'TCP', by: 'nobody' })).toEqual({ path: 'spec.template.spec' });
});

test('a port is reported by its number, or by a name of the container', () => {
  const container = { ports: [{ containerPort: 1 }, { name: 'http', containerPort: 80 }] };
  expect(['http', 8080, '9090', 'gone', undefined].map(port => portNumber(container, port))).toEqual([
    80, 8080, 9090, undefined, undefined,
  ]);
  expect(portNumber({}, 'http')).toBeUndefined();
});
