import { Lazy } from 'cdk8s';
import * as fc from 'fast-check';
import { byText, compact, keepEmpty, mergeWire, orUndefined, sortedEntries } from '../../src/private/wire';
import { runs } from '../support/runs';

test('what the API server would drop is left out: undefined, null, empty lists and empty maps', () => {
  expect(compact({ a: undefined, b: null, c: [], d: {}, e: 0, f: false, g: '', h: [undefined], i: { j: undefined } })).toEqual({
    e: 0, f: false, g: '', h: [undefined], i: { j: undefined },
  });
});

test('a map that is meant to be empty stays', () => {
  expect(compact({ emptyDir: keepEmpty() })).toEqual({ emptyDir: {} });
  expect(orUndefined({ emptyDir: keepEmpty() })).toEqual({ emptyDir: {} });
});

test('an empty map that is handed out is a new one each time', () => {
  const [one, two] = [compact({ a: keepEmpty() }), compact({ a: keepEmpty() })];
  one.a.b = 1;
  expect(two).toEqual({ a: {} });
});

test('late values and objects of others are not looked into', () => {
  const late = Lazy.any({ produce: () => ({}) });
  class Other {}
  const other = new Other();
  expect(compact({ late, other })).toEqual({ late, other });
});

test('a map with nothing in it is undefined', () => {
  expect(orUndefined({})).toBeUndefined();
  expect(orUndefined({ a: [], b: null })).toBeUndefined();
  expect(orUndefined({ a: 0 })).toEqual({ a: 0 });
});

test('maps merge, everything else is replaced', () => {
  expect(mergeWire({ a: { b: 1, c: [1] }, d: 1, e: { f: 1 } }, { a: { c: [2], g: 3 }, d: { h: 1 }, e: [] }))
    .toEqual({ a: { b: 1, c: [2], g: 3 }, d: { h: 1 }, e: [] });
});

test('null and undefined replace nothing', () => {
  expect(mergeWire({ a: 1, b: { c: 1 } }, { a: null, b: { c: undefined } })).toEqual({ a: 1, b: { c: 1 } });
  const base = { a: 1 };
  expect(mergeWire(base, undefined)).toBe(base);
});

test('neither side is changed by a merge, whatever the two are', () => {
  const map = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 });
  fc.assert(fc.property(map, map, (base, over) => {
    const before = JSON.stringify([base, over]);
    const merged: any = mergeWire(base, over);
    expect(JSON.stringify([base, over])).toBe(before);
    expect(mergeWire(merged, over)).toEqual(merged);
    for (const key in over) {
      if (over[key] !== null && typeof over[key] !== 'object') {expect(merged[key]).toEqual(over[key]);}
    }
  }), { numRuns: runs(100) });
});

test('text is ordered by code unit, as it is in no language', () => {
  expect(['i', 'I', 'ı', 'a', 'Z', 'é', 'aa', ''].sort(byText)).toEqual(['', 'I', 'Z', 'a', 'aa', 'i', 'é', 'ı']);
  expect(sortedEntries({ b: 1, a: 2, B: 3 })).toEqual([['B', 3], ['a', 2], ['b', 1]]);
  expect(sortedEntries(undefined)).toEqual([]);
});
