import { decodeCases } from './decode-cases';
import { readObjects, ReadOptions } from '../../../src/cli/read/objects';
import { describeEntry } from '../../../src/private/entry';
import { agentYaml, fakeIo, Files } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

async function read(paths: string | string[], options?: ReadOptions, stdin?: string | Buffer): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of readObjects([paths].flat(), fakeIo(stdin === undefined ? {} : { stdin }), options)) {
    found.push(`${describeEntry(entry)} ${entry.source.file!.replace(`${files.directory}/`, '')}:${entry.source.line}`);
  }
  return found;
}

const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\n';

test.each([
  ['documents', `${agentYaml()}---\n${MAP}`, ['DaemonSet agents/logs a:1', 'ConfigMap map a:24']],
  ['a list', 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n- {apiVersion: v1, kind: Pod, '
    + 'metadata: {name: b}}\n', ['Pod a a:4', 'Pod b a:7']],
  [
    'a list of one kind',
    '{"apiVersion": "v1", "kind": "NodeList", "items": [\n{"metadata": {"name": "a"}},\n{"metadata": {"name": "b"}}]}',
    ['Node a a:2', 'Node b a:3'],
  ],
  [
    'lists of lists',
    '{"apiVersion": "v1", "kind": "List", "items": [\n{"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "a"}}]}]}',
    ['Pod a a:2'],
  ],
  ['a bare array', '[{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}]', ['Pod a a:1']],
  ['objects one after the other', '{"apiVersion": "v1", "kind": "Pod"}\n{"apiVersion": "v1", "kind": "Pod"}', ['Pod  a:1', 'Pod  a:2']],
  ['YAML in braces', '{apiVersion: v1, kind: Pod, metadata: {name: a}}', ['Pod a a:1']],
])('reads %s', async (_, text, expected) => {
  expect(await read(files.write('a', text))).toEqual(expected);
});

test.each(decodeCases(MAP))('reads %s', async (_, bytes) => {
  expect(await read(files.write('a', bytes))).toEqual(['ConfigMap map a:1']);
});

test('reads standard input', async () => {
  expect(await read('-', {}, MAP)).toEqual(['ConfigMap map -:1']);
});

test('takes objects of a bare list for what is asked for', async () => {
  const path = files.write('a', '[{"metadata": {"name": "a"}}, {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "b"}}]');
  expect(await read(path, { assume: { apiVersion: 'v1', kind: 'Node' } })).toEqual(['Node a a:1', 'Pod b a:1']);
  await expect(read(path)).rejects.toThrow('a:1: this is no object of Kubernetes: it has no apiVersion and no kind');
});

test.each([
  ['a text', 'foo\n', 'a:1: this is a text, and no object of Kubernetes'],
  ['a list of texts', '- a\n', 'a:1: this is a text, and no object of Kubernetes'],
  ['a number in JSON', '[5]', 'a:1: this is a number, and no object of Kubernetes'],
  ['an object without a kind', `${MAP}---\napiVersion: v1\n`, 'a:5: this is no object of Kubernetes: it has no kind'],
  [
    'an item without a kind', 'apiVersion: v1\nkind: List\nitems:\n- metadata: {}\n',
    'a:4: this is no object of Kubernetes: it has no apiVersion and no kind',
  ],
  ['an item that is none', 'apiVersion: v1\nkind: List\nitems:\n- foo\n', 'a:4: an item of the List is a text, and no object'],
  ['nothing', '', 'a: there is no Kubernetes object'],
  ['comments', '# a\n---\n', 'a: there is no Kubernetes object'],
  ['an empty list', '{"kind": "List", "apiVersion": "v1", "items": []}', 'a: there is no Kubernetes object'],
  ['broken JSON', '{"a": 1 "b": 2}', 'a:1: cannot be read as JSON: , or } is wanted in place of "b": 2}'],
  ['a template in braces', '{{ if .Values.a }}\na: 1\n{{ end }}\n', 'It looks like a template'],
  ['brackets without end', '['.repeat(100_000), 'a:1: cannot be read as JSON: it is nested more than 500 levels deep'],
  [
    'a large file of YAML', `a: ${'x'.repeat(65 * 1024 * 1024)}`,
    'a: this YAML has 66 MiB, and more than 64 MiB would take too much memory',
  ],
])('refuses %s', async (_, text, message) => {
  await expect(read(files.write('a', text))).rejects.toThrow(message);
});

test('of a directory leaves out what is not for Kubernetes, and says so', async () => {
  await files.folder('chart');
  files.write('chart/agent.yaml', MAP);
  files.write('chart/values.yaml', '# values\n\nreplicas: 1\n---\nfoo\n');
  const foreign: string[] = [];
  expect(
    await read(files.path('chart'), { onForeign: place => foreign.push(place.replace(`${files.directory}/`, '')) }),
  ).toEqual(['ConfigMap map chart/agent.yaml:1']);
  expect(foreign).toEqual(['chart/values.yaml:3', 'chart/values.yaml:5']);
});

test('of a directory refuses what cannot be read', async () => {
  await files.folder('broken');
  files.write('broken/a.yaml', 'a: b: c\n');
  await expect(read(files.path('broken'))).rejects.toThrow('broken/a.yaml:1: cannot be read as YAML');
});

test('tells people at a terminal how far the reading of a large file is, and cleans up', async () => {
  const io = fakeIo({ columns: 80 });
  const path = files.write('large.json', `{"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": "${'x'.repeat(9 * 1024 * 1024)}"}}`);
  for await (const _ of readObjects([path], io)) {void _;}
  expect(io.err()).toContain(`\rreading ${path}: 8 MiB of 10\x1b[K`);
  expect(io.err().endsWith('\r\x1b[K')).toBe(true);
  const pipe = fakeIo();
  for await (const _ of readObjects([path], pipe)) {void _;}
  expect(pipe.err()).toBe('');
});
