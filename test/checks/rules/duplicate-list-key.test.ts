import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { duplicateListKey } from '../../../src/checks/rules/duplicate-list-key';
import type { Wire } from '../../../src/private/wire';

const ports = (...list: Wire[]) => daemonSet({}, { ports: list });

test.each<[Wire, string[]]>([
  [ports({ containerPort: 1 }, { containerPort: 1 }), ['warning agent containers[0].ports[1] (1/TCP)']],
  [ports({ containerPort: 1 }, { containerPort: 1, protocol: 'UDP' }), []],
  [ports({ containerPort: 1, hostPort: 1 }, { containerPort: 1, hostPort: 2 }), ['warning agent containers[0].ports[1] (1/TCP)']],
  [daemonSet({ imagePullSecrets: [{ name: 'a' }, { name: 'b' }, { name: 'a' }] }), ['warning agent imagePullSecrets[2] (a)']],
  [daemonSet({ imagePullSecrets: [{ name: '' }, { name: '' }] }), []],
])('keys of lists: %#', (agent, expected) => {
  expect(foundBy(duplicateListKey, agent)).toEqual(expected);
});
