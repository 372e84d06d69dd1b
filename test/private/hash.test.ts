import * as fc from 'fast-check';
import { contentHash } from '../../src/private/hash';
import { runs } from '../support/runs';

test('a hash is sixteen hexadecimal characters and stays the same for ever', () => {
  expect(contentHash({})).toBe('e3b0c44298fc1c14');
  expect(contentHash({ 'fluent-bit.yaml': 'service: {}\n' })).toMatch(/^[0-9a-f]{16}$/);
});

test('the order of the parts does not count', () => {
  expect(contentHash({ a: '1', b: '2', c: '3' })).toBe(contentHash({ c: '3', b: '2', a: '1' }));
});

test('a renamed, changed, added or removed part changes the hash', () => {
  const all: Array<Record<string, string>> = [{ a: '1' }, { b: '1' }, { a: '2' }, { a: '1', b: '' }, {}, { '': '' }];
  expect(new Set(all.map(contentHash)).size).toBe(all.length);
});

test('text cannot move from a name to its content or to another part unnoticed', () => {
  const all: Array<Record<string, string>> = [
    { ab: 'c' }, { a: 'bc' }, { a: 'b', c: '' }, { a: 'b1:c' }, { '1:a': 'b' }, { 'a\0b': 'c' }, { a: '\0b' },
  ];
  expect(new Set(all.map(contentHash)).size).toBe(all.length);
});

test('different parts have different hashes, equal parts equal ones, whatever their order', () => {
  const parts = fc.dictionary(fc.string({ maxLength: 3, unit: 'grapheme' }), fc.string({ maxLength: 3, unit: 'grapheme' }), { maxKeys: 3 });
  const same = (a: Record<string, string>, b: Record<string, string>): boolean =>
    JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
  fc.assert(fc.property(parts, parts, (a, b) => {
    expect(contentHash(a) === contentHash(b)).toBe(same(a, b));
    expect(contentHash(Object.fromEntries(Object.entries(a).reverse()))).toBe(contentHash(a));
  }), { numRuns: runs(100) });
});
