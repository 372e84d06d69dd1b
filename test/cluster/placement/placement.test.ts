import * as fc from 'fast-check';
import { Blocker, PlaceableNode, Placement } from '../../../src/cluster/placement/placement';
import { describeTaint } from '../../../src/cluster/placement/taints';
import { runs } from '../../support/runs';

const node = (labels: {
  [key: string]: string;
} = {}, taints: PlaceableNode['taints'] = [], name = 'node-1'): PlaceableNode => ({ name, labels, taints });
const affinity = (...nodeSelectorTerms: any[]) => ({
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
});
const taint = (key: string, effect: string, value?: string) => ({ key, effect, ...value !== undefined && { value } });

const RUNS = { shouldRun: true, shouldContinueRunning: true };
const STAYS = { shouldRun: false, shouldContinueRunning: true };
const LEAVES = { shouldRun: false, shouldContinueRunning: false };

test.each<[string, any, PlaceableNode, object, Blocker[]]>([
  ['a pod that asks for nothing runs', {}, node(), RUNS, []],
  ['a taint that only asks for preference keeps nobody away', {}, node({}, [taint('a', 'PreferNoSchedule')]), RUNS, []],
  ['a taint added later lets pods stay', {}, node({}, [taint('a', 'NoSchedule', 'b')]), STAYS,
    [{ kind: 'untolerated-taint', taint: taint('a', 'NoSchedule', 'b'), evicts: false }]],
  ['a taint that evicts does not', {}, node({}, [taint('a', 'NoSchedule'), taint('b', 'NoExecute')]), LEAVES, [
    { kind: 'untolerated-taint', taint: taint('a', 'NoSchedule'), evicts: false },
    { kind: 'untolerated-taint', taint: taint('b', 'NoExecute'), evicts: true },
  ]],
  ['a tolerated taint is none', { tolerations: [{ key: 'a', operator: 'Exists' }] }, node({}, [taint('a', 'NoExecute')]), RUNS, []],
  ['a new node is not ready, and is waited for', {}, node(
    {}, ['NoSchedule', 'NoExecute'].map(effect => taint('node.kubernetes.io/not-ready', effect)),
  ), STAYS,
  [{ kind: 'untolerated-taint', taint: taint('node.kubernetes.io/not-ready', 'NoSchedule'), evicts: false }]],
  ['a cordoned node runs agents', {}, node({}, [taint('node.kubernetes.io/unschedulable', 'NoSchedule')]), RUNS, []],
  ['a node without network runs those on the host network', {
    hostNetwork: true,
  }, node({}, [taint('node.kubernetes.io/network-unavailable', 'NoSchedule')]), RUNS, []],
  ['a pod that names another node', { nodeName: 'node-2' }, node(), LEAVES, [{ kind: 'node-name', wanted: 'node-2' }]],
  ['a label with another value, and one that is not there', { nodeSelector: { pool: 'a', zone: 'b' } }, node({ pool: 'c' }), LEAVES, [
    { kind: 'node-selector', key: 'pool', wanted: 'a', found: 'c' }, { kind: 'node-selector', key: 'zone', wanted: 'b' },
  ]],
  ['a label that is named like a method of objects', {
    nodeSelector: { toString: 'a' },
  }, node(), LEAVES, [{ kind: 'node-selector', key: 'toString', wanted: 'a' }]],
  ['one of several terms is enough', {
    affinity: affinity({ matchExpressions: [{ key: 'pool', operator: 'In', values: ['a'] }] }, {
      matchExpressions: [{ key: 'gpu', operator: 'Exists' }],
    }),
  }, node({ gpu: '' }), RUNS, []],
  ['when none matches, each says why', {
    affinity: affinity(
      {}, { matchExpressions: [{ key: 'a', operator: 'Near', values: ['b'] }] },
      { matchExpressions: [{ key: 'pool', operator: 'In', values: ['a'] }] },
      { matchExpressions: [{ key: 'pool', operator: 'Exists' }, { key: 'size', operator: 'Gt', values: ['4'] }] },
      { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-2'] }] },
      { matchFields: [{ key: 'metadata.name', operator: 'In', values: [] }] },
    ),
  }, node({ pool: 'b' }), LEAVES, [{
    kind: 'node-affinity', terms: [
      { why: 'empty' },
      { why: 'unreadable', requirements: [{ key: 'a', operator: 'Near', values: ['b'] }] },
      { why: 'unmet', requirements: [{ requirement: { key: 'pool', operator: 'In', values: ['a'] }, of: 'label', found: 'b' }] },
      { why: 'unmet', requirements: [{ requirement: { key: 'size', operator: 'Gt', values: ['4'] }, of: 'label' }] },
      { why: 'unmet', requirements: [{ requirement: { key: 'metadata.name', operator: 'In', values: ['node-2'] }, of: 'field' }] },
      { why: 'unreadable', requirements: [{ key: 'metadata.name', operator: 'In', values: [] }] },
    ],
  } as any]],
  ['a condition without a key cannot be read', { affinity: affinity({ matchExpressions: [{}] }) }, node({ a: 'b' }), LEAVES, [
    { kind: 'node-affinity', terms: [{ why: 'unreadable', requirements: [{}] }] } as any,
  ]],
  ['no term at all matches nothing', { affinity: affinity() }, node(), LEAVES, [{ kind: 'node-affinity', terms: [] }]],
])('%s', (_, podSpec, on, decision, blockers) => {
  const placement = new Placement(podSpec);
  expect(placement.on(on)).toEqual(decision);
  expect(placement.blockersOn(on)).toEqual(blockers);
});

const word = fc.constantFrom('a', 'b', 'c', '3', '7');
const effect = fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule');
const anyNode = fc.record({
  name: fc.constantFrom('node-1', 'node-2'),
  labels: fc.dictionary(word, word, { maxKeys: 3 }),
  taints: fc.array(fc.record({ key: word, value: word, effect }), { maxLength: 3 }),
});
const toleration = fc.record({
  key: fc.option(word, { nil: undefined }), operator: fc.constantFrom('Exists', 'Equal', undefined), value: word,
  effect: fc.option(effect, { nil: undefined }),
}).map(given => given.operator === 'Exists' ? { ...given, value: undefined } : { ...given, key: given.key ?? 'a' });
const requirement = fc.oneof(
  fc.record({ key: word, operator: fc.constantFrom('In', 'NotIn'), values: fc.array(word, { minLength: 1, maxLength: 2 }) }),
  fc.record({ key: word, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({ key: word, operator: fc.constantFrom('Gt', 'Lt', 'Odd'), values: fc.array(word, { minLength: 1, maxLength: 1 }) }),
);
const podSpec = fc.record({
  nodeSelector: fc.dictionary(word, word, { maxKeys: 1 }),
  tolerations: fc.array(toleration, { maxLength: 2 }),
  affinity: fc.option(
    fc.array(fc.record({ matchExpressions: fc.array(requirement, { maxLength: 2 }) }), { maxLength: 2 }).map(terms => affinity(...terms)),
    { nil: undefined },
  ),
});

test('a node runs the pod exactly when nothing blocks it, and pods stay exactly when nothing but a taint without eviction does', () => {
  fc.assert(fc.property(podSpec, anyNode, (spec, on) => {
    const placement = new Placement(spec);
    const blockers = placement.blockersOn(on);
    expect(placement.on(on)).toEqual({
      shouldRun: blockers.length === 0,
      shouldContinueRunning: blockers.every(blocker => blocker.kind === 'untolerated-taint' && !blocker.evicts),
    });
  }), { numRuns: runs(500) });
});

test('what blocks is listed in one order, however the node lists its taints', () => {
  const taints = [taint('b', 'NoSchedule'), taint('a', 'NoSchedule', 'y'), taint('a', 'NoExecute'), taint('a', 'NoSchedule', 'x')];
  const listed = (given: PlaceableNode['taints']) => new Placement({}).blockersOn(node({}, given));
  expect(listed(taints).map(blocker => blocker.kind === 'untolerated-taint' && describeTaint(blocker.taint)))
    .toEqual(['a:NoExecute', 'a=x:NoSchedule', 'a=y:NoSchedule', 'b:NoSchedule']);
  expect(listed([...taints].reverse())).toEqual(listed(taints));
});

test('a further toleration takes no node away, and a further label in the selector adds none', () => {
  fc.assert(fc.property(podSpec, anyNode, toleration, word, word, (spec, on, more, key, value) => {
    const before = new Placement(spec).on(on);
    const tolerant = new Placement({ ...spec, tolerations: [...spec.tolerations, more] }).on(on);
    expect([tolerant.shouldRun, tolerant.shouldContinueRunning]).toEqual([
      before.shouldRun || tolerant.shouldRun, before.shouldContinueRunning || tolerant.shouldContinueRunning,
    ]);
    const narrower = new Placement({ ...spec, nodeSelector: { [key]: value, ...spec.nodeSelector } }).on(on);
    expect(narrower.shouldRun && !before.shouldRun).toBe(false);
  }), { numRuns: runs(500) });
});
