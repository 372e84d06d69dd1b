import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { implausibleQuantity } from '../../../src/checks/rules/implausible-quantity';

const withMemory = (amount: unknown, side: string = 'limits') => daemonSet({}, { resources: { [side]: { memory: amount } } });

test.each([
  ['512', 1], [512, 1], ['64k', 1], ['999999', 1], ['1M', 0], ['1Mi', 0], ['128m', 0], ['0', 0], ['-5', 0], ['lots', 0],
])('%j is implausible as memory', (amount, count) => {
  expect(foundBy(implausibleQuantity, withMemory(amount))).toHaveLength(count);
});

test.each([
  ['100', 'requests', 1], [64, 'requests', 1], ['63', 'requests', 0], ['100m', 'requests', 0], ['100', 'limits', 0],
])('%j of processors in %s', (cpu, side, count) => {
  expect(foundBy(implausibleQuantity, daemonSet({}, { resources: { [side]: { cpu } } }))).toHaveLength(count);
});
