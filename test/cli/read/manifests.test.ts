import { readManifests, soundOnes } from '../../../src/cli/read/manifests';
import { entriesOf } from '../../../src/private/entry';
import { agentYaml, fakeIo, Files } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

test('what directories have besides is shown on standard error, in one line', async () => {
  await files.folder('chart');
  files.write('chart/agent.yaml', agentYaml());
  for (const name of ['a', 'b', 'c', 'd', 'e']) {files.write(`chart/${name}.yaml`, 'replicas: 1\n');}
  const io = fakeIo();
  expect((await readManifests([files.path('chart')], io)).entries.map(({ name }) => name)).toEqual(['logs']);
  expect(io.err()).toBe('node-agents: left out, since it is no object of Kubernetes: '
    + `${['a', 'b', 'c'].map(name => files.path(`chart/${name}.yaml:1`)).join(', ')} and 2 more\n`);
});

test('configuration of programs is no object: left out of a directory, and refused by itself', async () => {
  await files.folder('cluster');
  files.write('cluster/agent.yaml', agentYaml());
  const written: ReadonlyArray<readonly [string, string]> = [
    ['kind', 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n'], ['audit', 'apiVersion: audit.k8s.io/v1\nkind: Policy\n'],
    ['keys', 'apiVersion: v1\nkind: EncryptionConfig\n'],
  ];
  for (const [name, text] of written) {files.write(`cluster/${name}.yaml`, text);}
  const io = fakeIo();
  expect((await readManifests([files.path('cluster')], io)).entries.map(({ kind }) => kind)).toEqual(['DaemonSet']);
  for (const [name] of written) {
    expect(io.err()).toContain(files.path(`cluster/${name}.yaml:1`));
    await expect(readManifests([files.path(`cluster/${name}.yaml`)], fakeIo())).rejects.toThrow('configuration of a program');
  }
});

test('standard input is read where nothing is named, unless someone sits there', async () => {
  expect((await readManifests([], fakeIo({ stdin: agentYaml() }))).paths).toEqual(['-']);
  await expect(readManifests([], fakeIo())).rejects.toThrow('nothing to read');
});

test.each([
  [['-'], { nodes: '-' }], [[], { nodes: '-' }], [['a.yaml'], { nodes: '-', pods: '-' }],
])('standard input cannot be %j and %j', async (paths, others) => {
  await expect(readManifests(paths, fakeIo({ stdin: agentYaml() }), { others })).rejects.toThrow('standard input can be one thing');
});

test('standard input can be one of the other things', async () => {
  expect(
    (await readManifests([files.write('a.yaml', agentYaml())], fakeIo({ stdin: '' }), { others: { nodes: '-' } })).entries,
  ).toHaveLength(1);
});

test('a wrong type is refused with file, line, object and path, and a long value is cut', () => {
  const [entry] = entriesOf({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' }, spec: { unschedulable: 'x'.repeat(500) } }, {
    file: 'n.yaml', line: 7,
  });
  expect(() => soundOnes([entry])).toThrow(
    /^n\.yaml:7: Node a: spec\.unschedulable is of the wrong type; given: 'x{118}…; allowed: boolean$/,
  );
  expect(soundOnes([])).toEqual([]);
});
