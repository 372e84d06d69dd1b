import * as fc from 'fast-check';
import { matches, selectionOf } from '../../../src/cluster/node-selection';
import { NodeCoverage, NodeExpression, NodeTerm, OperatingSystem, TaintEffect, Toleration, VirtualNodes } from '../../../src/index';
import { testChart } from '../../support/golden';
import { randomCoverage } from '../../support/random/coverage';
import { refusal } from '../../support/refusal';
import { runs } from '../../support/runs';
import { makeAgent, messageOf, placesOf, podOf, problemCodesOf } from '../make-agent';

const EXCLUDED = [
  { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
  { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
];
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

/** Whether an agent with this coverage runs on a node with these labels. */
function runsOn(nodes: NodeCoverage | undefined, labels: Record<string, string>, name: string = 'node-1'): boolean {
  return matches(selectionOf(podOf({ nodes })), { name, labels });
}

function termsOf(nodes: NodeCoverage): any[] {
  return podOf({ nodes }).affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
}

const linux = { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' };

test('every Linux node, the control plane included, is the default', () => {
  expect(runsOn(undefined, linux)).toBe(true);
  expect(runsOn(undefined, { ...linux, [CONTROL_PLANE]: '' })).toBe(true);
  expect(runsOn(undefined, { 'kubernetes.io/os': 'windows' })).toBe(false);
  expect(podOf().nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
});

test('every taint is tolerated unless something else is said, since the controller leaves out not-ready:NoSchedule', () => {
  expect(podOf().tolerations).toEqual([{ operator: 'Exists' }]);
});

test('workers and control plane have no node in common', () => {
  for (const labels of [linux, { ...linux, [CONTROL_PLANE]: '' }]) {
    expect(runsOn(NodeCoverage.workers(), labels)).toBe(!runsOn(NodeCoverage.controlPlane(), labels));
  }
});

test('Windows nodes are asked for by their operating system, which the pod then names', () => {
  expect(runsOn(NodeCoverage.windows(), { 'kubernetes.io/os': 'windows' })).toBe(true);
  expect(runsOn(NodeCoverage.windows(), linux)).toBe(false);
  expect(podOf({ nodes: NodeCoverage.windows() }).os).toEqual({ name: 'windows' });
});

test('labels are all asked for', () => {
  const nodes = NodeCoverage.labelled({ pool: 'workers', gpu: 'true' });
  expect(podOf({ nodes }).nodeSelector).toEqual({ 'gpu': 'true', 'kubernetes.io/os': 'linux', 'pool': 'workers' });
  expect(runsOn(nodes, { ...linux, pool: 'workers', gpu: 'true' })).toBe(true);
  expect(runsOn(nodes, { ...linux, pool: 'workers' })).toBe(false);
});

test('the operating system may be one of the labels', () => {
  const nodes = NodeCoverage.labelled({ 'kubernetes.io/os': 'windows' });
  expect(nodes.operatingSystem).toBe(OperatingSystem.WINDOWS);
  expect(podOf({ nodes }).nodeSelector).toEqual({ 'kubernetes.io/os': 'windows' });
});

test('expressions are all asked for, terms are alternatives', () => {
  const expressions = [NodeExpression.exists('a'), NodeExpression.doesNotExist('b')];
  expect(runsOn(NodeCoverage.matching(expressions), { ...linux, a: '' })).toBe(true);
  expect(runsOn(NodeCoverage.matching(expressions), { ...linux, a: '', b: '' })).toBe(false);
  const either = NodeCoverage.anyOf([NodeTerm.labelled({ a: '1' }), NodeTerm.named('node-7')]);
  expect(runsOn(either, { ...linux, a: '1' })).toBe(true);
  expect(runsOn(either, linux, 'node-7')).toBe(true);
  expect(runsOn(either, linux)).toBe(false);
});

test('nodes by name are an alternative each, in alphabetical order, since a field takes one value', () => {
  expect(termsOf(NodeCoverage.named(['node-b', 'node-a']))).toEqual(['node-a', 'node-b'].map(name => ({
    matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }], matchExpressions: EXCLUDED,
  })));
});

test('virtual nodes are left out of every alternative', () => {
  expect(termsOf(NodeCoverage.anyOf([NodeTerm.labelled({ a: '1' }), NodeTerm.named('n')]))).toEqual([
    { matchExpressions: [{ key: 'a', operator: 'In', values: ['1'] }, ...EXCLUDED] },
    { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }], matchExpressions: EXCLUDED },
  ]);
  expect(termsOf(NodeCoverage.linux())).toEqual([{ matchExpressions: EXCLUDED }]);
});

