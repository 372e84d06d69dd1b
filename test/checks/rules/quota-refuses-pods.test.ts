import { foundBy } from './found-by';
import { daemonSet, deployment, node } from '../../../src/checks/example';
import { quotaRefusesPods } from '../../../src/checks/rules/quota-refuses-pods';
import type { Wire } from '../../../src/private/wire';

const quota = (hard: Wire, spec: Wire = {}, namespace = 'agents') => ({
  apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'compute', namespace }, spec: { hard, ...spec },
});
const limitRange = (name: string, limit: Wire) => ({
  apiVersion: 'v1', kind: 'LimitRange', metadata: { name, namespace: 'agents' }, spec: { limits: [{ type: 'Container', ...limit }] },
});
const bare = (others: Wire = {}) => daemonSet({ containers: [{ name: 'agent', image: 'example.com/agent:1.0.0' }], ...others });
const found = (...objects: Wire[]) => foundBy(quotaRefusesPods, ...objects);

test.each<[string, Wire, string]>([
  ['limits.cpu', { 'limits.cpu': '10' }, 'no limits.cpu'],
  ['requests of both', { 'requests.cpu': '10', 'memory': '1Gi' }, 'no requests.cpu, no memory'],
])('a container without what a quota of %s counts is refused', (_, hard, given) => {
  expect(found(bare(), quota(hard))).toEqual([`error agent containers[0].resources (${given})`]);
});

test('init containers must have it too', () => {
  const initContainers = [{ name: 'setup', image: 'example.com/setup:1.0.0' }];
  expect(found(daemonSet({ initContainers }), quota({ 'limits.memory': '1Gi' })))
    .toEqual(['error agent initContainers[0].resources (no limits.memory)']);
});

test.each<[string, Wire[]]>([
  ['a default of a LimitRange', [limitRange('limits', { default: { cpu: '1' } }), quota({ 'limits.cpu': '10', 'requests.cpu': '1' })]],
  ['the most of a LimitRange', [limitRange('limits', { max: { cpu: '1' } }), quota({ 'limits.cpu': '10' })]],
  ['the least of a LimitRange, for requests', [limitRange('limits', { min: { cpu: '50m' } }), quota({ 'requests.cpu': '10' })]],
  ['a quota of another namespace', [quota({ 'limits.cpu': '10' }, {}, 'other')]],
  ['a quota of storage and objects', [quota({
    'requests.storage': '0', 'count/secrets': '0', 'persistentvolumeclaims': '0', 'services.nodeports': '0',
    'gold.storageclass.storage.k8s.io/requests.storage': '0',
  })]],
  ['a quota of ephemeral storage, which is counted where it is there', [quota({ 'limits.ephemeral-storage': '1Gi' })]],
  ['a quota of devices that are not asked for', [quota({ 'requests.nvidia.com/gpu': '0' })]],
])('%s is fine', (_, objects) => {
  expect(found(bare(), ...objects)).toEqual([]);
});

test.each<[string, Wire, Wire, boolean]>([
  ['the class', { priorityClassName: 'gold' }, classes('In', ['gold']), true],
  ['another class', { priorityClassName: 'gold' }, classes('In', ['silver']), false],
  ['any but another class', { priorityClassName: 'gold' }, classes('NotIn', ['silver']), true],
  ['any class', { priorityClassName: 'gold' }, { scopes: ['PriorityClass'] }, true],
  ['a class, where admission may give one', {}, { scopes: ['PriorityClass'] }, false],
  ['pods that end', {}, { scopes: ['Terminating'] }, false],
  ['pods that do not end', {}, { scopes: ['NotTerminating'] }, true],
  ['pods without requests', {}, { scopes: ['BestEffort'] }, true],
  ['pods with requests', {}, { scopes: ['NotBestEffort'] }, false],
  ['two scopes of which one matches', {}, { scopes: ['BestEffort', 'Terminating'] }, false],
  ['neighbours in other namespaces', {}, { scopes: ['CrossNamespacePodAffinity'] }, false],
])('a quota for %s counts the pod or not', (_, pod, spec, isCounted) => {
  expect(found(bare(pod), quota({ pods: '0' }, spec))).toEqual(isCounted ? ['error agent containers (1 for one pod)'] : []);
});

test.each<[string, Wire, string[]]>([
  ['limits.memory', { 'limits.memory': '63Mi' }, ['64Mi for one pod']],
  ['requests.cpu', { 'requests.cpu': '49m' }, ['50m for one pod']],
  ['just enough', { 'cpu': '50m', 'limits.memory': '64Mi', 'pods': '1', 'count/pods': 1 }, []],
  ['what is no quantity', { cpu: 'little' }, []],
])('one pod is compared with a quota of %s', (_, hard, given) => {
  expect(found(daemonSet(), quota(hard))).toEqual(given.map(each => `error agent containers (${each})`));
});

test('the pods of all nodes are compared where the nodes are known', () => {
  const nodes = ['a', 'b', 'c'].map(name => node(name));
  expect(found(daemonSet(), quota({ pods: '2' }), ...nodes)).toEqual(['error agent containers (3 for the pods of 3 nodes)']);
  expect(found(daemonSet(), quota({ 'limits.memory': '191Mi' }), ...nodes)).toEqual([
    'error agent containers (192Mi for the pods of 3 nodes)',
  ]);
  expect(found(daemonSet(), quota({ pods: '3' }), ...nodes)).toEqual([]);
  expect(found(daemonSet(), quota({ pods: '2' }))).toEqual([]);
  expect(found(deployment(), quota({ pods: '2' }), ...nodes)).toEqual([]);
});

test('devices are counted as requests', () => {
  const limits = { 'nvidia.com/gpu': 2 };
  expect(found(daemonSet({}, { resources: { limits } }), quota({ 'requests.nvidia.com/gpu': '1' })))
    .toEqual(['error agent containers (2 for one pod)']);
});

test('amounts that one of several LimitRanges fills in are not known, but that there is one', () => {
  const ranges = [limitRange('one', { default: { memory: '1Gi' } }), limitRange('two', { default: { memory: '2Gi' } })];
  expect(found(bare(), quota({ 'limits.memory': '512Mi' }), ...ranges)).toEqual([]);
  expect(found(bare(), quota({ 'limits.memory': '512Mi' }), ranges[0])).toEqual(['error agent containers (1Gi for one pod)']);
});

function classes(operator: string, values: readonly string[]): Wire {
  return { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator, values }] } };
}
