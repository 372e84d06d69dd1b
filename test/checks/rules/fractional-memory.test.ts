import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { fractionalMemory } from '../../../src/checks/rules/fractional-memory';
import type { Wire } from '../../../src/private/wire';

const withMemory = (amount: unknown, side: string = 'limits') => daemonSet({}, { resources: { [side]: { memory: amount } } });

test.each([
  ['128m', 1], ['0.5', 1], ['1500m', 1], ['1.0001Ki', 1], ['2000m', 0], ['1.5Gi', 0], ['0.1Gi', 1], ['128Mi', 0], ['0', 0], [128, 0],
  [0.5, 1], ['lots', 0],
])('%j of memory', (amount, count) => {
  expect(foundBy(fractionalMemory, withMemory(amount))).toHaveLength(count);
});

test('is reported for storage, requests, the overhead and init containers, and not for processors', () => {
  const agent: Wire = daemonSet({ overhead: { memory: '1m' } }, {
    resources: { requests: { 'cpu': '100m', 'ephemeral-storage': '100m' } },
  });
  agent.spec.template.spec.initContainers = [{ name: 'init', image: 'x:1', resources: { requests: { memory: '10m' } } }];
  expect(foundBy(fractionalMemory, agent)).toEqual([
    'warning agent overhead.memory (1m)', "warning agent containers[0].resources.requests['ephemeral-storage'] (100m)",
    'warning agent initContainers[0].resources.requests.memory (10m)',
  ]);
});