test('machines of EKS can be left out too, and virtual nodes can be let in', () => {
  expect(termsOf(NodeCoverage.linux({ virtualNodes: VirtualNodes.excluded({ eksAutoMode: true }) }))).toEqual([
    { matchExpressions: [{ key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['auto', 'fargate'] }, EXCLUDED[1]] },
  ]);
  expect(podOf({ nodes: NodeCoverage.linux({ virtualNodes: VirtualNodes.included() }) }).affinity).toBeUndefined();
});

test('architectures are asked for in every alternative', () => {
  const nodes = NodeCoverage.anyOf([NodeTerm.labelled({ a: '1' }), NodeTerm.labelled({ b: '1' })], {
    architectures: ['arm64'], virtualNodes: VirtualNodes.included(),
  });
  expect(termsOf(nodes)).toEqual(['a', 'b'].map(key => ({
    matchExpressions: [{ key, operator: 'In', values: ['1'] }, { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] }],
  })));
});

test('tolerations can be narrowed, down to those of the controller alone', () => {
  const tolerationsOf = (...tolerations: Toleration[]) => podOf({ nodes: NodeCoverage.linux({ tolerations }) }).tolerations;
  expect(tolerationsOf(Toleration.effect(TaintEffect.NO_SCHEDULE), Toleration.controlPlane())).toEqual([
    { effect: 'NoSchedule', operator: 'Exists' },
    { effect: 'NoSchedule', key: CONTROL_PLANE, operator: 'Exists' },
  ]);
  expect(tolerationsOf()).toBeUndefined();
});

test('a toleration that is given twice is written once', () => {
  const nodes = NodeCoverage.linux({ tolerations: [Toleration.controlPlane(), Toleration.controlPlane()] });
  expect(podOf({ nodes }).tolerations).toHaveLength(1);
});

