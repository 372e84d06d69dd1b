import { Manifests } from '../../../src/testing/manifests';
import { failureOf } from '../support';

const objects = (text: string) => Manifests.parse(text).objects;

test('documents, lists and empty documents are read as kubectl reads them', () => {
  expect(objects([
    '# a comment', '---', '---', 'apiVersion: v1', 'kind: Service', 'metadata: { name: a }', '---', 'apiVersion: v1', 'kind: List',
    'items:',
    '- apiVersion: apps/v1', '  kind: DaemonSet', '  metadata: { name: b }', '---', 'apiVersion: v1', 'kind: ConfigMapList', 'items:',
    '- metadata: { name: c }', '...', '',
  ].join('\n'))).toEqual([
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } },
    { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'b' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } },
  ]);
  expect(objects('')).toEqual([]);
  expect(objects('---\n# nothing\n---\n')).toEqual([]);
});

test('texts without quotes mean what they mean to kubectl', () => {
  const [object] = objects(
    'apiVersion: v1\nkind: ConfigMap\ndata: { a: 0644, b: yes, c: 1_000, d: 2026-01-01, e: 80:80, f: 08, g: ~, h: .5, i: 0x1F }\n',
  );
  expect(object.data).toEqual({ a: 420, b: true, c: 1000, d: '2026-01-01', e: '80:80', f: 8, g: null, h: 0.5, i: 31 });
});

test.each<[string, string, string]>([
  ['no YAML', 'a: b: c', 'the YAML:1: cannot be read as YAML'],
  ['a template', 'apiVersion: v1\nkind: {{ .Values.kind }}\n', 'render it first'],
  ['a key twice', 'apiVersion: v1\nkind: Service\nkind: Secret\n', "the key 'kind' is there twice"],
  [
    'no object', 'apiVersion: v1\nkind: Service\n---\nfoo: 1\n',
    '; given: a map without apiVersion or kind; ',
  ],
  ['a text', '"apiVersion"', 'the YAML:1: this is no object of Kubernetes; given: a string'],
])('fails on %s, and says where', (_, text, expected) => {
  expect(failureOf(() => Manifests.parse(text))).toContain(expected);
});
