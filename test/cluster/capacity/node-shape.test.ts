import { instanceTypeOf, kindOf, shapeOf } from '../../../src/cluster/capacity/node-shape';
import { agentOf, nodeOf } from '../inventory/objects';

const M5 = { 'node.kubernetes.io/instance-type': 'm5.large' };
const node = (allocatable?: object, labels: object = M5) => nodeOf('a', { labels, ...allocatable && { allocatable } });

test.each<[string, object, string | undefined]>([
  ['its label', M5, 'm5.large'], ['the label of old clusters', { 'beta.kubernetes.io/instance-type': 'm4' }, 'm4'],
  ['the newer of two', { ...M5, 'beta.kubernetes.io/instance-type': 'm4' }, 'm5.large'], ['no label', {}, undefined],
])('the type of a machine is reported by %s', (_, labels, expected) => {
  expect(instanceTypeOf(node(undefined, labels))).toBe(expected);
});

test.each<[string, object | undefined, object | undefined, boolean]>([
  ['have the same', { cpu: '2', memory: '8Gi' }, { memory: '8Gi', cpu: '2' }, true],
  ['differ by a few pages of memory', { memory: '7935004Ki' }, { memory: '7935600Ki' }, true],
  ['differ by a tenth of their memory', { memory: '8Gi' }, { memory: '7.2Gi' }, false],
  ['differ by one place for a pod', { pods: '29' }, { pods: '30' }, false],
  ['differ in a device', { 'cpu': '2', 'example.com/gpu': '1' }, { cpu: '2' }, false],
  ['do not say what they have', undefined, undefined, true],
  ['do not both say what they have', undefined, { cpu: '2' }, false],
])('nodes of one type that %s are of one kind: %#', (_, a, b, expected) => {
  expect(kindOf(node(a)) === kindOf(node(b))).toBe(expected);
  expect(kindOf(node(a)) === kindOf(node(a, {}))).toBe(false);
});

test('nodes of one kind have what the least of them has', () => {
  const nodes = [node({ cpu: '1930m', memory: '7935004Ki' }), node({ cpu: '1920m', memory: '7935600Ki' })];
  expect(shapeOf(nodes, [agentOf({})], new Map([['cpu', 480n]]))).toMatchObject({
    instanceType: 'm5.large', nodes, allocatable: new Map([['cpu', 1920n], ['memory', 7_935_004n * 1024n]]),
    shares: [
      { resource: 'cpu', taken: 480n, allocatable: 1920n, fraction: 0.25 }, { resource: 'memory' }, { resource: 'ephemeral-storage' },
      { resource: 'pods' },
    ],
  });
});

test('nodes that say nothing have a shape without numbers of their own', () => {
  const shape = shapeOf([node(undefined, {})], [], new Map());
  expect(Object.keys(shape)).toEqual(['nodes', 'agents', 'shares']);
});
