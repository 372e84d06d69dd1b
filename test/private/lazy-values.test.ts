import { Lazy } from 'cdk8s';
import { produced } from '../../src/private/lazy-values';

test('what holds nothing late stays the very same', () => {
  const value = { a: [1, { b: null }], c: undefined, d: new Date(0), e: 'x' };
  expect(produced(value)).toBe(value);
  expect([produced(undefined), produced(null), produced(0)]).toEqual([undefined, null, 0]);
});

test('late values are produced wherever they stand, one in another too, and what was given stays late', () => {
  const inner = Lazy.any({ produce: () => 2 });
  const value = { a: [1, inner], b: Lazy.any({ produce: () => ({ c: inner }) }), d: { resolve: 'no function' } };
  expect(produced(value)).toEqual({ a: [1, 2], b: { c: 2 }, d: { resolve: 'no function' } });
  expect(value.a[1]).toBe(inner);
});

test('tokens of other libraries are produced as cdk8s does', () => {
  class Token {
    public resolve(): string {
      return 'it';
    }
  }
  expect(produced({ a: new Token() })).toEqual({ a: 'it' });
});
