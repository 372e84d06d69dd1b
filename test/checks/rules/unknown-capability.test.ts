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

test('small letters matter to Pod Security alone, and it refuses what shares its node in any case', () => {
  const found = (name: string, pod: object) => foundBy(
    unknownCapability, daemonSet(pod, { securityContext: { capabilities: { drop: [name] } } }),
  );
  expect([
    found('all', {}), found('all', { hostNetwork: true }), found('all', { volumes: [{ name: 'v', hostPath: { path: '/var/log' } }] }),
    found('CAP_ALL', { hostNetwork: true }),
  ].map(lines => lines.length)).toEqual([1, 0, 0, 1]);
});
