import { isMisreadFromCdk8s } from '../../../src/private/yaml/cdk8s-writer';
import { findProblem } from '../../../src/private/yaml/problem';

test.each<[string, unknown, object]>([
  ['a text', { a: { b: ['x', { 'c-d': 'a\u2028b' }] }, e: '0o1' }, { kind: 'misread', path: "a.b[1]['c-d']", given: '"a\\u2028b"' }],
  ['a key, by the map that it is in', { a: { b: { '0o1': 'x' } } }, { kind: 'misread', path: 'a.b', given: '"0o1"' }],
  ['a key of the object itself', { '<<': {} }, { kind: 'misread', path: '', given: '"<<"' }],
  ['an element of a list', ['x', '0o1'], { kind: 'misread', path: '[1]', given: '"0o1"' }],
  ['a number without a point', { a: 1e21 }, { kind: 'misread', path: 'a', given: '1e+21' }],
  ['no number', { a: NaN }, { kind: 'unwritable', path: 'a', given: 'NaN' }],
  ['half of a pair', { a: 'b\ud83d' }, { kind: 'unwritable', path: 'a', given: '"b\\ud83d"' }],
  ['a long text, in short', { a: `0o${'7'.repeat(200)}` }, { kind: 'misread', path: 'a', given: `"0o${'7'.repeat(97)}...` }],
])('%s is found where it is', (_, value, expected) => {
  expect(findProblem(value, isMisreadFromCdk8s)).toEqual(expected);
});

test('nothing is found in what all readers read', () => {
  expect(findProblem(
    { a: null, b: undefined, c: 1.5e300, d: true, e: [], f: {}, g: '😀', h: 'true', i: '\r\n' }, isMisreadFromCdk8s,
  )).toBeUndefined();
});

test('of our own writer nothing is misread, and some things are unwritable all the same', () => {
  expect(findProblem({ '0o17': '<<', 'a\u2028': 1e21 })).toBeUndefined();
  expect(findProblem({ a: { '\ud800': 1 } })).toEqual({ kind: 'unwritable', path: 'a', given: '"\\ud800"' });
});

test('a circle ends', () => {
  const circle: any = {};
  circle.a = circle;
  expect(findProblem(circle, isMisreadFromCdk8s)).toBeUndefined();
});
