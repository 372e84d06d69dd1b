import fc from 'fast-check';
import { compare, leavesOf } from '../../../src/private/compare/compare';
import { pathText, weightOf } from '../../../src/private/compare/difference';
import { Match } from '../../../src/testing/match';
import { runs } from '../../support/runs';

const scalar = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.boolean());
const key = fc.constantFrom('name', 'key', 'value', 'spec', 'items', 'a.b', 'mountPath');

/** Values as manifests have them; lists have maps, or texts. */
const value: fc.Arbitrary<any> = fc.letrec(tie => ({
  map: fc.dictionary(key, tie('any'), { maxKeys: 4 }),
  any: fc.oneof(
    { weight: 3, arbitrary: scalar }, tie('map'), fc.array(tie('map'), { maxLength: 3 }),
    fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
  ),
})).map;

/** A part of a value: fields are left out, lists stay whole. */
function pruned(given: any, keep: () => boolean): any {
  if (Array.isArray(given)) {return given.map(entry => pruned(entry, keep));}
  if (typeof given !== 'object') {return given;}
  return Object.fromEntries(Object.entries(given).filter(keep).map(([name, entry]) => [name, pruned(entry, keep)]));
}

/** Every place of a single value. */
function leaves(given: any, path: Array<string | number> = []): Array<Array<string | number>> {
  if (typeof given !== 'object') {return [path];}
  return Object.entries(given).flatMap(([name, entry]) => leaves(entry, [...path, Array.isArray(given) ? Number(name) : name]));
}

test('every value is like itself, in part and exactly', () => {
  fc.assert(fc.property(value, given => {
    expect(compare(given, structuredClone(given))).toEqual([]);
    expect(compare(given, structuredClone(given), 'exact')).toEqual([]);
  }), { numRuns: runs(100) });
});

test('every value is like a part of itself', () => {
  fc.assert(fc.property(value, fc.infiniteStream(fc.boolean()), (given, coins) => {
    expect(compare(pruned(given, () => coins.next().value), given)).toEqual([]);
  }), { numRuns: runs(100) });
});

test('one changed value is one difference or more, of which the first lies on the way to it', () => {
  fc.assert(fc.property(value, fc.nat(), (given, pick) => {
    const places = leaves(given);
    fc.pre(places.length > 0);
    const place = places[pick % places.length];
    const changed = structuredClone(given);
    const parent = place.slice(0, -1).reduce((at: any, step) => at[step], changed);
    parent[place.at(-1)!] = 'CHANGED VALUE';
    const differences = compare(changed, given);
    expect(differences.length).toBeGreaterThan(0);
    expect(weightOf(differences)).toBeLessThanOrEqual(leavesOf(changed) + differences.length);
    expect(pathText(differences[0].path).replace(
      /\[.*/, '',
    )).toBe(pathText(place.map(step => (typeof step === 'number' ? `[${step}]` : step === 'a.b' ? '["a.b"]' : step))).replace(/\[.*/, ''));
  }), { numRuns: runs(100) });
});

test('an added field is a difference to an exact pattern, and none to a partial one', () => {
  fc.assert(fc.property(value, given => {
    const more = { ...given, added: 1 };
    expect(compare(given, more)).toEqual([]);
    expect(compare(given, more, 'exact')).toEqual([{ path: ['added'], found: 1, wanted: 'nothing here', weight: 1 }]);
  }), { numRuns: runs(100) });
});

test('listWith holds for every choice of entries in every order', () => {
  const entries = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }).map(
    names => names.map(name => ({ name, value: name.length })),
  );
  fc.assert(fc.property(entries, fc.infiniteStream(fc.nat()), (list, numbers) => {
    const shuffled = list.map(entry => ({ entry, at: numbers.next().value })).sort((a, b) => a.at - b.at).map(({ entry }) => entry);
    const some = shuffled.slice(0, 1 + numbers.next().value % shuffled.length);
    expect(compare(Match.listWith(some), list)).toEqual([]);
    expect(compare(Match.listWith([...some, { name: 'a name that is too long' }]), list)).toHaveLength(1);
  }), { numRuns: runs(100) });
});

test('a list in another order is reported as that, entry by entry where they are kept apart', () => {
  const texts = (pattern: unknown, found: unknown) => compare(
    pattern, found, 'exact',
  ).map(({ path, found: there, foundText, wanted }) => `${pathText(path)}: `
    + `${foundText ?? there}, wanted ${wanted}`);
  expect(texts([{ name: 'a', v: 1 }, { name: 'b', v: 2 }], [{ name: 'b', v: 2 }, { name: 'a', v: 3 }])).toEqual([
    '[name=a].v: 3, wanted 1', ': in the order b, a, wanted in the order a, b',
  ]);
  expect(texts(['a', 'b'], ['b', 'a'])).toEqual(['[0]: b, wanted a', '[1]: a, wanted "b"'].map(text => text.replace('"b"', 'b')));
});
