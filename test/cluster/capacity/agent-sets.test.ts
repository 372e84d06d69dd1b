import * as fc from 'fast-check';
import { agentSetsOf } from '../../../src/cluster/capacity/agent-sets';
import { Placement } from '../../../src/cluster/placement/placement';
import { requestsOf } from '../../../src/cluster/scheduling/scheduler';
import { runs } from '../../support/runs';
import { asking, nodeOf } from '../inventory/objects';

const word = fc.constantFrom('a', 'b');
const node = fc.record({ pool: word, taint: fc.option(word, { nil: undefined }) })
  .map(({ pool, taint }) => nodeOf('n', { labels: { pool }, taints: taint === undefined ? [] : [`${taint}:NoSchedule`] }));
const agent = fc.record({
  pool: fc.option(word, { nil: undefined }), tolerated: fc.option(word, { nil: undefined }), cpu: fc.nat(999),
}).map(({ pool, tolerated, cpu }) =>
  asking({ cpu: `${cpu}m` }, { nodeSelector: pool && { pool }, tolerations: tolerated && [{ key: tolerated, operator: 'Exists' }] }));

test('each node has the set of the agents that run there, and they take their sum', () => {
  fc.assert(fc.property(fc.array(node, { maxLength: 6 }), fc.array(agent, { maxLength: 4 }), (nodes, agents) => {
    const { sets, setOf, nodeCounts } = agentSetsOf(agents, agents.map(requestsOf), nodes);
    const running = nodes.map(one => agents.filter(({ pod }) => new Placement(pod).on(one).shouldRun));
    expect([...setOf].map(number => sets[number].agents)).toEqual(running);
    const cpu = running.map(there => there.reduce((sum, each) => sum + (requestsOf(each).get('cpu') ?? 0n), 0n));
    expect([...setOf].map(number => sets[number].taken.get('cpu') ?? 0n)).toEqual(cpu);
    expect([...setOf].map(number => sets[number].taken.get('pods') ?? 0n)).toEqual(running.map(there => BigInt(there.length)));
    expect(nodeCounts).toEqual(agents.map(each => running.filter(there => there.includes(each)).length));
  }), { numRuns: runs(100) });
});

test('there are no more sets than there are ways to combine agents, however many nodes there are', () => {
  const nodes = Array.from({ length: 300 }, (_, index) => nodeOf(`n${index}`, { labels: { pool: `p${index % 3}` } }));
  const agents = ['p0', 'p1', undefined].map(pool => asking({ cpu: '1' }, { nodeSelector: pool && { pool } }));
  const { sets, setOf } = agentSetsOf(agents, agents.map(requestsOf), nodes);
  expect(new Set(setOf).size).toBe(3);
  expect(sets.length).toBeLessThanOrEqual(2 ** agents.length);
});
