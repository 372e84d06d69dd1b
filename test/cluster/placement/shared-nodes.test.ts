import type { NodeSelection } from '../../../src/cluster/node-selection';
import { canShareNodes } from '../../../src/cluster/placement/shared-nodes';

const pool = (name: string): NodeSelection => ({ nodeSelector: { pool: name } });
const not = (name: string): NodeSelection => ({ terms: [{ matchExpressions: [{ key: 'pool', operator: 'NotIn', values: [name] }] }] });

test.each<[string, NodeSelection, NodeSelection, boolean]>([
  ['everything', {}, {}, true], ['one pool', pool('a'), pool('a'), true], ['two pools', pool('a'), pool('b'), false],
  ['a pool and the rest', pool('a'), not('a'), false],
  ['a pool and the rest of another', pool('a'), not('b'), true], ['two labels', pool('a'), { nodeSelector: { gpu: 'true' } }, true],
  ['no term at all', {}, { terms: [] }, false],
])('%s', (_, one, other, shared) => {
  expect([canShareNodes(one, other), canShareNodes(other, one)]).toEqual([shared, shared]);
});
