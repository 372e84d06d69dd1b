import * as fc from 'fast-check';
import { NodeCoverage, NodeExpression, NodePool, NodeTerm } from '../../../src';
import { divideNodes } from '../../../src/agent/pools/divide-nodes';
import { matches } from '../../../src/cluster/node-selection';
import { Placement } from '../../../src/cluster/placement/placement';
import { errorsOf, testChart } from '../../support/golden';
import { poolNodeLabels, poolsInOrder, randomPools } from '../../support/random/pools';
import { refusal } from '../../support/refusal';
import { runs } from '../../support/runs';
import { makeAgent, messageOf } from '../make-agent';

const nodes = fc.array(fc.record({ name: fc.constantFrom('node-a', 'node-b', 'node.c', 'node-d'), labels: poolNodeLabels }), {
  minLength: 20, maxLength: 20,
});

test('every node of the agent has exactly one pod, that of the first pool that asks for it, and no other node has any', () => {
  let divided = 0;
  fc.assert(fc.property(randomPools, nodes, (pools, some) => {
    const chart = testChart();
    makeAgent({ pools }, chart);
    const errors = errorsOf(chart);
    // that no node can be in a pool is refused, and has a test of its own
    errors.forEach(line => expect(line).toMatch(/empty-node-pool/));
    if (errors.length > 0) {return;}
    divided += 1;
    const daemonSets = chart.toJson().filter(({ kind }) => kind === 'DaemonSet');
    const covered = NodeCoverage.linux()._selection();
    for (const node of some) {
      const running = daemonSets.filter(({ spec }) => new Placement(spec.template.spec).on({ ...node, taints: [] }).shouldRun).map(
        ({ metadata }) => metadata.name,
      );
      const pool = poolsInOrder(pools).find(({ options }) => options === undefined || matches(options.nodes._selection(), node))!;
      expect(running).toEqual(matches(covered, node) ? [pool.name === undefined ? 'agent' : `agent-${pool.name}`] : []);
    }
  }), { numRuns: runs(200) });
  expect(divided).toBeGreaterThan(runs(200) / 4);
});

const of = (name: string, nodesOf: NodeCoverage) => NodePool.of(name, { nodes: nodesOf });
const LARGE = of('large', NodeCoverage.labelled({ size: 'large' }));
const divide = (pools: NodePool[], coverage: NodeCoverage = NodeCoverage.exactly({})) => divideNodes(pools, coverage._selection());

test('a pool gets the nodes of the agent that it asks for, without those of the pools before it', () => {
  expect(divide([LARGE, of('gpu', NodeCoverage.matching([NodeExpression.exists('gpu')])), NodePool.rest()])).toEqual([
    { nodeSelector: { size: 'large' } },
    { terms: [{ matchExpressions: [{ key: 'gpu', operator: 'Exists' }, { key: 'size', operator: 'NotIn', values: ['large'] }] }] },
    { terms: [{ matchExpressions: [{ key: 'gpu', operator: 'DoesNotExist' }, { key: 'size', operator: 'NotIn', values: ['large'] }] }] },
  ]);
});

test('the rest may be listed anywhere, and is what is left after all others', () => {
  const [rest, large] = divide([NodePool.rest(), LARGE]);
  expect([large, rest]).toEqual(divide([LARGE, NodePool.rest()]));
});

test('the rest alone is the agent as it is without pools', () => {
  const selection = NodeCoverage.workers()._selection();
  expect(divideNodes([NodePool.rest()], selection)).toEqual([selection]);
});

test('pools that are all nodes of the agent need no rest', () => {
  const zones = NodeCoverage.exactly({ terms: ['a', 'b'].map(zone => NodeTerm.labelled({ zone })) });
  expect(divide(['a', 'b'].map(zone => of(zone, NodeCoverage.labelled({ zone }))), zones)).toEqual([
    { nodeSelector: { zone: 'a' } }, { nodeSelector: { zone: 'b' } },
  ]);
});

test('operating system and virtual nodes are those of the agent, unless the pool names them', () => {
  expect(
    divide([LARGE, NodePool.rest()], NodeCoverage.windows())[0].nodeSelector,
  ).toEqual({ 'kubernetes.io/os': 'windows', 'size': 'large' });
  expect(messageOf(() => divide([of('linux', NodeCoverage.linux()), NodePool.rest()], NodeCoverage.windows()))).toMatch(/empty-node-pool/);
});

test('nodes that no term can take out of the others are refused', () => {
  const big = of('big', NodeCoverage.matching([NodeExpression.greaterThan('cores', 16)]));
  expect(messageOf(() => divide([big, NodePool.rest()]))).toEqual(
    refusal('invalid-node-pool', { given: 'cores Gt 16', names: ['big', 'NodeExpression.oneOf', 'noneOf', 'doesNotExist'] }));
});

test('a number may be compared where the agent as a whole does', () => {
  const big = NodeCoverage.exactly({ terms: [NodeTerm.matching([NodeExpression.greaterThan('cores', 16)])] });
  expect(divide([LARGE, NodePool.rest()], big)[1]).toEqual({
    terms: [
      { matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['16'] }, { key: 'size', operator: 'NotIn', values: ['large'] }] },
    ],
  });
});

test('nodes that are in no pool are refused', () => {
  expect(messageOf(() => divide([LARGE]))).toEqual(
    refusal('missing-rest-pool', { given: "'large'" }));
});

test('a pool whose nodes earlier pools have is refused', () => {
  const both = of('both', NodeCoverage.labelled({ size: 'large', zone: 'a' }));
  expect(messageOf(() => divide([LARGE, both, NodePool.rest()]))).toEqual(
    refusal('empty-node-pool', { given: "'both'", names: ['both'] }));
  expect(divide([both, LARGE, NodePool.rest()])).toHaveLength(3);
});

test('a rest without nodes is refused', () => {
  const all = of('all', NodeCoverage.exactly({}));
  expect(messageOf(() => divide([all, NodePool.rest()]))).toEqual(
    refusal('empty-node-pool', { given: 'NodePool.rest()' }));
});

test('more terms than anyone reads are refused', () => {
  const pairs = Array.from({ length: 7 }, (_, index) => of(
    `pool-${index}`, NodeCoverage.labelled({ [`a-${index}`]: 'x', [`b-${index}`]: 'x' }),
  ));
  expect(divide([...pairs.slice(0, 6), NodePool.rest()])[6].terms).toHaveLength(64);
  expect(messageOf(() => divide([...pairs, NodePool.rest()]))).toEqual(
    refusal('invalid-node-pool', { given: '128 terms', allowed: 'at most 64' }));
});
