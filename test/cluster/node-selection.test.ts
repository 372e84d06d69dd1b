import * as fc from 'fast-check';
import {
  NodeRequirement, NodeSelection, NodeTerm, canOverlap, commonNode, explainTerm, isReadable, matches, selectionOf, termMatches,
} from '../../src/cluster/node-selection';
import { isLabelValue } from '../../src/private/names';
import { runs } from '../support/runs';

const terms = (...matchExpressions: NodeRequirement[]): NodeSelection => ({ terms: [{ matchExpressions }] });
const onFields = (...matchFields: NodeRequirement[]): NodeSelection => ({ terms: [{ matchFields }] });
const node = (labels: Record<string, string>, name: string = 'node-1') => ({ name, labels });

test('a pod spec without selectors allows every node', () => {
  expect(selectionOf({ containers: [] })).toEqual({});
  expect(matches(selectionOf(undefined), node({}))).toBe(true);
});

test('the selection of a pod spec is its node selector and its required affinity', () => {
  const nodeSelectorTerms = [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }];
  expect(selectionOf({
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms },
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [] } }],
      },
    },
  })).toEqual({ nodeSelector: { 'kubernetes.io/os': 'linux' }, terms: nodeSelectorTerms });
});

test('a required affinity without terms allows no node', () => {
  const selection = selectionOf({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } } });
  expect(matches(selection, node({}))).toBe(false);
});

test('every label of the node selector must be there with that value', () => {
  const selection = { nodeSelector: { os: 'linux', pool: 'a' } };
  expect(matches(selection, node({ os: 'linux', pool: 'a', more: 'x' }))).toBe(true);
  expect(matches(selection, node({ os: 'linux' }))).toBe(false);
  expect(matches(selection, node({ os: 'linux', pool: 'b' }))).toBe(false);
});

/** Verified against k8s.io/component-helpers v0.36.3, as are the cases below. */
test.each<[string, NodeRequirement, Record<string, string>, boolean]>([
  ['In takes a listed value', { key: 'a', operator: 'In', values: ['1', '2'] }, { a: '2' }, true],
  ['In refuses another value', { key: 'a', operator: 'In', values: ['1', '2'] }, { a: '3' }, false],
  ['In refuses an absent label', { key: 'a', operator: 'In', values: ['1'] }, {}, false],
  ['NotIn refuses a listed value', { key: 'a', operator: 'NotIn', values: ['1'] }, { a: '1' }, false],
  ['NotIn takes an absent label', { key: 'a', operator: 'NotIn', values: ['1'] }, {}, true],
  ['Exists takes an empty value', { key: 'a', operator: 'Exists' }, { a: '' }, true],
  ['Exists refuses an absent label', { key: 'a', operator: 'Exists' }, {}, false],
  ['DoesNotExist takes an absent label', { key: 'a', operator: 'DoesNotExist', values: [] }, {}, true],
  ['Gt takes a greater number', { key: 'a', operator: 'Gt', values: ['4'] }, { a: '10' }, true],
  ['Gt refuses an equal number', { key: 'a', operator: 'Gt', values: ['4'] }, { a: '4' }, false],
  ['Gt reads a sign and leading zeros', { key: 'a', operator: 'Gt', values: ['4'] }, { a: '+007' }, true],
  ['Gt refuses a fraction', { key: 'a', operator: 'Gt', values: ['4'] }, { a: '5.0' }, false],
  ['Gt refuses a number beyond 64 bits', { key: 'a', operator: 'Gt', values: ['4'] }, { a: '9223372036854775808' }, false],
  ['Gt takes the largest number of 64 bits', { key: 'a', operator: 'Gt', values: ['4'] }, { a: '9223372036854775807' }, true],
  ['Lt refuses an absent label', { key: 'a', operator: 'Lt', values: ['4'] }, {}, false],
  ['Lt takes a negative number', { key: 'a', operator: 'Lt', values: ['4'] }, { a: '-5' }, true],
  ['a name of JavaScript is no label', { key: 'constructor', operator: 'Exists' }, {}, false],
])('%s', (_, requirement, labels, expected) => {
  expect(matches(terms(requirement), node(labels))).toBe(expected);
});

