import * as fc from 'fast-check';
import {
  addResources, formatAmount, maxResources, multiplyResources, readResources, readThousandths, resourcesToWire, ResourceList, roundUp,
  subtractResources,
} from '../../../src/cluster/inventory/resource-list';
import { runs } from '../../support/runs';

const list = (amounts: {
  [name: string]: number;
}): ResourceList => new Map(Object.entries(amounts).map(([name, amount]) => [name, BigInt(amount)]));

test.each<[string, string, bigint]>([
  ['cpu', '1', 1000n], ['cpu', '250m', 250n], ['cpu', '0.1', 100n], ['cpu', '0.0001', 1n], ['cpu', '1e3m', 0n], ['cpu', '2e0', 2000n],
  ['memory', '1Ki', 1024n], ['memory', '1500m', 2n], ['memory', '0.5Gi', 536_870_912n], ['memory', '1M', 1_000_000n],
  ['pods', '110', 110n], ['example.com/gpu', '2', 2n], ['memory', 'a lot', 0n], ['memory', '0', 0n],
])('%s of %s counts as %s', (name, text, amount) => {
  expect(readResources({ [name]: text })).toEqual(new Map([[name, amount]]));
});

test('a number is as good as its text, and nothing is an empty list', () => {
  expect(readResources({ cpu: 2, memory: 1024 })).toEqual(list({ cpu: 2000, memory: 1024 }));
  expect([readResources(undefined), readResources(null), readResources({})]).toEqual([new Map(), new Map(), new Map()]);
});

test('amounts are rounded once, after they were added up', () => {
  const two = addResources(readThousandths({ cpu: '0.5m', memory: '500m' }), readThousandths({ cpu: '0.5m', memory: '500m' }));
  expect(two).toEqual(list({ cpu: 2, memory: 1000 }));
  expect(roundUp(two)).toEqual(list({ cpu: 2, memory: 1 }));
});

test('lists are combined by name', () => {
  const [a, b] = [list({ cpu: 100, memory: 5 }), list({ cpu: 50, pods: 3 })];
  expect(addResources(a, b)).toEqual(list({ cpu: 150, memory: 5, pods: 3 }));
  expect(subtractResources(a, b)).toEqual(list({ cpu: 50, memory: 5, pods: -3 }));
  expect(maxResources(a, b)).toEqual(list({ cpu: 100, memory: 5, pods: 3 }));
  expect(multiplyResources(a, 3)).toEqual(list({ cpu: 300, memory: 15 }));
  expect(addResources(new Map(), new Map())).toEqual(new Map());
});

test.each<[string, bigint, string]>([
  ['cpu', 250n, '250m'], ['cpu', 4000n, '4'], ['memory', 67_108_864n, '64Mi'], ['memory', 1000n, '1k'],
  ['hugepages-2Mi', 2_097_152n, '2Mi'],
  ['ephemeral-storage', -1024n, '-1Ki'], ['pods', 110n, '110'], ['example.com/gpu', 0n, '0'],
])('%s of %s is written as %s', (name, amount, text) => {
  expect(formatAmount(name, amount)).toBe(text);
});

test('for people names are sorted, and nothing stands there with zero', () => {
  expect(Object.entries(resourcesToWire(list({ 'pods': 2, 'memory': 1024, 'example.com/gpu': 0, 'cpu': 1500 })))).toEqual([
    ['cpu', '1500m'], ['memory', '1Ki'], ['pods', '2'],
  ]);
});

const amounts = fc.dictionary(fc.constantFrom('cpu', 'memory', 'example.com/gpu'), fc.nat(10_000)).map(list);

test('adding loses nothing, and what is subtracted comes back', () => {
  fc.assert(fc.property(amounts, amounts, (a, b) => {
    expect(addResources(a, b)).toEqual(addResources(b, a));
    const back = addResources(subtractResources(a, b), b);
    for (const name of [...a.keys(), ...b.keys()]) {expect(back.get(name)).toBe(a.get(name) ?? 0n);}
  }), { numRuns: runs(100) });
});
