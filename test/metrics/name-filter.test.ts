import { NameFilter } from '../../src';
import { refusal } from '../support/refusal';
import { reading } from '../support/refused';

test('adds to the default, takes its place, keeps only, or leaves it to the exporter', () => {
  expect(NameFilter.excludingAlso(['b', 'a'])._excluded(['a'])).toEqual(['a', 'b']);
  expect(NameFilter.excluding(['b', 'b'])._excluded(['a'])).toEqual(['b']);
  expect(NameFilter.only(['b'])._excluded(['a'])).toBeUndefined();
  expect(NameFilter.only(['b'])._included()).toEqual(['b']);
  expect(NameFilter.exporterDefault()._excluded(['a'])).toBeUndefined();
  expect(NameFilter.exporterDefault()._included()).toBeUndefined();
});

test('keeps a copy of what it was given', () => {
  const patterns = ['a'];
  const filter = NameFilter.excluding(patterns);
  patterns.push('b');
  expect(filter.patterns).toEqual(['a']);
});

test.each<[string, () => NameFilter, string]>([
  ['a look-ahead', () => NameFilter.excluding(['a(?!b)']),
    refusal('invalid-pattern', { given: "'a(?!b)'", names: ['RE2'] })],
  ['an empty pattern', () => NameFilter.excludingAlso(['']),
    refusal('invalid-pattern', { given: "''", names: ['RE2'] })],
  ['nothing to keep', () => NameFilter.only([]),
    refusal('invalid-pattern', { names: ['NameFilter.only'] })],
])('fails for %s', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});
