import { describeEntry, entriesOf, isMap, namespaceFor, namespaceOf } from '../../src/private/entry';

const summary = (object: object) => entriesOf(object).map(({ apiVersion, kind, namespace, name }) => [apiVersion, kind, namespace, name]);

test('an object is an entry, with where it was written', () => {
  const object = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'logs', namespace: 'agents' } };
  expect(entriesOf(object, { file: 'a.yaml', line: 7 })).toEqual([
    { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'logs', namespace: 'agents', object, source: { file: 'a.yaml', line: 7 } },
  ]);
});

test('lists are taken apart, also lists of lists and lists whose items do not say what they are', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'b' } };
  expect(summary({
    apiVersion: 'v1', kind: 'List', items: [pod, { apiVersion: 'v1', kind: 'NodeList', items: [{ metadata: { name: 'worker-1' } }] }],
  })).toEqual([
    ['v1', 'Pod', 'b', 'a'], ['v1', 'Node', undefined, 'worker-1'],
  ]);
  expect(summary({ apiVersion: 'v1', kind: 'PodList', items: [] })).toEqual([]);
});

test('an object of a kind that only sounds like a list is none', () => {
  expect(summary({ apiVersion: 'example.com/v1', kind: 'AllowList', metadata: { name: 'a' }, items: ['b'] })).toEqual([
    ['example.com/v1', 'AllowList', undefined, 'a'],
  ]);
});

test.each<[string, object, string, string | undefined]>([
  ['a name that is made later', { kind: 'Job', metadata: { generateName: 'job-' } }, 'job-', undefined],
  ['no metadata', { kind: 'Job' }, '', undefined],
  ['metadata that is no map', { kind: 'Job', metadata: 'x' }, '', undefined],
  ['an empty namespace', { kind: 'Job', metadata: { name: 'a', namespace: '' } }, 'a', undefined],
  ['a name that is a number', { kind: 'Job', metadata: { name: 7 } }, '7', undefined],
])('%s is read as it is', (_, object, name, namespace) => {
  expect(entriesOf(object)).toEqual([expect.objectContaining({ name, apiVersion: '' })]);
  expect(entriesOf(object)[0].namespace).toBe(namespace);
});

test('an object without a namespace ends up in the default one, and is named without it', () => {
  expect([namespaceOf({}), namespaceOf({ namespace: 'agents' })]).toEqual(['default', 'agents']);
  expect(describeEntry({ kind: 'Node', name: 'a' })).toBe('Node a');
  expect(describeEntry({ kind: 'DaemonSet', namespace: 'agents', name: 'logs' })).toBe('DaemonSet agents/logs');
});

test.each<[
  unknown, boolean,
]>([[{}, true], [[], false], [null, false], ['a', false], [undefined, false]])('%p is a map: %s', (value, expected) => {
  expect(isMap(value)).toBe(expected);
});

test.each([
  ['v1', 'Pod', undefined, 'default'],
  ['v1', 'Pod', 'agents', 'agents'],
  ['networking.k8s.io/v1', 'Ingress', undefined, 'default'],
  ['v1', 'Node', undefined, undefined],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'agents', undefined],
  ['example.com/v1', 'Fleet', undefined, undefined],
  ['example.com/v1', 'Fleet', 'agents', 'agents'],
])('a %s %s with the namespace %s ends up in %s', (apiVersion, kind, namespace, expected) => {
  expect(namespaceFor({ apiVersion, kind, namespace })).toBe(expected);
});
