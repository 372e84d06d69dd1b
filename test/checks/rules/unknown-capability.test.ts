import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { unknownCapability } from '../../../src/checks/rules/unknown-capability';

test.each<[string, 'add' | 'drop', string | undefined]>([
  ['NET_ADMIN', 'add', undefined], ['ALL', 'drop', undefined], ['CAP_NET_ADMIN', 'add', 'warning'], ['cap_sys_admin', 'add', 'warning'],
  ['net_admin', 'add', 'note'], ['all', 'drop', 'note'],
  ['NET_ADMN', 'add', 'warning'], ['', 'drop', 'warning'], ['CHECKPOINT_RESTORE', 'add', undefined],
])('the capability %j in %s', (name, list, level) => {
  const found = foundBy(unknownCapability, daemonSet({}, { securityContext: { capabilities: { [list]: [name] } } }));
  expect(found.map(line => line.split(' ')[0])).toEqual(level === undefined ? [] : [level]);
});
