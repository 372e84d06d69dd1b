import { MultilineLogs } from '../../../src';
import { groupNames, patternProblem } from '../../../src/logs/private/pattern';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';

test.each([
  '^(?<time>.+?) (?<stream>stdout|stderr) (?<_p>F|P) (?<log>.*)$', '^\\[?\\d{4}-\\d{2}', '(?i)error', '(?i:error)|(?>warn)', '\\A\\h+\\z',
  '[[:alpha:]_]+', 'a++b?+', '(?#why)a',
  '(?!x)(?<=y)z', '\\p{Alpha}',
])('Onigmo reads %p', pattern => {
  expect(patternProblem(pattern)).toBeUndefined();
});

test.each([['(a', 'unterminated group'], [
  'a)', 'unmatched \')\'',
], ['[a', 'unterminated character class'], ['*a', 'nothing to repeat'], ['a{2,1}', 'numbers out of order in {} quantifier']])(
  'Onigmo does not read %p', (pattern, problem) => {
    expect(patternProblem(pattern)).toBe(problem);
  });

test('the names of groups are fields', () => {
  expect(groupNames('(?<a>x)(?<b_1>y)(?:z)(?<=w)')).toEqual(['a', 'b_1']);
});

test.each([
  ['', "''"],
  ['a\nb', "'a\nb'"],
  ['^(', "'^('"],
  ['${x}', "'${x}'", ['`${`', '`\\$\\{`']],
])('the first line of an entry cannot be found by %p', (pattern, given, names: string[] = []) => {
  expect(reading(() => MultilineLogs.startingWith(pattern))).toThrow(
    refusal('invalid-pattern', { given, names }));
});
