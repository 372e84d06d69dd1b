import { array, assert, constantFrom, dictionary, option, property, record } from 'fast-check';
import { contextOf, daemonSet } from '../../../src/checks/example';
import { essenceOf, isForSomeNodes, isWithinSelection, toleratesNoLess } from '../../../src/checks/facts/agent-pools';
import { matches, NodeSelection } from '../../../src/cluster/node-selection';
import type { Taint } from '../../../src/cluster/placement/taints';
import { tolerates } from '../../../src/cluster/placement/taints';
import type { Wire } from '../../../src/private/wire';
import { runs } from '../../support/runs';

const workload = (pod: Wire = {}, container: Wire = {}) => contextOf([daemonSet(pod, container)]).inventory.workloads[0];

const KEYS = ['a', 'b'];
const VALUES = ['1', '2', 'x'];
const requirement = record({
  key: constantFrom(...KEYS), operator: constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'),
  values: array(constantFrom(...VALUES), { maxLength: 2 }),
});
const selection = record({
  nodeSelector: option(dictionary(constantFrom(...KEYS), constantFrom(...VALUES), { maxKeys: 2 }), { nil: undefined }),
  terms: option(array(record({ matchExpressions: array(requirement, { maxLength: 2 }) }), { maxLength: 2 }), { nil: undefined }),
});
const NODES = [undefined, ...VALUES, 'y'].flatMap(a => [undefined, ...VALUES, 'y'].map(b => ({
  name: 'node', labels: { ...a !== undefined && { a }, ...b !== undefined && { b } } as Record<string, string>,
})));

test('what is within a selection is never outside of it', () => {
  let within = 0;
  assert(property(selection, selection, (inner, outer) => {
    if (!isWithinSelection(inner as NodeSelection, outer as NodeSelection)) {return;}
    within++;
    for (const node of NODES) {
      if (matches(inner as NodeSelection, node)) {expect(matches(outer as NodeSelection, node)).toBe(true);}
    }
  }), { numRuns: runs(3000), seed: 7 });
  expect(within).toBeGreaterThan(100);
});

const toleration = record({
  key: option(constantFrom('a', 'b'), { nil: undefined }), operator: constantFrom('Exists', 'Equal', undefined),
  value: option(constantFrom('1', '2'), { nil: undefined }),
  effect: option(constantFrom('NoSchedule', 'NoExecute'), { nil: undefined }),
});
const TAINTS: Taint[] = ['a', 'b'].flatMap(key => [
  undefined, '1', '2',
].flatMap(value => ['NoSchedule', 'NoExecute'].map(effect => ({ key, effect, ...value !== undefined && { value } }))));

test('who tolerates no less tolerates every taint that the other does', () => {
  let covered = 0;
  const tolerations = array(toleration.filter(({ key, operator }) => key !== undefined || operator === 'Exists'), { maxLength: 3 });
  assert(property(tolerations, tolerations, (outer, inner) => {
    if (!toleratesNoLess(workload({ tolerations: outer }), workload({ tolerations: inner }))) {return;}
    covered++;
    for (const taint of TAINTS) {
      if (inner.some(each => tolerates(each, taint))) {expect(outer.some(each => tolerates(each, taint))).toBe(true);}
    }
  }), { numRuns: runs(1000), seed: 7 });
  expect(covered).toBeGreaterThan(50);
});

test.each<[Wire, boolean]>([
  [{}, false], [{ nodeSelector: { 'kubernetes.io/os': 'linux' } }, false], [{ nodeSelector: { pool: 'a' } }, true],
  [{ nodeName: 'a' }, true],
])('%j is for some of the nodes: %s', (pod, expected) => {
  expect(isForSomeNodes(workload(pod))).toBe(expected);
});

test('pools of one program differ in nodes and amounts alone', () => {
  const one = essenceOf(workload({ nodeSelector: { pool: 'a' } }, { resources: { limits: { memory: '1Gi' } } }));
  expect(essenceOf(workload({ tolerations: [{ operator: 'Exists' }] }))).toBe(one);
  expect(essenceOf(workload({}, { args: ['--other'] }))).not.toBe(one);
});
