import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { nameTooLong } from '../../../src/checks/rules/name-too-long';
import type { Wire } from '../../../src/private/wire';

const named = (object: Wire, name: string, kind?: string) => ({ ...object, ...kind && { kind }, metadata: { ...object.metadata, name } });

test.each<[string, Wire, number, number]>([
  ['DaemonSet', daemonSet(), 242, 243], ['StatefulSet', { ...deployment(), kind: 'StatefulSet' }, 52, 53],
])('a %s may have %#', (_, object, fits, tooLong) => {
  expect(foundBy(nameTooLong, named(object, 'x'.repeat(fits)))).toEqual([]);
  expect(foundBy(nameTooLong, named(object, 'x'.repeat(tooLong)))).toHaveLength(1);
});

test('the name of a Deployment can be as long as any', () => {
  expect(foundBy(nameTooLong, named(deployment(), 'x'.repeat(253)))).toEqual([]);
});
