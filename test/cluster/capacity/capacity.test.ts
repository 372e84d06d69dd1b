import * as fc from 'fast-check';
import { Capacity, capacityOf } from '../../../src/cluster/capacity/capacity';
import { Explainer } from '../../../src/cluster/explain/explain';
import { resourcesToWire } from '../../../src/cluster/inventory/resource-list';
import type { Workload } from '../../../src/cluster/inventory/workload';
import { runs } from '../../support/runs';
import { agentOf, asking, nodeOf, podOf, podOn } from '../inventory/objects';

const type = (name: string) => ({ 'node.kubernetes.io/instance-type': name });
const SMALL = { cpu: '2', memory: '4Gi', pods: '10' };
const LARGE = { cpu: '16', memory: '64Gi', pods: '110' };
const NODES = [
  nodeOf('s1', { labels: type('small'), allocatable: SMALL }), nodeOf('l1', { labels: type('large'), allocatable: LARGE }),
  nodeOf('s2', { labels: type('small'), allocatable: SMALL }),
  nodeOf('gpu', { labels: type('large'), allocatable: { ...LARGE, 'example.com/gpu': '1' }, taints: ['gpu:NoSchedule'] }),
];
const everywhere = asking({ cpu: '500m', memory: '1Gi' }, { tolerations: [{ operator: 'Exists' }] }, 'everywhere');
const ordinary = asking({ cpu: '300m' }, {}, 'ordinary');

const using = (requests: object) => ({ containers: [{ name: 'main', image: 'a:1', resources: { requests } }] });
const shortages = ({ shortages: list }: Capacity) => list.map(({ nodes, resource, wanted, free, allocatable }) =>
  `${nodes.map(({ name }) => name).join(' ')}: ${resource} ${wanted}/${free}/${allocatable}`);

test('agents cost what each of their pods sets aside, on each node that gets one', () => {
  const costs = capacityOf([everywhere, ordinary], NODES).agents
    .map(({ agent, requests, nodes, total }) => [agent.name, resourcesToWire(requests), nodes, resourcesToWire(total)]);
  expect(costs).toEqual([
    ['everywhere', { cpu: '500m', memory: '1Gi', pods: '1' }, 4, { cpu: '2', memory: '4Gi', pods: '4' }],
    ['ordinary', { cpu: '300m', pods: '1' }, 3, { cpu: '900m', pods: '3' }],
  ]);
});

test('of each kind of node it is reported what all agents that run there take of one', () => {
  const shapes = capacityOf([everywhere, ordinary], NODES).shapes.map(({ instanceType, nodes, agents, shares }) => [
    instanceType, nodes.map(({ name }) => name), agents.map(({ name }) => name),
    shares.map(({ resource, taken, fraction }) => `${resource} `
      + `${taken} ${fraction}`),
  ]);
  expect(shapes).toEqual([
    ['small', [
      's1', 's2',
    ], ['everywhere', 'ordinary'], ['cpu 800 0.4', 'memory 1073741824 0.25', 'ephemeral-storage 0 undefined', 'pods 2 0.2']],
    ['large', [
      'l1',
    ], ['everywhere', 'ordinary'], ['cpu 800 0.05', 'memory 1073741824 0.015625', 'ephemeral-storage 0 undefined', `pods 2 ${2 / 110}`]],
    ['large', [
      'gpu',
    ], ['everywhere'], ['cpu 500 0.03125', 'memory 1073741824 0.015625', 'ephemeral-storage 0 undefined', `pods 1 ${1 / 110}`]],
  ]);
});

test('over the fleet, nodes that do not say what they have count in what is taken, and not in the fraction', () => {
  const { totals } = capacityOf([everywhere], [...NODES, nodeOf('silent')]);
  expect(totals.slice(0, 2)).toEqual([
    { resource: 'cpu', taken: 2500n, allocatable: 36_000n, fraction: 2000 / 36_000 },
    { resource: 'memory', taken: 5n * 1024n ** 3n, allocatable: 136n * 1024n ** 3n, fraction: 4 / 136 },
  ]);
  expect(capacityOf([asking({ 'example.com/gpu': '1' })], [nodeOf('silent')]).totals.at(-1)).toEqual({
    resource: 'example.com/gpu', taken: 1n,
  });
});

