import { sharesOf } from '../../../src/cluster/capacity/share';
import type { ResourceList } from '../../../src/cluster/inventory/resource-list';

const list = (amounts: {
  [name: string]: number;
}): ResourceList => new Map(Object.entries(amounts).map(([name, amount]) => [name, BigInt(amount)]));

test('what every node has comes first, taken or not, then what else is taken, by name', () => {
  expect(sharesOf(
    list({ 'example.com/b': 1, 'example.com/a': 1, 'cpu': 500, 'pods': 2 }),
    list({ 'cpu': 2000, 'memory': 100, 'pods': 8, 'example.com/b': 4, 'example.com/c': 1 }),
  )).toEqual([
    { resource: 'cpu', taken: 500n, allocatable: 2000n, fraction: 0.25 },
    { resource: 'memory', taken: 0n, allocatable: 100n, fraction: 0 },
    { resource: 'ephemeral-storage', taken: 0n },
    { resource: 'pods', taken: 2n, allocatable: 8n, fraction: 0.25 },
    { resource: 'example.com/a', taken: 1n, allocatable: 0n },
    { resource: 'example.com/b', taken: 1n, allocatable: 4n, fraction: 0.25 },
  ]);
});

test('where nodes do not say what they have, nothing is said of it', () => {
  expect(sharesOf(list({ 'cpu': 500, 'example.com/a': 1 }), undefined)).toEqual([
    { resource: 'cpu', taken: 500n }, { resource: 'memory', taken: 0n }, { resource: 'ephemeral-storage', taken: 0n },
    { resource: 'pods', taken: 0n },
    { resource: 'example.com/a', taken: 1n },
  ]);
});

test('more can be taken than there is', () => {
  expect(sharesOf(list({ cpu: 3000 }), list({ cpu: 2000 }))[0].fraction).toBe(1.5);
});
