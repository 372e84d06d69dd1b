import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { hostIpWithoutHostPort } from '../../../src/checks/rules/host-ip-without-host-port';
import type { Wire } from '../../../src/private/wire';

const ports = (...list: Wire[]) => daemonSet({}, { ports: list });

test.each<[Wire, number]>([
  [ports({ containerPort: 1, hostIP: '127.0.0.1' }), 1], [ports({ containerPort: 1, hostIP: '127.0.0.1', hostPort: 0 }), 1],
  [ports({ containerPort: 1, hostIP: '' }), 0],
  [daemonSet({ hostNetwork: true }, { ports: [{ containerPort: 1, hostIP: '127.0.0.1' }] }), 0],
])('an address of the node without a port: %#', (agent, count) => {
  expect(foundBy(hostIpWithoutHostPort, agent)).toHaveLength(count);
});