test('a node counts in the fraction of a resource where it states that resource', () => {
  const nodes = [nodeOf('cpu-only', { allocatable: { cpu: '2' } }), nodeOf('both', { allocatable: { cpu: '2', memory: '4Gi' } })];
  const { totals } = capacityOf([asking({ cpu: '1', memory: '1Gi' })], nodes);
  expect(totals.slice(0, 2)).toEqual([
    { resource: 'cpu', taken: 2000n, allocatable: 4000n, fraction: 0.5 },
    { resource: 'memory', taken: 2n * 1024n ** 3n, allocatable: 4n * 1024n ** 3n, fraction: 0.25 },
  ]);
});

describe('nodes that do not have room for all of them', () => {
  test('are reported with the first resource that is short', () => {
    const hungry = asking({ cpu: '1800m', memory: '9Gi' }, {}, 'hungry');
    expect(shortages(capacityOf([everywhere, hungry], NODES))).toEqual(['s1 s2: cpu 2300/2000/2000']);
    expect(shortages(capacityOf([asking({ memory: '9Gi' })], NODES))).toEqual([
      `s1 s2: memory ${9 * 1024 ** 3}/${4 * 1024 ** 3}/${4 * 1024 ** 3}`,
    ]);
    expect(shortages(capacityOf([asking({ 'example.com/gpu': '1' }, { tolerations: [{ operator: 'Exists' }] })], NODES))).toEqual([
      's1 l1 s2: example.com/gpu 1/0/0',
    ]);
  });

  test('are those that have no place for so many pods', () => {
    const agents = ['a', 'b', 'c'].map(name => agentOf({}, name));
    expect(shortages(capacityOf(agents, [
      nodeOf('x', { allocatable: { pods: '2' } }), nodeOf('y', { allocatable: { pods: '3' } }),
    ]))).toEqual(['x: pods 3/2/2']);
  });

  test('are none where nodes do not say what they have, and then it is unknown whether the agents fit', () => {
    const { unknown, ...capacity } = capacityOf([asking({ cpu: '1000', memory: '1Gi' }, { nodeSelector: { agents: 'yes' } })], [
      nodeOf('silent', { labels: { agents: 'yes' } }), nodeOf('silent-and-idle'),
      nodeOf('partly', { labels: { agents: 'yes' }, allocatable: { cpu: '2000', pods: '9' } }),
      nodeOf('too-small', { labels: { agents: 'yes' }, allocatable: { cpu: '2' } }),
      nodeOf('fits', { labels: { agents: 'yes' }, allocatable: { cpu: '2000', memory: '2Gi', pods: '9' } }),
    ]);
    expect(unknown.map(({ name }) => name)).toEqual(['silent', 'partly']);
    expect(shortages(capacity as Capacity)).toEqual(['too-small: cpu 1000000/2000/2000']);
  });

  test.each<[string, Workload, object, object[], string]>([
    ['asks for more than there is', asking({ memory: '3Gi' }), {
      memory: '2Gi',
    }, [], 'its agents ask for 3Gi of memory together, and the node has 2Gi in all: ask for less, or keep an agent off such nodes'],
    ['asks for what nobody has', asking({ 'example.com/gpu': '1' }), {}, [], 'and the node has none: ask for less, or'],
    ['meets other pods', asking({ cpu: '500m' }), { cpu: '1' }, [
      { cpu: '750m' },
    ], 'its agents ask for 500m of cpu together, and the node has 250m of its 1 left by other pods: ask for less, move pods away, or'],
    ['finds a node that was promised too often', asking({ cpu: '500m' }), {
      cpu: '1',
    }, [{ cpu: '3' }], 'has 0 of its 1 left by other pods'],
    ['finds no place for a pod', agentOf({}), {
      pods: '1',
    }, [{}], '1 agent should run there, and the node takes 1 pod, and 1 of others is there: raise `maxPods`'],
    ['finds no place at all', agentOf({}), { pods: '0' }, [], 'and the node takes 0 pods: raise `maxPods`'],
  ])('are reported in words: an agent %s', (_, agent, allocatable, others, message) => {
    const { shortages: [shortage] } = capacityOf(
      [agent], [nodeOf('n', { allocatable: { ...allocatable } })],
      others.map((requests, index) => podOn('n', `p${index}`, using(requests))),
    );
    expect(shortage.message).toContain(message);
  });

  test('are those that other pods fill; pods of the agents that should be there are counted as agents', () => {
    const pods = [
      podOn('s1', 'web', using({ cpu: '1500m' })), podOf(everywhere, 's1'), podOf(ordinary, 's1'), podOn('l1', 'web', using({ cpu: '1' })),
      podOn('s2', 'done', using({ cpu: '2' }), { status: { phase: 'Succeeded' } }),
    ];
    expect(shortages(capacityOf([everywhere, ordinary], NODES, pods))).toEqual(['s1: cpu 800/500/2000']);
  });

  test('a pod that only may stay, takes room from those that should be there', () => {
    const tainted = [nodeOf('t', { taints: ['gpu:NoSchedule'], allocatable: SMALL })];
    const pods = [podOf(ordinary, 't', using({ cpu: '1600m' }))];
    expect(shortages(capacityOf([everywhere, ordinary], tainted, pods))).toEqual(['t: cpu 500/400/2000']);
  });
});

