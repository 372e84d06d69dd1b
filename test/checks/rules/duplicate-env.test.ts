import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { duplicateEnv } from '../../../src/checks/rules/duplicate-env';
import type { Wire } from '../../../src/private/wire';

const env = (...values: Wire[]) => daemonSet({}, { env: values.map(value => ({ name: 'X', ...value })) });

test.each<[string, Wire, string[]]>([
  ['another value', env({ value: 'a' }, { value: 'b' }), ['warning']],
  ['a reference to itself alone', env({ value: 'a' }, { value: '$(X)' }), ['warning']],
  ['a source', env({ value: 'a' }, { valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }), ['warning']],
  ['one that goes on', env({ value: 'a' }, { value: '$(X):b' }), ['note']],
  ['no second', env({ value: 'a' }), []],
])('a variable has %s', (_, agent, levels) => {
  expect(foundBy(duplicateEnv, agent).map(line => line.split(' ')[0])).toEqual(levels);
});
