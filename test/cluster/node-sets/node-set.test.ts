import * as fc from 'fast-check';
import { canOverlap, matches, NodeRequirement, NodeSelection, NodeTerm, SelectableNode } from '../../../src/cluster/node-selection';
import { difference, InexactNegation, intersection, nodeSetOf, selectionFor, TooManyGroups } from '../../../src/cluster/node-sets/node-set';
import { runs } from '../../support/runs';

const KEYS = ['a', 'b', 'c'];
const VALUES = ['', '1', '2', '5', '007', 'x', 'y'];
const NAMES = ['node-1', 'node-2', 'node-3'];

const invertible: fc.Arbitrary<NodeRequirement> = fc.tuple(fc.constantFrom(
  ...KEYS,
), fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 })).map(([key, operator, values]): any => (
  operator.endsWith('In') ? { key, operator, values } : { key, operator }));
const comparing: fc.Arbitrary<NodeRequirement> = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom('Gt', 'Lt'), fc.nat({ max: 8 }))
  .map(([key, operator, bound]): any => ({ key, operator, values: [String(bound)] }));
const field: fc.Arbitrary<NodeRequirement> = fc.tuple(fc.constantFrom('In', 'NotIn'), fc.constantFrom(...NAMES))
  .map(([operator, name]): any => ({ key: 'metadata.name', operator, values: [name] }));

function selections(requirement: fc.Arbitrary<NodeRequirement>): fc.Arbitrary<NodeSelection> {
  const term: fc.Arbitrary<NodeTerm> = fc.record({
    matchExpressions: fc.array(requirement, { maxLength: 3 }), matchFields: fc.array(field, { maxLength: 1 }),
  });
  return fc.record({
    nodeSelector: fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { maxKeys: 1 }),
    terms: fc.array(term, { minLength: 1, maxLength: 3 }),
  }, { requiredKeys: ['nodeSelector'] });
}

const anySelection = selections(fc.oneof(invertible, invertible, comparing));
const invertibleSelection = selections(invertible);
const nodes = fc.array(fc.record({
  name: fc.constantFrom(...NAMES, 'node-4'), labels: fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES, '3', '+5')),
}), { minLength: 20, maxLength: 20 });
const allows = (selection: NodeSelection | undefined, node: SelectableNode) => selection !== undefined && matches(selection, node);

test('what is written allows the nodes that were asked for', () => {
  fc.assert(fc.property(anySelection, nodes, (selection, some) => {
    const written = selectionFor(nodeSetOf(selection));
    some.forEach(node => expect(allows(written, node)).toBe(allows(selection, node)));
  }), { numRuns: runs(400) });
});

test('an intersection is the nodes that both allow', () => {
  fc.assert(fc.property(anySelection, anySelection, nodes, (a, b, some) => {
    const written = selectionFor(intersection(nodeSetOf(a), nodeSetOf(b)));
    some.forEach(node => expect(allows(written, node)).toBe(allows(a, node) && allows(b, node)));
  }), { numRuns: runs(400) });
});

test('a difference is the nodes that the first allows and the second does not', () => {
  fc.assert(fc.property(anySelection, invertibleSelection, nodes, (a, b, some) => {
    const written = selectionFor(difference(nodeSetOf(a), b));
    some.forEach(node => expect(allows(written, node)).toBe(allows(a, node) && !allows(b, node)));
  }), { numRuns: runs(400) });
});

test('there is a selection exactly where a node can be', () => {
  fc.assert(fc.property(anySelection, selection => {
    expect(selectionFor(nodeSetOf(selection)) !== undefined).toBe(canOverlap(selection, selection));
  }), { numRuns: runs(400) });
});

test('no term is written twice, allows nothing, or only nodes of another one', () => {
  fc.assert(fc.property(anySelection, invertibleSelection, (a, b) => {
    const { terms = [] } = selectionFor(difference(nodeSetOf(a), b)) ?? {};
    expect(new Set(terms.map(term => JSON.stringify(term))).size).toBe(terms.length);
    terms.forEach(term => {
      expect(canOverlap({ terms: [term] }, { terms: [term] })).toBe(true);
      const others = terms.filter(other => other !== term);
      others.forEach(other => expect(nodeSetOf({ terms: [term, other] })).toHaveLength(2));
    });
  }), { numRuns: runs(200) });
});