test('without agents nothing is taken, and without nodes there is nothing to tell', () => {
  expect(capacityOf([], NODES)).toMatchObject({
    agents: [], shortages: [], shapes: [{ agents: [], nodes: [{ name: 's1' }, { name: 's2' }] }, {}, {}],
  });
  expect(capacityOf([everywhere], [])).toEqual({
    agents: [{ agent: everywhere, requests: expect.anything(), nodes: 0, total: new Map([['cpu', 0n], ['memory', 0n], ['pods', 0n]]) }],
    shapes: [], shortages: [], unknown: [], pools: [],
    totals: ['cpu', 'memory', 'ephemeral-storage', 'pods'].map(resource => ({ resource, taken: 0n })),
  });
});

test('where one agent alone does not fit, all of them do not; and what is taken of shapes and of the fleet is the same', () => {
  const agent = (name: string): fc.Arbitrary<Workload> => fc.record({ cpu: fc.nat(1500), tolerates: fc.boolean() })
    .map(({ cpu, tolerates }) => asking({ cpu: `${cpu}m` }, { tolerations: tolerates ? [{ operator: 'Exists' }] : [] }, name));
  const node = fc.record({ cpu: fc.constantFrom('1', '2'), tainted: fc.boolean(), name: fc.constantFrom('n1', 'n2', 'n3') })
    .map(({ cpu, tainted, name }) => nodeOf(name, { allocatable: { cpu, pods: '3' }, taints: tainted ? ['gpu:NoSchedule'] : [] }));
  const pod = fc.record({
    node: fc.constantFrom('n1', 'n2'), cpu: fc.nat(900),
  }).map(({ node: name, cpu }) => podOn(name, 'p', using({ cpu: `${cpu}m` })));
  fc.assert(fc.property(fc.tuple(agent('x'), agent('y')), fc.uniqueArray(node, {
    selector: ({ name }) => name,
  }), fc.array(pod, { maxLength: 3 }), (agents, nodes, pods) => {
    const capacity = capacityOf(agents, nodes, pods);
    const lacking = new Set(capacity.shortages.flatMap(shortage => shortage.nodes));
    const explainer = new Explainer(nodes, pods);
    for (const each of agents) {
      const alone = explainer.explain(each).filter(({ verdict }) => verdict.reasons.some(({ stage }) => stage === 'scheduler'))
        .flatMap(group => group.nodes);
      expect(alone.every(one => lacking.has(one))).toBe(true);
    }
    const cpu = capacity.shapes.reduce((sum, shape) => sum + shape.shares[0].taken * BigInt(shape.nodes.length), 0n);
    expect(capacity.totals[0].taken).toBe(cpu);
    expect(capacity.agents.reduce((sum, { total }) => sum + (total.get('cpu') ?? 0n), 0n)).toBe(cpu);
  }), { numRuns: runs(100) });
});