test('exactly is exactly: no operating system, no exclusion, no toleration', () => {
  const pod = podOf({ nodes: NodeCoverage.exactly({ nodeSelector: { a: '1' }, terms: [NodeTerm.named('n')] }) });
  expect(pod.nodeSelector).toEqual({ a: '1' });
  expect(pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms).toEqual([
    { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n'] }] },
  ]);
  expect(pod.tolerations).toBeUndefined();
  const everything = podOf({ nodes: NodeCoverage.exactly({}) });
  expect([everything.nodeSelector, everything.affinity, everything.os]).toEqual([undefined, undefined, undefined]);
});

test('what was handed in can change later without changing the coverage', () => {
  const tolerations = [Toleration.controlPlane()];
  const names = ['b', 'a'];
  const nodes = NodeCoverage.named(names, { tolerations });
  tolerations.push(Toleration.everything());
  names.push('c');
  expect(nodes.tolerations).toHaveLength(1);
  expect(termsOf(nodes)).toHaveLength(2);
  expect(names).toEqual(['b', 'a', 'c']);
  const nodeSelector: Record<string, string> = Object.assign(Object.create(null), { a: '1' });
  const exactly = NodeCoverage.exactly({ nodeSelector });
  nodeSelector.b = '2';
  expect(podOf({ nodes: exactly }).nodeSelector).toEqual({ a: '1' });
});

const virtual: Array<Record<string, string>> = [
  { 'eks.amazonaws.com/compute-type': 'fargate' }, { type: 'virtual-kubelet' },
];

test('whatever is covered, no node is virtual, and every alternative says so', () => {
  const real = { virtualNodes: undefined, architectures: undefined };
  const labels = fc.dictionary(fc.constantFrom('a', 'team/b', 'c'), fc.constantFrom('', 'x', '7'));
  fc.assert(fc.property(randomCoverage(
    OperatingSystem.LINUX, fc.constant(real),
  ), labels, fc.constantFrom(...virtual), (coverage, more, kind) => {
    const selection = coverage._selection();
    expect(matches(selection, { name: 'node-1', labels: { ...linux, ...more, ...kind } })).toBe(false);
    for (const term of selection.terms!) {
      // alone, and with everything else of it met, each alternative turns the node away
      const own = { ...selection.nodeSelector, ...labelsFor(term.matchExpressions ?? []) };
      const name = term.matchFields?.[0].values?.[0] ?? 'node-1';
      const alone = { ...selection, terms: [term] };
      expect(matches(alone, { name, labels: own })).toBe(true);
      expect(matches(alone, { name, labels: { ...own, ...kind } })).toBe(false);
    }
  }), { numRuns: runs(100) });
});

/** Labels that meet expressions each of which has a key of its own. */
function labelsFor(expressions: readonly any[]): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { key, operator, values } of expressions) {
    if (operator === 'In') {labels[key] = values[0];}
    if (operator === 'Exists') {labels[key] = 'x';}
    if (operator === 'Gt') {labels[key] = String(Number(values[0]) + 1);}
    if (operator === 'Lt') {labels[key] = String(Number(values[0]) - 1);}
  }
  return labels;
}

describe('fails', () => {
  test.each([
    ['labels', () => NodeCoverage.labelled({})], ['anyOf', () => NodeCoverage.anyOf([])], ['named', () => NodeCoverage.named([])],
  ])('for nothing to match: %s', (what, act) => {
    const name = what === 'labels' ? 'labelled' : what;
    expect(messageOf(act)).toEqual(
      refusal('empty-node-term', { given: 'nothing', names: [`NodeCoverage.${name}`] }));
  });

  test('for a label that no node can have', () => {
    for (const [labels, given] of [[{ 'a b': 'c' }, 'a b: c'], [{ a: 'b c' }, 'a: b c']] as const) {
      const message = refusal('invalid-label', { given: `'${given}'` });
      expect(messageOf(() => NodeCoverage.labelled(labels))).toEqual(message);
      expect(messageOf(() => NodeCoverage.exactly({ nodeSelector: labels }))).toEqual(message);
    }
  });

  test('for a coverage that no node can meet', () => {
    const nodes = NodeCoverage.anyOf([NodeTerm.labelled({ 'kubernetes.io/os': 'windows' })], { virtualNodes: VirtualNodes.included() });
    expect(placesOf('impossible-node-selection', { nodes })).toEqual(['spec.template.spec.affinity.nodeAffinity']);
    expect(problemCodesOf({ nodes })).toEqual(['impossible-node-selection']);
    expect(problemCodesOf({
      nodes: NodeCoverage.matching([NodeExpression.greaterThan('cores', 8), NodeExpression.lessThan('cores', 3)]),
    })).toEqual(['impossible-node-selection']);
  });

  test('for a pattern in place of a name', () => {
    expect(messageOf(() => NodeCoverage.named(['node-*']))).toEqual(
      refusal('invalid-name', { given: "'node-*'" }));
  });

  test('for a name that no node can have, with the construct that asks for it', () => {
    expect(messageOf(() => makeAgent({ nodes: NodeCoverage.named(['Node_1']) }, testChart()))).toEqual(
      refusal('invalid-name', { at: 'test/agent', given: "'Node_1'", names: ['253'] }));
  });
});
