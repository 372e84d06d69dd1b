import * as fc from 'fast-check';
import { tagsMeet } from '../../../src/logs/fluent-bit/tag-pattern';
import { runs } from '../../support/runs';

test.each([
  ['*', 'kube.*', true],
  ['kube.*', 'kube.*', true],
  ['kube.var.log.*', 'kube.*', true],
  ['kube.*_shop_*', 'kube.*', true],
  ['*.log', 'kube.*', true],
  ['kube', 'kube.*', false],
  ['host.*', 'kube.*', false],
  ['kernel', 'kernel', true],
  ['kernel', 'kernels', false],
  ['', 'kernel', false],
])('whether %p matches something of %p', (pattern, tag, expected) => {
  expect(tagsMeet(pattern, tag)).toBe(expected);
});

test('a pattern meets every tag that it matches, and it does not matter which is which', () => {
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
  const plain = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
  fc.assert(fc.property(glob, plain, glob, (pattern, tag, other) => {
    const matches = new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\*/g, '.*')}$`).test(tag);
    expect(tagsMeet(pattern, tag)).toBe(matches);
    expect(tagsMeet(pattern, other)).toBe(tagsMeet(other, pattern));
  }), { numRuns: runs(100) });
});

test('many stars take no time', () => {
  expect(tagsMeet('*a'.repeat(200), `${'*'.repeat(200)}b`)).toBe(false);
});
