import { VirtualNodes } from '../../../src/index';

test.each([
  ['excluded', VirtualNodes.excluded(), ['auto', 'fargate', 'hybrid'], ['virtual-kubelet']],
  ['serverlessExcluded', VirtualNodes.serverlessExcluded(), ['fargate'], ['virtual-kubelet']],
  ['included', VirtualNodes.included(), [], []],
])('%s leaves these out', (_, virtualNodes, eksComputeTypes, nodeTypes) => {
  expect(virtualNodes).toMatchObject({ eksComputeTypes, nodeTypes });
});

test('what is left out is written as labels that a node must not have', () => {
  expect(VirtualNodes.serverlessExcluded()._exclusions()).toEqual([
    { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
    { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
  ]);
  expect(VirtualNodes.included()._exclusions()).toEqual([]);
});
