import * as fc from 'fast-check';
import { Fleet } from '../../../src/cluster/placement/fleet';
import { PlaceableNode, Placement } from '../../../src/cluster/placement/placement';
import { runs } from '../../support/runs';

const node = (name: string, labels: {
  [key: string]: string;
} = {}, taints: PlaceableNode['taints'] = []): PlaceableNode => ({ name, labels, taints });
const TAINT = { key: 'gpu', value: 'true', effect: 'NoSchedule' };
const namesIn = (fleet: Fleet<PlaceableNode>, podSpec: object) =>
  fleet.groupsFor(new Placement(podSpec)).map(({ nodes, decision }) => [decision.shouldRun, nodes.map(({ name }) => name).join(' ')]);

const CLUSTER = [
  node('a', { pool: 'x', host: 'a' }), node('b', { pool: 'y', host: 'b' }), node('c', { pool: 'x', host: 'c' }, [TAINT]),
  node('d', { host: 'd' }),
  node('e', { pool: 'y', host: 'e' }, [TAINT]),
];

test('nodes that differ in what an agent does not look at are one group', () => {
  expect(namesIn(new Fleet(CLUSTER), { tolerations: [] })).toEqual([[true, 'a b d'], [false, 'c e']]);
  expect(namesIn(new Fleet(CLUSTER), { nodeSelector: { pool: 'y' } })).toEqual([
    [false, 'a'], [true, 'b'], [false, 'c'], [false, 'd'], [false, 'e'],
  ]);
});

test('taints are the same in any order', () => {
  const other = { key: 'spot', effect: 'NoExecute' };
  expect(namesIn(new Fleet([node('a', {}, [TAINT, other]), node('b', {}, [other, TAINT])]), {})).toEqual([[false, 'a b']]);
});

test('a node without a label is not one whose label is empty', () => {
  expect(namesIn(new Fleet([node('a', { pool: '' }), node('b')]), { nodeSelector: { pool: '' } })).toEqual([[true, 'a'], [false, 'b']]);
});

test('an agent that names nodes is asked about each', () => {
  expect(namesIn(new Fleet(CLUSTER), { nodeName: 'b' })).toEqual([[false, 'a'], [true, 'b'], [false, 'c'], [false, 'd'], [false, 'e']]);
  expect(new Fleet(CLUSTER).countFor(new Placement({ nodeName: 'b' }))).toBe(1);
});

test('no nodes are no groups', () => {
  const fleet = new Fleet<PlaceableNode>([]);
  expect([namesIn(fleet, {}), namesIn(fleet, { nodeName: 'a' }), fleet.countFor(new Placement({}))]).toEqual([[], [], 0]);
});

test('labels that are another on every node are no trouble, however many there are', () => {
  const nodes = Array.from({ length: 1100 }, (_, index) => node(`n${index}`, { host: `h${index}`, address: `a${index}` }));
  const fleet = new Fleet(nodes);
  const placement = new Placement({ nodeSelector: { host: 'h7', address: 'a7' } });
  expect(fleet.groupsFor(placement).map(group => group.nodes)).toEqual(nodes.map(each => [each]));
  expect(fleet.countFor(placement)).toBe(1);
});

const word = fc.constantFrom('a', 'b', 'c');
const effect = fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule');
const anyNode = fc.record({
  name: fc.constantFrom('node-1', 'node-2', 'node-3'), labels: fc.dictionary(word, word),
  taints: fc.array(fc.record({ key: word, value: fc.option(word, { nil: undefined }), effect }), { maxLength: 2 }),
});
const requirement = fc.oneof(
  fc.record({ key: word, operator: fc.constantFrom('In', 'NotIn'), values: fc.array(word, { minLength: 1, maxLength: 2 }) }),
  fc.record({ key: word, operator: fc.constantFrom('Exists', 'DoesNotExist', 'Odd') }),
);
const field = fc.record({
  key: fc.constant('metadata.name'), operator: fc.constantFrom('In', 'NotIn'), values: fc.constantFrom(['node-1'], ['node-2']),
});
const term = fc.record({
  matchExpressions: fc.array(requirement, { maxLength: 2 }),
  matchFields: fc.option(fc.array(field, { maxLength: 1 }), { freq: 4, nil: undefined }),
});
const podSpec = fc.record({
  nodeSelector: fc.dictionary(word, word, { maxKeys: 1 }), hostNetwork: fc.boolean(),
  nodeName: fc.option(fc.constant('node-1'), { freq: 8, nil: undefined }),
  tolerations: fc.array(fc.record({ key: word, operator: fc.constantFrom('Exists', 'Equal'), value: word, effect }), { maxLength: 2 }),
  terms: fc.option(fc.array(term, { maxLength: 2 }), { nil: undefined }),
}).map(({ terms, ...pod }) => ({
  ...pod, ...terms && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } } },
}));

test('a fleet decides as each node by itself would be decided, for one agent after another', () => {
  fc.assert(fc.property(fc.array(anyNode, { maxLength: 12 }), fc.array(podSpec, { minLength: 1, maxLength: 4 }), (nodes, pods) => {
    const fleet = new Fleet(nodes);
    for (const pod of pods) {
      const placement = new Placement(pod);
      const { ids, decisions } = fleet.decide(placement);
      const each = nodes.map(one => placement.on(one));
      expect([...ids].map(id => decisions[id])).toEqual(each);
      const apart = fleet.decideApart(placement);
      expect([...apart.ids].map(id => apart.decisions[id])).toEqual(each);
      expect(fleet.countFor(placement)).toBe(each.filter(({ shouldRun }) => shouldRun).length);
      const groups = fleet.groupsFor(placement);
      expect(groups.flatMap(group => group.nodes.map(one => [one, group.decision]))).toHaveLength(nodes.length);
      for (const group of groups) {
        for (const one of group.nodes) {expect(group.decision).toEqual(placement.on(one));}
      }
      expect(groups.map(group => nodes.indexOf(group.nodes[0]))).toEqual([
        ...groups.map(group => nodes.indexOf(group.nodes[0])),
      ].sort((a, b) => a - b));
    }
  }), { numRuns: runs(150) });
});

test('nodes that are alike to an agent have the same blockers', () => {
  fc.assert(fc.property(fc.array(anyNode, { maxLength: 12 }), podSpec, (nodes, pod) => {
    const placement = new Placement(pod);
    const told = (one: PlaceableNode) => placement.blockersOn(one).map(blocker => JSON.stringify(blocker)).sort();
    for (const { nodes: [first, ...others] } of new Fleet(nodes).groupsFor(placement)) {
      for (const other of others) {expect(told(other)).toEqual(told(first));}
    }
  }), { numRuns: runs(150) });
});
