import { amountShown, percentShown } from '../../../src/cli/format/amounts';

const GI = 1024n ** 3n;

test.each([
  ['cpu', 250n, '250m'], ['cpu', 3920n, '3920m'], ['cpu', 36_000n, '36'], ['cpu', 12_345_678n, '12345.7'], ['cpu', 0n, '0'],
  ['memory', 64n * 1024n ** 2n, '64Mi'], ['memory', 14_710n * 1024n ** 2n, '14710Mi'], ['memory', 95_736_022_016n, '89.2Gi'],
  ['memory', 47_233_297_124n, '44Gi'],
  ['ephemeral-storage', 3n * 1024n * GI + 1n, '3Ti'], ['memory', 1500n, '1500'], ['memory', 123_456_789n, '117.7Mi'],
  ['example.com/gpu', 12_345_678n, '12345678'], ['pods', 110n, '110'],
])('%s of %s is written as %s', (resource, amount, text) => {
  expect(amountShown(resource, amount)).toBe(text);
});

test.each([
  [0, '0%'], [0.0004, '<0.1%'], [0.001, '0.1%'], [0.0382, '3.8%'], [0.05, '5%'], [0.42, '42%'], [0.0999, '10%'], [1, '100%'], [1.5, '150%'],
])('%s is %s', (fraction, text) => {
  expect(percentShown(fraction)).toBe(text);
});