test.each<[string, NodeTerm]>([
  ['a term without a condition', {}],
  ['a term with empty lists', { matchExpressions: [], matchFields: [] }],
  ['In without values', { matchExpressions: [{ key: 'a', operator: 'In', values: [] }] }],
  ['Exists with a value', { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['1'] }] }],
  ['a bound that is no whole number', { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['0.5'] }] }],
  ['a negative bound, which is no label value', { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['-1'] }] }],
  ['two bounds', { matchExpressions: [{ key: 'a', operator: 'Lt', values: ['8', '9'] }] }],
  ['a value that no label can have', { matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['x y'] }] }],
  ['a key that no label can have', { matchExpressions: [{ key: '/a', operator: 'DoesNotExist' }] }],
  ['an unknown operator', { matchExpressions: [{ key: 'a', operator: 'Foo' as 'In', values: ['1'] }] }],
  ['a field with two values', { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-1', 'node-2'] }] }],
  ['a field with Exists', { matchFields: [{ key: 'metadata.name', operator: 'Exists' }] }],
])('%s matches no node, and does not keep another term from matching', (_, term) => {
  expect(matches({ terms: [term] }, node({ a: '1' }))).toBe(false);
  expect(canOverlap({ terms: [term] }, {})).toBe(false);
  expect(matches({ terms: [term, { matchExpressions: [{ key: 'a', operator: 'Exists' }] }] }, node({ a: '1' }))).toBe(true);
});

test('fields look at the name of the node', () => {
  expect(matches(onFields({ key: 'metadata.name', operator: 'In', values: ['node-1'] }), node({}))).toBe(true);
  expect(matches(onFields({ key: 'metadata.name', operator: 'NotIn', values: ['node-1'] }), node({}))).toBe(false);
  expect(matches(onFields({ key: 'metadata.name', operator: 'In', values: ['other'] }), node({}, ''))).toBe(true);
});

test('a field that nodes do not have is the empty text', () => {
  expect(matches(onFields({ key: 'spec.x', operator: 'In', values: ['a'] }), node({}))).toBe(false);
  expect(matches(onFields({ key: 'spec.x', operator: 'NotIn', values: ['a'] }), node({}))).toBe(true);
});

test('everything that a node does not meet is reported, and what it has in its place', () => {
  const term: NodeTerm = {
    matchExpressions: [
      { key: 'pool', operator: 'In', values: ['a', 'b'] }, { key: 'zone', operator: 'Exists' },
      { key: 'os', operator: 'In', values: ['linux'] },
      { key: 'size', operator: 'Gt', values: ['4'] }, { key: 'spot', operator: 'DoesNotExist' },
      { key: 'arch', operator: 'NotIn', values: ['arm64'] },
    ],
    matchFields: [
      { key: 'metadata.name', operator: 'NotIn', values: ['node-1'] }, { key: 'metadata.name', operator: 'NotIn', values: ['node-2'] },
    ],
  };
  const [pool, zone, , size, spot, arch] = term.matchExpressions!;
  expect(explainTerm(term, node({ pool: 'c', os: 'linux', size: '4', spot: '', arch: 'arm64' }))).toEqual({
    why: 'unmet', requirements: [
      { requirement: pool, of: 'label', found: 'c' }, { requirement: zone, of: 'label' }, { requirement: size, of: 'label', found: '4' },
      { requirement: spot, of: 'label', found: '' }, { requirement: arch, of: 'label', found: 'arm64' },
      { requirement: term.matchFields![0], of: 'field' },
    ],
  });
});

test('everything in a term that cannot be read is reported, and nothing else of it', () => {
  const bad: NodeRequirement[] = [{ key: 'a', operator: 'In', values: [] }, { key: '', operator: 'Exists' }];
  const badField: NodeRequirement = { key: 'metadata.name', operator: 'Exists' };
  expect(explainTerm({ matchExpressions: [bad[0], { key: 'pool', operator: 'Exists' }, bad[1]], matchFields: [badField] }, node({})))
    .toEqual({ why: 'unreadable', requirements: [...bad, badField] });
});

