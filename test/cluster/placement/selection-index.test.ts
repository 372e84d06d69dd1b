import * as fc from 'fast-check';
import type { NodeSelection } from '../../../src/cluster/node-selection';
import { SelectionIndex } from '../../../src/cluster/placement/selection-index';
import { canShareNodes } from '../../../src/cluster/placement/shared-nodes';
import { runs } from '../../support/runs';

const label = fc.constantFrom('pool', 'zone', 'gpu');
const value = fc.constantFrom('a', 'b', 'c');
const selector = fc.dictionary(label, value, { maxKeys: 2, noNullPrototype: true });
const expression = fc.record({
  key: label, operator: fc.constantFrom<'In' | 'NotIn'>('In', 'NotIn'), values: fc.uniqueArray(value, { minLength: 1, maxLength: 2 }),
});
const terms = fc.array(fc.record({ matchExpressions: fc.array(expression, { minLength: 1, maxLength: 2 }) }), {
  minLength: 1, maxLength: 2,
});
const selection: fc.Arbitrary<NodeSelection> = fc.record({ nodeSelector: selector, terms }, { requiredKeys: [] });

test('finds the first that shares a node, as a look at every one would', () => {
  fc.assert(fc.property(fc.array(selection, { maxLength: 60 }), fc.array(selection, { minLength: 1, maxLength: 5 }), (held, asked) => {
    const index = new SelectionIndex<NodeSelection>();
    for (const each of held) {
      // asked for in between, since it splits up what it holds when it is first asked
      index.find(asked[0], () => false);
      index.add(each, each);
    }
    for (const one of asked) {expect(index.find(one, each => canShareNodes(one, each))).toBe(held.find(each => canShareNodes(one, each)));}
  }), { numRuns: runs(100) });
});

test('of many pools few are looked at', () => {
  const index = new SelectionIndex<number>();
  for (let number = 0; number < 1000; number++) {
    index.add(number % 2 === 0 ? { nodeSelector: { pool: `p${number}` } } : { terms: [pool(`p${number}`)] }, number);
  }
  for (const asked of [{ nodeSelector: { pool: 'p4' } }, { terms: [pool('p5')] }]) {
    const seen: number[] = [];
    index.find(asked, number => seen.push(number) > 1000);
    expect(seen).toHaveLength(1);
  }
});

function pool(name: string) {
  return { matchExpressions: [{ key: 'pool', operator: 'In' as const, values: [name] }] };
}
