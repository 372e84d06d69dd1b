import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import * as fc from 'fast-check';
import { NOT_PLAIN, plainJson } from '../../src/private/plain-json';
import { runs } from '../support/runs';

/** What cdk8s itself makes of the fields of an object. */
function byCdk8s(fields: object): any {
  const {
    apiVersion: _, kind: __, metadata: ___, ...rest
  } = new ApiObject(new Chart(new App(), 'chart'), 'object', { apiVersion: 'v1', kind: 'ConfigMap', ...fields }).toJson();
  return rest;
}

const late = (value: unknown) => Lazy.any({ produce: () => value });
const key = fc.constantFrom('spec', 'data', 'a', 'B', 'é', '10', '9', '', 'toString');
const { value: anything } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(
      fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(),
      fc.constantFrom<unknown[]>(null, undefined, {}, []),
    ),
    fc.array(tie('value').filter(entry => entry !== undefined), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    tie('value').map(late),
  ),
}));
const fields = fc.dictionary(fc.constantFrom('spec', 'data', 'rules', 'b', 'A'), anything, { maxKeys: 4, noNullPrototype: true });

test('it is what cdk8s makes of any value: late ones produced, keys sorted, null and undefined left out', () => {
  fc.assert(fc.property(fields, given => {
    const own = plainJson(given);
    expect(own).not.toBe(NOT_PLAIN);
    const theirs = byCdk8s(given);
    expect(own).toEqual(theirs);
    // the order of the keys is part of what is written
    expect(JSON.stringify(own)).toBe(JSON.stringify(theirs));
  }), { numRuns: runs(300) });
});

test('a late value may produce another, and is asked at each look', () => {
  let answer: any = { b: 1 };
  const given = { spec: late(late({ a: Lazy.any({ produce: () => answer }) })) };
  expect(plainJson(given)).toEqual({ spec: { a: { b: 1 } } });
  answer = undefined;
  expect(plainJson(given)).toEqual({ spec: { a: undefined } });
  expect(Object.keys(plainJson(given).spec)).toEqual([]);
});

test('nothing is changed by looking', () => {
  fc.assert(fc.property(fc.dictionary(key, fc.jsonValue(), { noNullPrototype: true }), given => {
    const before = JSON.stringify(given);
    const own = plainJson(given);
    expect(JSON.stringify(given)).toBe(before);
    expect(own).not.toBe(given);
  }), { numRuns: runs(100) });
});

class Other {
  public readonly a = 1;
}

test.each<[string, object]>([
  ['an object of a class', { spec: new Other() }],
  ['a date', { spec: [new Date(0)] }],
  ['what resolves itself', { spec: { a: { resolve: () => 1 } } }],
  ['such a thing produced late', { spec: late(new Other()) }],
])('%s is left to cdk8s', (_, given) => {
  expect(plainJson(given)).toBe(NOT_PLAIN);
});

test('without what is empty, it is as cdk8s does with metadata', () => {
  expect(plainJson({ labels: {}, finalizers: [], name: 'a', more: { deep: {} } }, true)).toEqual({ name: 'a' });
  expect(plainJson({ labels: {} }, false)).toEqual({ labels: {} });
});
