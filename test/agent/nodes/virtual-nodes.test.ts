import { VirtualNodes } from '../../../src/index';

test.each([
  ['excluded', VirtualNodes.excluded(), ['fargate'], ['virtual-kubelet']],
  [
    'excluded, with machines of EKS', VirtualNodes.excluded({ eksAutoMode: true, eksHybridNodes: true }), ['auto', 'fargate', 'hybrid'],
    ['virtual-kubelet'],
  ],
  ['excluded, with one kind of them', VirtualNodes.excluded({ eksHybridNodes: true }), ['fargate', 'hybrid'], ['virtual-kubelet']],
  ['included', VirtualNodes.included(), [], []],
])('%s leaves these out', (_, virtualNodes, eksComputeTypes, nodeTypes) => {
  expect(virtualNodes).toMatchObject({ eksComputeTypes, nodeTypes });
});

test('what is left out is written as labels that a node must not have', () => {
  expect(VirtualNodes.excluded()._exclusions()).toEqual([
    { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
    { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
  ]);
  expect(VirtualNodes.included()._exclusions()).toEqual([]);
});
