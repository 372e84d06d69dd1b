import { isNode, isReady, readNode } from '../../../src/cluster/inventory/cluster-node';

test('a node is read as kubectl shows it', () => {
  expect(readNode({
    apiVersion: 'v1', kind: 'Node',
    metadata: { name: 'worker-1', labels: { pool: 'a' }, annotations: { more: 'x' } },
    spec: {
      providerID: 'x', unschedulable: true,
      taints: [
        { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', timeAdded: '2026-01-01T00:00:00Z' },
        { key: 'gpu', value: 'true', effect: 'NoSchedule' },
      ],
    },
    status: {
      allocatable: { cpu: '3920m', memory: '1Ki', pods: '110' }, capacity: { cpu: '4' },
      conditions: [{ type: 'Ready', status: 'Unknown', reason: 'x' }],
    },
  })).toEqual({
    name: 'worker-1', labels: { pool: 'a' }, unschedulable: true,
    taints: [{ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }, { key: 'gpu', value: 'true', effect: 'NoSchedule' }],
    allocatable: new Map([['cpu', 3920n], ['memory', 1024n], ['pods', 110n]]), conditions: new Map([['Ready', 'Unknown']]),
  });
});

test.each<[string, object]>([
  ['that only has a name', { metadata: { name: 'a' } }],
  ['with empty fields', {
    metadata: { name: 'a', labels: null }, spec: { taints: null, unschedulable: false }, status: { conditions: null, allocatable: null },
  }],
])('a node %s says nothing else, and is ready', (_, object) => {
  const node = readNode(object);
  expect(node).toEqual({ name: 'a', labels: {}, taints: [], unschedulable: false, conditions: new Map() });
  expect(isReady(node)).toBe(true);
});

test.each([['True', true], ['False', false], ['Unknown', false]])('a node whose condition Ready is %s is ready: %s', (status, ready) => {
  expect(isReady(readNode({ status: { conditions: [{ type: 'Ready', status }] } }))).toBe(ready);
});

test('nodes are those of Kubernetes itself', () => {
  expect(isNode({ apiVersion: 'v1', kind: 'Node' })).toBe(true);
  expect([isNode({ apiVersion: 'example.com/v1', kind: 'Node' }), isNode({ apiVersion: 'v1', kind: 'Pod' })]).toEqual([false, false]);
});
