import { SimulatedNode } from '../../../src/cluster';
import { readNodeManifest, readNodeManifests } from '../../../src/cluster/simulated/read-node-manifest';
import { refusal } from '../../support/refusal';

/** As a cluster shows a node, with what nothing here asks for. */
const LIVE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'worker-7', uid: 'b4f2', labels: { 'kubernetes.io/hostname': 'worker-7', 'kubernetes.io/os': 'linux' },
    annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
  },
  spec: {
    podCIDR: '10.0.7.0/24', providerID: 'kind://docker/a/worker-7',
    taints: [{ key: 'dedicated', value: 'a', effect: 'NoSchedule', timeAdded: '2026-01-01T00:00:00Z' }],
  },
  status: {
    allocatable: { cpu: '8', memory: '32Gi', pods: '110' },
    conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' }],
    nodeInfo: { kubeletVersion: 'v1.36.3', aFieldOfTheFuture: true },
  },
};

test('a node of a cluster is kept as it is, with what is not known of it', () => {
  expect(readNodeManifest(LIVE)).toEqual(LIVE);
});

test('the copy is its own', () => {
  const given = structuredClone(LIVE);
  const node = SimulatedNode.fromManifest(given);
  given.metadata.labels['kubernetes.io/os'] = 'windows';
  given.spec.taints.length = 0;
  expect(node.toManifest()).toEqual(LIVE);
});

test.each([
  ['what kubectl prints', { apiVersion: 'v1', kind: 'List', items: [LIVE, LIVE] }],
  ['a NodeList, whose items say no kind', {
    apiVersion: 'v1', kind: 'NodeList', items: [LIVE, LIVE].map(({ metadata, spec, status }) => ({ metadata, spec, status })),
  }],
  ['a list of nodes', [LIVE, LIVE]],
])('%s is read', (_, list) => {
  expect(readNodeManifests(list)).toEqual([LIVE, LIVE]);
});

test('a node alone is a list of one', () => {
  expect(SimulatedNode.fromManifests(LIVE).map(String)).toEqual(['worker-7']);
});

test('an empty list has no nodes', () => {
  expect(readNodeManifests({ apiVersion: 'v1', kind: 'List', items: [] })).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, refusal('invalid-field', { given: 'undefined' })],
  ['null', null, refusal('invalid-field', { given: 'null' })],
  ['a name', 'worker-7', refusal('invalid-field', { given: 'worker-7' })],
  ['an array', [LIVE], refusal('invalid-field', { given: 'a list' })],
  ['a list of kubectl', {
    apiVersion: 'v1', kind: 'List', items: [LIVE],
  }, refusal('invalid-field', { given: 'apiVersion: v1, kind: List' })],
  ['another kind', {
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' },
  }, refusal('invalid-field', { given: 'apiVersion: v1, kind: Pod' })],
  ['another version', { ...LIVE, apiVersion: 'v2' }, refusal('invalid-field', { given: 'apiVersion: v2, kind: Node' })],
  ['an empty object', {}, refusal('invalid-field', { given: 'apiVersion: none, kind: none' })],
  ['taints that are no list', { ...LIVE, spec: { taints: 'dedicated' } },
    refusal('invalid-field', { names: ['spec.taints', 'dedicated'] })],
  ['a label that is a number', {
    ...LIVE, metadata: { name: 'a', labels: { b: 1 } },
  }, 'given: metadata.labels.b: expected string, given 1'],
  ['conditions of one type twice', { ...LIVE, status: { conditions: ['True', 'False'].map(status => ({ type: 'Ready', status })) } },
    "status.conditions[1]: expected one item for each type, given type 'Ready'"],
  ['no name', { apiVersion: 'v1', kind: 'Node' }, refusal('invalid-name', { given: "''" })],
  ['a name that no node can have', { ...LIVE, metadata: { name: 'Worker_7' } },
    refusal('invalid-name', { given: "'Worker_7'", names: ['253'] })],
  ['a label that no node can have', {
    ...LIVE, metadata: { name: 'a', labels: { 'b c': '' } },
  }, refusal('invalid-label', { given: "'b c'" })],
])('%s is refused as a node', (_, given, message) => {
  expect(() => readNodeManifest(given)).toThrow(message);
});

test.each<[string, unknown, string]>([
  ['a text', 'nodes', refusal('invalid-field', { given: 'nodes', names: ['apiVersion', 'v1'] })],
  ['a list with a pod in it', {
    apiVersion: 'v1', kind: 'List', items: [LIVE, { apiVersion: 'v1', kind: 'Pod' }],
  }, 'given: apiVersion: v1, kind: Pod'],
  ['an array with nothing in it', [LIVE, undefined], 'given: undefined'],
])('%s is refused as a list', (_, given, message) => {
  expect(() => readNodeManifests(given)).toThrow(message);
});
