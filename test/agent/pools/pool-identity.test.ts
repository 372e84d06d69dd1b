import * as fc from 'fast-check';
import { AgentIdentity, AgentService, NodeCoverage, NodePool, Port } from '../../../src';
import { requireDisjointSelectors } from '../../../src/agent/pools/disjoint-selectors';
import { selectsLabels } from '../../../src/cluster/label-selector';
import { codesOf, errorsOf, expectStrict, objectOf, testChart } from '../../support/golden';
import { runs } from '../../support/runs';
import { makeAgent, messageOf } from '../make-agent';

const poolOf = (name: string, labels?: { [key: string]: string }) =>
  NodePool.of(name, { nodes: NodeCoverage.labelled({ size: name }), ...labels && { identity: AgentIdentity.labels(labels) } });

describe('an agent whose labels are given one by one', () => {
  const port = Port.container('http', 8080);
  const chart = testChart();
  const agent = makeAgent({
    identity: AgentIdentity.labels({ app: 'agent', size: 'small' }), ports: [port], services: [AgentService.headless([port])],
    pools: [poolOf('large', { app: 'agent', size: 'large' }), NodePool.rest()],
  }, chart);
  const [rest, large] = ['agent', 'agent-large'].map(name => objectOf(chart, 'DaemonSet', name).spec);

  test('has exactly these selectors, where each pool has its own', () => {
    expect([rest, large].map(({ selector }) => selector.matchLabels)).toEqual([
      { app: 'agent', size: 'small' }, { app: 'agent', size: 'large' },
    ]);
    expect(selectsLabels(rest.selector, large.template.metadata.labels)).toBe(false);
    expect(selectsLabels(large.selector, rest.template.metadata.labels)).toBe(false);
    expect(errorsOf(chart)).toEqual([]);
    expectStrict(chart.toJson(), 28);
  });

  test('has Services that find the pods of all pools', () => {
    const { selector } = objectOf(chart, 'Service').spec;
    [rest, large].forEach(({ template }) => expect(selectsLabels({ matchLabels: selector }, template.metadata.labels)).toBe(true));
    expect(agent.selectorLabels).toEqual(selector);
  });

  test('keeps its selector and its labels where the rest is its only pool', () => {
    const [without, with_] = [undefined, [NodePool.rest()]].map(pools => {
      const one = testChart();
      makeAgent({ identity: AgentIdentity.labels({ app: 'agent' }), pools }, one);
      return one.toJson();
    });
    expect(with_).toEqual(without);
  });
});

test.each<[string, AgentIdentity, NodePool[]]>([
  ['have no identity', AgentIdentity.labels({ app: 'agent' }), [poolOf('large')]],
  ['only add a label', AgentIdentity.labels({ app: 'agent' }), [poolOf('large', { app: 'agent', size: 'large' })]],
  ['have other keys', AgentIdentity.labels({ app: 'agent' }), [poolOf('large', { name: 'agent' })]],
  ['have other keys than the standard', AgentIdentity.standard('agent'), [poolOf('large', { app: 'agent' })]],
  ['are equal to each other', AgentIdentity.standard('agent'), ['a', 'b'].map(name => poolOf(name, { 'app.kubernetes.io/name': 'other' }))],
])('pools that %s are refused', (_, identity, pools) => {
  const chart = testChart();
  makeAgent({ identity, pools: [...pools, NodePool.rest()] }, chart);
  expect([...new Set(codesOf(chart))]).toEqual(['[test/agent] invalid-node-pool']);
});

test('a pool of an agent with the usual identity can take over a DaemonSet that exists', () => {
  const chart = testChart();
  makeAgent({
    identity: AgentIdentity.standard('agent'), pools: [
      poolOf('large', { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'old' }), NodePool.rest(),
    ],
  }, chart);
  expect(errorsOf(chart)).toEqual([]);
  expect(objectOf(chart, 'DaemonSet', 'agent-large').spec.selector.matchLabels['app.kubernetes.io/instance']).toBe('old');
});

test('pools are refused exactly where a pod could have the labels of two of them', () => {
  const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), { minKeys: 1 });
  // every pod that could exist: with no, one or the other value of each label
  const choices = [undefined, 'x', 'y'];
  const pods = choices.flatMap(a => choices.flatMap(b => choices.map(c => JSON.parse(JSON.stringify({ a, b, c })))));
  const seen = { refused: 0, taken: 0 };
  fc.assert(fc.property(fc.array(labels, { minLength: 1, maxLength: 3 }), labels, (some, ofAgent) => {
    const pools = [...some.map((each, index) => poolOf(`p${index}`, each)), NodePool.rest()];
    const both = pods.some(pod => [...some, ofAgent].filter(matchLabels => selectsLabels({ matchLabels }, pod)).length > 1);
    const act = () => requireDisjointSelectors(pools, AgentIdentity.labels(ofAgent));
    seen[both ? 'refused' : 'taken'] += 1;
    if (both) {expect(messageOf(act)).toMatch(/invalid-node-pool/);} else {expect(act).not.toThrow();}
  }), { numRuns: runs(300) });
  expect(Math.min(seen.refused, seen.taken)).toBeGreaterThan(runs(20));
});
