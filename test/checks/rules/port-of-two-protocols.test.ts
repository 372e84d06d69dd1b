import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { portOfTwoProtocols } from '../../../src/checks/rules/port-of-two-protocols';
import type { Wire } from '../../../src/private/wire';

const ports = (...list: Wire[]) => daemonSet({}, { ports: list });

test.each<[Wire[], number]>([
  [[{ containerPort: 53 }, { containerPort: 53, protocol: 'UDP' }], 1],
  [[{ containerPort: 53 }, { containerPort: 53, protocol: 'TCP' }], 0],
  [[{ containerPort: 53, protocol: 'UDP' }, { containerPort: 54 }], 0],
])('protocols of %j', (list, count) => {
  expect(foundBy(portOfTwoProtocols, ports(...list))).toHaveLength(count);
});