test('a term whose lists are null, as YAML has them, is an empty one', () => {
  expect(explainTerm({ matchExpressions: null, matchFields: null } as any, node({}))).toEqual({ why: 'empty' });
});

test.each<[string, NodeSelection, NodeSelection, boolean]>([
  ['two selections without restriction', {}, {}, true],
  ['linux and windows', { nodeSelector: { os: 'linux' } }, { nodeSelector: { os: 'windows' } }, false],
  ['linux and not windows', { nodeSelector: { os: 'linux' } }, terms({ key: 'os', operator: 'NotIn', values: ['windows'] }), true],
  ['a label and its absence', { nodeSelector: { gpu: 'true' } }, terms({ key: 'gpu', operator: 'DoesNotExist' }), false],
  ['different labels', { nodeSelector: { a: '1' } }, { nodeSelector: { b: '1' } }, true],
  ['lists with a value in common', terms({
    key: 'a', operator: 'In', values: ['1', '2'],
  }), terms({ key: 'a', operator: 'In', values: ['2', '3'] }), true],
  ['lists without one', terms({ key: 'a', operator: 'In', values: ['1'] }), terms({ key: 'a', operator: 'In', values: ['2'] }), false],
  ['ranges that meet', terms({ key: 'a', operator: 'Gt', values: ['4'] }), terms({ key: 'a', operator: 'Lt', values: ['6'] }), true],
  ['ranges that do not', terms({ key: 'a', operator: 'Gt', values: ['4'] }), terms({ key: 'a', operator: 'Lt', values: ['5'] }), false],
  ['a range below zero, which no label can hold, and anything', terms({ key: 'a', operator: 'Lt', values: ['0'] }), {}, false],
  ['a range above 64 bits and anything', terms({ key: 'a', operator: 'Gt', values: ['9223372036854775807'] }), {}, false],
  ['a range and a list', terms({
    key: 'a', operator: 'Gt', values: ['4'],
  }), terms({ key: 'a', operator: 'In', values: ['x', '07'] }), true],
  ['the one number of a range and all but its first spelling', terms({ key: 'a', operator: 'Gt', values: ['4'] }, {
    key: 'a', operator: 'Lt', values: ['6'],
  }),
  terms({ key: 'a', operator: 'NotIn', values: ['5'] }), true],
  ['alternatives and what fits one of them', {
    terms: [...terms({ key: 'a', operator: 'In', values: ['1'] }).terms!, ...terms({ key: 'b', operator: 'Exists' }).terms!],
  },
  { nodeSelector: { a: '2' } }, true],
  ['different nodes by name', onFields({
    key: 'metadata.name', operator: 'In', values: ['a'],
  }), onFields({ key: 'metadata.name', operator: 'In', values: ['b'] }), false],
  ['a node by name and all others', onFields({
    key: 'metadata.name', operator: 'In', values: ['a'],
  }), onFields({ key: 'metadata.name', operator: 'NotIn', values: ['a'] }), false],
  ['a node by name and a label', onFields({ key: 'metadata.name', operator: 'In', values: ['a'] }), { nodeSelector: { a: '1' } }, true],
  ['a value that no label can have and anything', { nodeSelector: { a: 'x y' } }, {}, false],
])('whether %s have a node in common is found, whichever comes first', (_, a, b, expected) => {
  expect(canOverlap(a, b)).toBe(expected);
  expect(canOverlap(b, a)).toBe(expected);
});

test('every spelling of a number has to be refused before it is out of reach', () => {
  const spellings = Array.from({ length: 63 }, (_, zeros) => `${'0'.repeat(zeros)}5`);
  const five = terms({ key: 'a', operator: 'Gt', values: ['4'] }, { key: 'a', operator: 'Lt', values: ['6'] });
  expect(canOverlap(five, terms({ key: 'a', operator: 'NotIn', values: spellings.slice(1) }))).toBe(true);
  expect(canOverlap(five, terms({ key: 'a', operator: 'NotIn', values: spellings }))).toBe(false);
});

