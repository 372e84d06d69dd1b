import { SimulatedNode } from '../../../src/cluster';
import { readNodeManifest, readNodeManifests } from '../../../src/cluster/simulated/read-node-manifest';

/** As a cluster shows a node, with what nothing here asks for. */
const LIVE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'worker-7', uid: 'b4f2', labels: { 'kubernetes.io/hostname': 'worker-7', 'kubernetes.io/os': 'linux' }, annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
  },
  spec: { podCIDR: '10.0.7.0/24', providerID: 'kind://docker/a/worker-7', taints: [{ key: 'dedicated', value: 'a', effect: 'NoSchedule', timeAdded: '2026-01-01T00:00:00Z' }] },
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
  ['a NodeList, whose items say no kind', { apiVersion: 'v1', kind: 'NodeList', items: [LIVE, LIVE].map(({ metadata, spec, status }) => ({ metadata, spec, status })) }],
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

const NODE = 'allowed: an object of apiVersion v1 and kind Node; fix: ';
const ONE = `${NODE}give one item of \`kubectl get nodes -o json\`, or a manifest of kind Node`;
const LIST = `${NODE}use SimulatedNode.fromManifests for a list`;

test.each<[string, unknown, string]>([
  ['nothing', undefined, `invalid-field: this is no node; given: undefined; ${ONE}`],
  ['null', null, `invalid-field: this is no node; given: null; ${ONE}`],
  ['a name', 'worker-7', `invalid-field: this is no node; given: worker-7; ${ONE}`],
  ['an array', [LIVE], `invalid-field: this is no node; given: a list; ${LIST}`],
  ['a list of kubectl', { apiVersion: 'v1', kind: 'List', items: [LIVE] }, `invalid-field: this is no node; given: apiVersion: v1, kind: List; ${LIST}`],
  ['another kind', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }, `invalid-field: this is no node; given: apiVersion: v1, kind: Pod; ${ONE}`],
  ['another version', { ...LIVE, apiVersion: 'v2' }, `invalid-field: this is no node; given: apiVersion: v2, kind: Node; ${ONE}`],
  ['an empty object', {}, `invalid-field: this is no node; given: apiVersion: none, kind: none; ${ONE}`],
  ['taints that are no list', { ...LIVE, spec: { taints: 'dedicated' } },
    "invalid-field: this is no node; given: spec.taints: expected list of Taint, given 'dedicated'; "
    + `${NODE}write the field as \`kubectl get nodes -o json\` shows it`],
  ['a label that is a number', { ...LIVE, metadata: { name: 'a', labels: { b: 1 } } }, 'given: metadata.labels.b: expected string, given 1'],
  ['conditions of one type twice', { ...LIVE, status: { conditions: ['True', 'False'].map(status => ({ type: 'Ready', status })) } },
    "status.conditions[1]: expected one item for each type, given type 'Ready'"],
  ['no name', { apiVersion: 'v1', kind: 'Node' }, "invalid-name: the name of the node is not a valid DNS subdomain; given: ''"],
  ['a name that no node can have', { ...LIVE, metadata: { name: 'Worker_7' } },
    "invalid-name: the name of the node is not a valid DNS subdomain; given: 'Worker_7'; allowed: at most 253 lower-case letters, digits, `-` and `.`, "
    + "a letter or digit at both ends and beside every `.`; fix: write 'worker-7'"],
  ['a label that no node can have', { ...LIVE, metadata: { name: 'a', labels: { 'b c': '' } } }, "invalid-label: a label is not a valid label key; given: 'b c'"],
])('%s is refused as a node', (_, given, message) => {
  expect(() => readNodeManifest(given)).toThrow(message);
});

test.each<[string, unknown, string]>([
  ['a text', 'nodes', 'invalid-field: this is no node; given: nodes; allowed: an object of apiVersion v1 and kind Node; fix: give what `kubectl get nodes -o json` prints'],
  ['a list with a pod in it', { apiVersion: 'v1', kind: 'List', items: [LIVE, { apiVersion: 'v1', kind: 'Pod' }] }, 'given: apiVersion: v1, kind: Pod'],
  ['an array with nothing in it', [LIVE, undefined], 'given: undefined'],
])('%s is refused as a list', (_, given, message) => {
  expect(() => readNodeManifests(given)).toThrow(message);
});
