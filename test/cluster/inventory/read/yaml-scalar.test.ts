import * as fc from 'fast-check';
import { plainScalar } from '../../../../src/cluster/inventory/read/yaml-scalar';
import { runs } from '../../../support/runs';

// each line as sigs.k8s.io/yaml 1.6.0 reads it
test.each([
  ['', null], ['~', null], ['null', null], ['Null', null], ['nUll', 'nUll'],
  ['y', true], ['Yes', true], ['on', true], ['TRUE', true], ['yEs', 'yEs'], ['n', false], ['No', false], ['OFF', false], ['False', false],
  ['0', 0], ['-0', 0], ['+1', 1], ['0777', 511], ['0o17', 15], ['0O17', 15], ['0x1F', 31], ['-0x1f', -31], ['0b11', 3], ['-0b11', -3],
  ['-017', -15],
  ['1_000', 1000], ['1__0', 10], ['1_', 1], ['_1', '_1'], ['0x', '0x'], ['0b12', '0b12'], ['08', 8], ['09.5', 9.5], ['--1', '--1'],
  ['1e3', 1000], ['1.', 1], ['.5', 0.5], ['-.5', -0.5], ['.1_0', 0.1], ['.0x1', '.0x1'], ['1e', '1e'], ['.', '.'], ['1.5.5', '1.5.5'],
  ['1_000.5', 1000.5],
  ['18446744073709551615', 18446744073709551615], ['+18446744073709551615', 18446744073709551615],
  ['0xffffffffffffffffff', '0xffffffffffffffffff'],
  ['99999999999999999999', 1e20], ['1e400', '1e400'], ['-9223372036854775809', -9223372036854775809],
  ['12:30:45', '12:30:45'], ['2001-01-01', '2001-01-01'], ['2001-01-01T00:00:00Z', '2001-01-01T00:00:00Z'], ['.infinity', '.infinity'],
  ['<<', '<<'],
] as const)('%j is %j', (text, value) => {
  const read = plainScalar(text);
  expect(typeof read === 'number' ? read + 0 : read).toEqual(value);
});

test.each(['.inf', '-.Inf', '+.INF', '.nan', '.NaN'])('%s has no JSON', text => {
  expect(plainScalar(text)).toBeUndefined();
});

test('whole numbers are what they look like', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), number => plainScalar(String(number)) === number), { numRuns: runs(100) });
});

test('words stay texts unless they are one of the few that are not', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,12}$/), word => ['true', 'null', 'false'].includes(word) || plainScalar(word) === word),
    { numRuns: runs(100) },
  );
});
