import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { objectTwice } from '../../../src/checks/rules/object-twice';
import { runRules } from '../../../src/checks/run-checks';
import { Inventory } from '../../../src/cluster/inventory/inventory';
import { entriesOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';

const config = (text: string, metadata: Wire = {}) =>
  ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config', namespace: 'agents', ...metadata }, data: { text } });
const inFiles = (...files: ReadonlyArray<readonly [file: string, object: Wire]>) => runRules([objectTwice], {
  minor: 36, inventory: new Inventory(files.flatMap(([file, object]) => entriesOf(object, { file }))),
}).map(({ level, about }) => `${level} ${about.source.file}`);

test('the later of two objects of one name is reported, and the same text twice is a note', () => {
  expect(foundBy(objectTwice, config('a'), config('b'))).toEqual(['error config metadata.name (config)']);
  expect(foundBy(objectTwice, config('a'), config('a'), config('a'))).toEqual(Array(2).fill('note config metadata.name (config)'));
});

test('an object that moved to another version of its API is the same object', () => {
  expect(foundBy(objectTwice, daemonSet(), { ...daemonSet(), apiVersion: 'apps/v1beta2' })).toHaveLength(1);
});

test('a namespace that is left out is the default one, and cluster-wide objects have none', () => {
  expect(foundBy(objectTwice, config('a', { namespace: undefined }), config('b', { namespace: 'default' }))).toHaveLength(1);
  const role = (namespace: string) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'a', namespace },
  });
  expect(foundBy(objectTwice, role('a'), role('b'))).toHaveLength(1);
});

test.each<[string, Wire[]]>([
  ['another namespace', [config('a'), config('b', { namespace: 'other' })]],
  ['another kind', [config('a'), { ...config('b'), kind: 'Secret' }]],
  ['another group', [config('a'), { ...config('b'), apiVersion: 'example.com/v1' }]],
  ['names that the API server completes', ['a', 'b'].map(text => config(text, { name: undefined, generateName: 'c-' }))],
  ['hooks of Helm', ['pre-install', 'post-delete'].map(hook => config(hook, { annotations: { 'helm.sh/hook': hook } }))],
  ['what a controller made', [1, 2].map(index => ({
    apiVersion: 'v1', kind: 'Pod',
    metadata: { name: 'pod', ownerReferences: [{ controller: true, apiVersion: 'apps/v1', kind: 'DaemonSet' }] },
    spec: { containers: [{ name: 'a', image: `a:${index}` }] },
  }))],
])('%s is another object', (_, objects) => {
  expect(foundBy(objectTwice, ...objects)).toEqual([]);
});

test('files of a directory may be for different clusters, and overlays are', () => {
  expect(inFiles(['dist/a.yaml', config('a')], ['dist/b.yaml', config('b')])).toEqual(['note dist/b.yaml']);
  expect(inFiles(['dev/a.yaml', config('a')], ['prod/a.yaml', config('b')])).toEqual([]);
  expect(inFiles(['a.yaml', config('a')], ['a.yaml', config('b')])).toEqual(['error a.yaml']);
});

test('each file may bring the namespace that it needs', () => {
  const namespace = (labels?: Wire) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', ...labels && { labels } } });
  expect(foundBy(objectTwice, namespace(), namespace())).toEqual([]);
  expect(foundBy(objectTwice, namespace(), namespace({ a: 'b' }))).toHaveLength(1);
});
