import { Yaml } from 'cdk8s';
import { chartOf, guide, rowsOf, snippetsOf } from './snippets';
import { cluster } from '../../src';
import { agentYaml, Files, runWith } from '../cli/fake-io';

const files = new Files();
afterAll(() => files.remove());

const node = (name: string) => cluster.SimulatedNode.linux(name).withAllocatable({ cpu: '1', memory: '1Gi', pods: 10 } as any).toManifest();
const nodes = files.write('nodes.json', JSON.stringify({ kind: 'List', items: ['a', 'b', 'c'].map(node) }));
const dead = files.write('dead.json', JSON.stringify({
  kind: 'List', items: [...['a', 'b'].map(node), cluster.SimulatedNode.linux('c').unreachable().toManifest()],
}));
const sound = files.write('sound.yaml', Yaml.stringify(...chartOf(snippetsOf('README.md')[1]).toJson()));
const bad = files.write('bad.yaml', `${agentYaml()}      ports:\n        - { hostPort: 70000, containerPort: 70000 }\n`
  .replace('containers:', 'hostNetwork: true\n      dnsPolicy: Nonsense\n      containers:'));
const large = files.write('large.yaml', agentYaml().replace('cpu: 10m', 'cpu: 10'));
const restricted = files.write('restricted.yaml', `apiVersion: v1
kind: Namespace
metadata:
  name: agents
  labels: { pod-security.kubernetes.io/enforce: restricted }
---
${agentYaml()}`);
const broken = files.write('broken.yaml', 'a: [1\n');
const surge = files.write('surge.yaml', agentYaml().replace(
  '  template:', '  updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 0 } }\n  template:'));

const code = async (...args: string[]) => (await runWith(args)).code;

describe('the exit codes of the table of command.md', () => {
  test('check: 2 for findings at or above --fail-on, which is error', async () => {
    expect(await code('check', sound)).toBe(0);
    expect(await code('check', bad)).toBe(2);
    const warned = files.write('warned.yaml', agentYaml().replace(/ *resources:\n.*requests.*\n.*limits.*\n/, ''));
    expect([await code('check', warned), await code('check', warned, '--fail-on', 'warning')]).toEqual([0, 2]);
  });

  test('explain: never', async () => {
    expect([await code('explain', sound, '--nodes', nodes), await code('explain', large, '--nodes', nodes)]).toEqual([0, 0]);
  });

  test('capacity: 2 where a node has no room', async () => {
    expect([await code('capacity', sound, '--nodes', nodes), await code('capacity', large, '--nodes', nodes)]).toEqual([0, 2]);
  });

  test('rollout: 2 for one that the API server would refuse', async () => {
    expect([await code('rollout', sound, '--nodes', nodes), await code('rollout', surge, '--nodes', nodes)]).toEqual([0, 2]);
    expect(await code('rollout', files.write('one.yaml', agentYaml()), '--nodes', dead)).toBe(2);
  });

  test('plan: 2 for changes, 3 for changes that are forbidden, 0 for none', async () => {
    const before = files.write('before.yaml', agentYaml());
    const changed = files.write('changed.yaml', agentYaml().replace(':1.0.0', ':2.0.0'));
    const replaced = files.write('replaced.yaml', agentYaml().replaceAll('app: logs', 'app: other'));
    expect([
      await code('plan', before, before), await code('plan', before, changed), await code('plan', before, changed, '--fail-on', 'replace'),
      await code('plan', before, replaced), await code('plan', before, replaced, '--fail-on', 'replace'),
    ]).toEqual([0, 2, 2, 2, 3]);
  });

  test('admission: 2 where a namespace of the input refuses pods', async () => {
    expect([await code('admission', sound), await code('admission', restricted)]).toEqual([0, 2]);
  });

  test('commands, rules and why: never', async () => {
    expect([await code('commands', sound), await code('rules'), await code('why', 'host-port-conflict')]).toEqual([0, 0, 0]);
  });

  test('1 for wrong usage and for what cannot be read, and the rest is still judged', async () => {
    expect([await code('check'), await code('check', sound, '--nonsense'), await code('why', 'no-such-rule')]).toEqual([1, 1, 1]);
    const { code: ended, out, err } = await runWith(['check', broken, bad, '--format', 'json']);
    expect([ended, err.includes('broken.yaml'), JSON.parse(out).length > 0]).toEqual([1, true, true]);
  });
});

test('the table names every command', async () => {
  const named = rowsOf('command.md', '| command | of each DaemonSet |').map(([cell]) => cell.replace(/`/g, ''));
  const { out } = await runWith(['--help']);
  for (const name of named) {expect(out).toContain(name);}
});

test('the fields that command.md names of JSON are there', async () => {
  const json = async (...args: string[]) => JSON.parse((await runWith([...args, '--format', 'json'])).out);
  expect((await json('explain', sound, '--nodes', nodes))[0]).toMatchObject({
    agent: { namespace: 'node-agents', name: 'logs' }, node: 'a', shouldRun: true, shouldContinueRunning: true, reasons: [],
  });
  const capacity = await json('capacity', sound, '--nodes', nodes);
  expect(Object.keys(capacity).sort()).toEqual(['agents', 'shapes', 'shortages', 'totals', 'unknown']);
  const [level] = await json('admission', sound);
  expect(Object.keys(level)).toEqual(expect.arrayContaining(['kind', 'namespace', 'name', 'version', 'level', 'reasons']));
});

test('every command line of command.md has a command that is there', async () => {
  const commands = [...guide('command.md').matchAll(/npx node-agents (\w[\w-]*)/g)].map(([, name]) => name);
  const { out } = await runWith(['--help']);
  expect([...new Set(commands)].filter(name => !out.includes(name))).toEqual([]);
});
