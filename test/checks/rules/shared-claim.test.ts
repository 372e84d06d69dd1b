import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { sharedClaim } from '../../../src/checks/rules/shared-claim';
import type { Wire } from '../../../src/private/wire';

const claim = (...accessModes: string[]) => ({
  apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'c', namespace: 'agents' }, spec: { accessModes },
});
const CLAIMING = { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }] };

test.each<[Wire[], string[]]>([
  [[claim('ReadWriteOnce')], ['warning']], [[claim('ReadWriteOncePod')], ['error']], [[claim('ReadWriteMany')], []],
  [[claim('ReadWriteOnce', 'ReadOnlyMany')], []], [[claim()], []], [[], []],
])('the claims %j', (claims, levels) => {
  expect(foundBy(sharedClaim, daemonSet(CLAIMING), ...claims).map(line => line.split(' ')[0])).toEqual(levels);
  expect(foundBy(sharedClaim, deployment(CLAIMING), ...claims)).toEqual([]);
});
