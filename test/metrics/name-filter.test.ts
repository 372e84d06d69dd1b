import { NameFilter } from '../../src';
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
    'invalid-pattern: a pattern cannot be compiled: look-ahead is not supported; '
    + "given: 'a(?!b)'; allowed: RE2 syntax, without look-ahead and back-references; fix: correct it: the exporter refuses to start with it"],
  ['an empty pattern', () => NameFilter.excludingAlso(['']),
    "invalid-pattern: a pattern cannot be compiled: it is empty; given: ''; "
    + 'allowed: RE2 syntax, without look-ahead and back-references; fix: correct it: the exporter refuses to start with it'],
  ['nothing to keep', () => NameFilter.only([]),
    'invalid-pattern: NameFilter.only was given nothing to keep; given: an empty list; allowed: at least one pattern; '
    + 'fix: name what to keep, or switch the collector off'],
])('fails for %s', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});
