import { NodeCoverage, VirtualNodes } from '../../src';
import { matches } from '../../src/cluster/node-selection';
import { isVirtualNode, VIRTUAL_NODES } from '../../src/cluster/virtual-nodes';

test.each(VIRTUAL_NODES.map(node => [node.provider, node] as const))('%s is virtual, and the default coverage leaves it out', (_, node) => {
  expect(isVirtualNode(node)).toBe(true);
  expect(matches(NodeCoverage.linux()._selection(), node)).toBe(false);
  expect(matches(NodeCoverage.linux({ virtualNodes: VirtualNodes.included() })._selection(), node)).toBe(true);
});

test('machines are not: EKS Auto Mode and hybrid nodes among them', () => {
  for (const labels of [
    {}, { type: 'worker' }, { 'eks.amazonaws.com/compute-type': 'auto' }, { 'eks.amazonaws.com/compute-type': 'hybrid' },
  ]) {
    expect(isVirtualNode({ labels: labels as Record<string, string> })).toBe(false);
  }
});
