import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEW_YAML, NODES, OLD_YAML } from '../../plan/example';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
const here = process.cwd();
beforeAll(() => {
  files.write('released.yaml', OLD_YAML);
  files.write('next.yaml', NEW_YAML);
  files.write('nodes.json', JSON.stringify(NODES));
  files.write('logs.yaml', agentYaml());
  files.write('image.yaml', agentYaml().replace('1.0.0', '2.0.0'));
});
beforeEach(() => process.chdir(files.directory));
afterEach(() => process.chdir(here));
afterAll(() => files.remove());

const EXAMPLE = ['plan', 'released.yaml', 'next.yaml', '--nodes', 'nodes.json'];

test('the guide shows what the example writes', async () => {
  const { code, out, err } = await runWith(EXAMPLE);
  expect({ code, err }).toEqual({ code: 2, err: '' });
  const guide = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'guides', 'plan.md'), 'utf8');
  expect(/```text\n([^]*?)```/.exec(guide)![1]).toBe(out);
});

test('what changes nothing exits with 0', async () => {
  expect(await runWith(['plan', 'logs.yaml', 'logs.yaml'])).toEqual({ code: 0, out: 'nothing changes\n', err: '' });
});

test.each([
  ['replace', 3], ['coverage', 2], ['privilege', 3], ['stall', 3], ['coverage,stall', 3], ['coverage, replace', 3],
])('--fail-on %s of the example exits with %i', async (what, code) => {
  const found = await runWith([...EXAMPLE, '--fail-on', what]);
  expect(found.code).toBe(code);
  expect(found.out.includes('--fail-on')).toBe(code === 3);
});

test('programs get the same as data', async () => {
  const { code, out } = await runWith([...EXAMPLE, '--format', 'json', '--fail-on', 'replace']);
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({
    nodes: 12,
    agents: [
      {
        agent: {
          kind: 'DaemonSet', namespace: 'node-agents', name: 'logs',
        }, action: 'changed', restarts: true, rollout: { restarts: 12, waves: 11, outcome: 'stalled', stalledOn: [{ node: 'worker-12' }] },
      },
      { agent: { name: 'metrics' }, access: { hostPaths: { gained: ['/var/lib/node-metrics (read-only)'], lost: [] } } },
      {
        agent: {
          name: 'node-agent',
        }, action: 'replaced', immutable: [{ path: 'spec.selector' }], rollout: { how: 'recreated', withoutAgent: 12 },
      },
    ],
    objects: [{ action: 'changed' }, { action: 'changed' }, { action: 'replaced' }],
    forbidden: [{ what: 'replace', objects: ['DaemonSet node-agents/node-agent'] }],
  });
});

test('one of the two is standard input', async () => {
  expect(
    (await runWith(['plan', '-', 'image.yaml'], { stdin: agentYaml() })).out,
  ).toContain('example.com/logs:1.0.0 -> example.com/logs:2.0.0');
  expect(
    await runWith(['plan', '-', '-'], { stdin: agentYaml() }),
  ).toMatchObject({ code: 1, err: expect.stringContaining('standard input') });
});

test('the nodes of a platform stand for those of a cluster', async () => {
  expect((await runWith(['plan', 'logs.yaml', 'image.yaml', '--platform', 'talos'])).out).toContain('restarts on ');
});

test.each([
  [['plan', 'logs.yaml'], 'takes two inputs, OLD and NEW, and got 1'],
  [['plan', 'logs.yaml', 'logs.yaml', 'logs.yaml'], 'got 3'],
  [['plan', 'logs.yaml', 'logs.yaml', '--fail-on', 'stal'], 'did you mean stall?'],
  [['plan', 'logs.yaml', 'logs.yaml', '--prune=yes'], '--prune takes no value'],
  [['plan', 'logs.yaml', 'gone.yaml'], 'there is no such file'],
])('%j is told in one line', async (args, message) => {
  const { code, out, err } = await runWith(args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(message);
});

test('an agent that is for none of the nodes says so', async () => {
  files.write('one-node.json', JSON.stringify({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'a', labels: { pool: 'a' } } }));
  for (const name of ['logs', 'image']) {
    const text = agentYaml('logs', 'nodeSelector: {pool: b}\n');
    files.write(`none-${name}.yaml`, name === 'logs' ? text : text.replace('1.0.0', '2.0.0'));
  }
  const { out } = await runWith(['plan', 'none-logs.yaml', 'none-image.yaml', '--nodes', 'one-node.json']);
  expect(out.split('\n').slice(0, 2)).toEqual([expect.stringMatching(/ changes /), '  is for none of the nodes that are given']);
});

test('everything is new where nothing is there yet', async () => {
  expect(
    await runWith(['plan', '/dev/null', 'logs.yaml']),
  ).toMatchObject({ code: 2, out: expect.stringContaining('DaemonSet agents/logs is created') });
});

test('what is only in OLD and not ours stays, and is told of', async () => {
  expect(
    await runWith(['plan', 'logs.yaml', '/dev/null']),
  ).toMatchObject({ code: 0, out: expect.stringMatching(/not removed without --prune: DaemonSet logs/) });
  expect(
    await runWith(['plan', 'logs.yaml', '/dev/null', '--prune']),
  ).toMatchObject({ code: 2, out: expect.stringContaining('DaemonSet agents/logs is removed') });
});