test('the common node has the labels it needs and no others', () => {
  expect(commonNode(
    { nodeSelector: { 'kubernetes.io/os': 'linux' } },
    terms({ key: 'pool', operator: 'NotIn', values: ['gpu'] }, { key: 'size', operator: 'Gt', values: ['7'] }),
  )).toEqual({ name: 'node-0', labels: { 'kubernetes.io/os': 'linux', 'size': '8' } });
});

const key = fc.constantFrom('a', 'b');
const value = fc.constantFrom('', '1', '2', '3', '03', 'x');
const requirement: fc.Arbitrary<NodeRequirement> = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In' as const, 'NotIn' as const), values: fc.array(value, { minLength: 1, maxLength: 3 }) }),
  fc.record({ key, operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const) }),
  fc.record({
    key, operator: fc.constantFrom('Gt' as const, 'Lt' as const), values: fc.constantFrom('0', '1', '2', '3', 'x').map(bound => [bound]),
  }),
);
const field: fc.Arbitrary<NodeRequirement> = fc.record({
  key: fc.constant('metadata.name'),
  operator: fc.constantFrom('In' as const, 'NotIn' as const),
  values: fc.constantFrom('m', 'n').map(name => [name]),
});
const term: fc.Arbitrary<NodeTerm> = fc.record(
  { matchExpressions: fc.array(requirement, { maxLength: 3 }), matchFields: fc.array(field, { maxLength: 2 }) },
  { requiredKeys: [] },
);
const selection: fc.Arbitrary<NodeSelection> = fc.record(
  { nodeSelector: fc.dictionary(key, value, { maxKeys: 2 }), terms: fc.array(term, { maxLength: 3 }) },
  { requiredKeys: [] },
);

test('where a node matches both, an overlap is found', () => {
  const anyNode = fc.record({ name: fc.constantFrom('m', 'n', 'o'), labels: fc.dictionary(key, value, { maxKeys: 2 }) });
  fc.assert(fc.property(selection, selection, anyNode, (a, b, any) => {
    fc.pre(matches(a, any) && matches(b, any));
    expect(canOverlap(a, b)).toBe(true);
  }), { numRuns: runs(150) });
});

test('where an overlap is found, the node that shows it is one that can exist and matches both', () => {
  fc.assert(fc.property(selection, selection, (a, b) => {
    const common = commonNode(a, b);
    fc.pre(common !== undefined);
    expect(matches(a, common!) && matches(b, common!)).toBe(true);
    expect(Object.values(common!.labels).every(isLabelValue)).toBe(true);
  }), { numRuns: runs(150) });
});

test('for a few labels, trying out all nodes finds the same overlaps', () => {
  // beside everything that the selections can name, a spelling of each number, a greater number and a word that they cannot
  const labels = [undefined, '', '0', '1', '2', '3', '03', '003', '01', '02', '00', '4', 'x', 'y'];
  const nodes = ['m', 'n', 'o'].flatMap(name => labels.flatMap(a => labels.map(b =>
    ({ name, labels: { ...a !== undefined && { a }, ...b !== undefined && { b } } }))));
  fc.assert(fc.property(selection, selection, (a, b) => {
    expect(canOverlap(a, b)).toBe(nodes.some(any => matches(a, any) && matches(b, any)));
  }), { numRuns: runs(150) });
});

test('a term allows a node exactly when nothing is reported against it', () => {
  const labels = fc.dictionary(key, value, { maxKeys: 2 });
  fc.assert(fc.property(term.filter(isReadable), labels, fc.constantFrom('m', 'n'), (any, given, name) => {
    const failure = explainTerm(any, node(given, name));
    expect(failure).toMatchObject({ why: 'unmet' });
    expect(failure.why === 'unmet' && failure.requirements.length === 0).toBe(termMatches(any, node(given, name)));
  }), { numRuns: runs(200) });
});