test('requirements are sorted by key, and their values too', () => {
  fc.assert(fc.property(anySelection, selection => {
    for (const { matchExpressions = [] } of selectionFor(nodeSetOf(selection))?.terms ?? []) {
      expect(matchExpressions.map(({ key }) => key)).toEqual(matchExpressions.map(({ key }) => key).sort());
      matchExpressions.forEach(({ values = [] }) => expect(values).toEqual([...values].sort()));
    }
  }), { numRuns: runs(150) });
});

test('the order in which alternatives are given does not matter to the nodes', () => {
  fc.assert(fc.property(anySelection.filter(({ terms }) => terms !== undefined), nodes, (selection, some) => {
    const turned = selectionFor(nodeSetOf({ ...selection, terms: [...selection.terms!].reverse() }));
    some.forEach(node => expect(allows(turned, node)).toBe(allows(selection, node)));
  }), { numRuns: runs(150) });
});

const LINUX: NodeSelection = { nodeSelector: { os: 'linux' } };

test.each<[string, NodeSelection, NodeSelection]>([
  ['a label becomes NotIn, which nodes without the label meet',
    { nodeSelector: { size: 'large' } },
    { nodeSelector: { os: 'linux' }, terms: [{ matchExpressions: [{ key: 'size', operator: 'NotIn', values: ['large'] }] }] }],
  ['of two labels either one may differ', { nodeSelector: { size: 'large', zone: 'a' } }, {
    nodeSelector: { os: 'linux' },
    terms: [
      { matchExpressions: [{ key: 'size', operator: 'NotIn', values: ['large'] }] },
      { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] },
    ],
  }],
  ['what the agent asks for already is not repeated',
    { nodeSelector: { os: 'linux', gpu: 'true' } },
    { nodeSelector: { os: 'linux' }, terms: [{ matchExpressions: [{ key: 'gpu', operator: 'NotIn', values: ['true'] }] }] }],
  ['Exists becomes DoesNotExist',
    { terms: [{ matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }] },
    { nodeSelector: { os: 'linux' }, terms: [{ matchExpressions: [{ key: 'gpu', operator: 'DoesNotExist' }] }] }],
  ['NotIn becomes In, which asks for the label',
    { terms: [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['a', 'b'] }] }] },
    { nodeSelector: { os: 'linux' }, terms: [{ matchExpressions: [{ key: 'tier', operator: 'In', values: ['a', 'b'] }] }] }],
  ['names become one requirement each',
    { terms: ['n1', 'n2'].map(name => ({ matchFields: [{ key: 'metadata.name', operator: 'In' as const, values: [name] }] })) },
    {
      nodeSelector: {
        os: 'linux',
      }, terms: [{ matchFields: ['n1', 'n2'].map(name => ({ key: 'metadata.name', operator: 'NotIn' as const, values: [name] })) }],
    }],
  ['nothing is taken away by what no node can meet', { nodeSelector: { os: 'windows' } }, LINUX],
])('%s', (_, taken, left) => {
  expect(selectionFor(difference(nodeSetOf(LINUX), taken))).toEqual(left);
});

test('alternatives that differ in the values of one label are one term', () => {
  const terms = ['b', 'a'].map(value => ({ matchExpressions: [{ key: 'zone', operator: 'In' as const, values: [value] }] }));
  expect(selectionFor(nodeSetOf({ terms }))).toEqual({
    terms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] }],
  });
});

test('nothing is left of a selection without itself', () => {
  fc.assert(fc.property(invertibleSelection, selection => {
    expect(difference(nodeSetOf(selection), selection)).toEqual([]);
  }), { numRuns: runs(150) });
});

test.each(['Gt', 'Lt'] as const)('%s has no opposite', operator => {
  expect(() => difference(nodeSetOf({}), { terms: [{ matchExpressions: [{ key: 'cores', operator, values: ['16'] }] }] })).toThrow(
    InexactNegation,
  );
});

test('alternatives that nobody could read are given up', () => {
  const pair = (index: number): NodeTerm => ({
    matchExpressions: [0, 1].map(half => ({ key: `label-${index}-${half}`, operator: 'Exists' as const })),
  });
  expect(() => difference(nodeSetOf({}), { terms: Array.from({ length: 12 }, (_, index) => pair(index)) })).toThrow(TooManyGroups);
});
