import { timeText } from '../../../src/cli/format/rollout-text';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const node = (name: string, ready: string = 'True') => ({
  apiVersion: 'v1', kind: 'Node', metadata: { name }, status: { conditions: [{ type: 'Ready', status: ready }] },
});
const healthy = files.write('healthy.json', JSON.stringify(['a', 'b', 'c'].map(name => node(name))));
const silent = files.write('silent.json', JSON.stringify([node('a'), node('b'), node('dead', 'Unknown')]));
const logs = files.write('logs.yaml', agentYaml('logs'));
const old = files.write('old.yaml', `${agentYaml('logs').replace('1.0.0', '0.9.0')}---\n${agentYaml('gone')}`);

test('an update that goes through exits with 0, and says how long it takes', async () => {
  const { code, out } = await runWith(['rollout', logs, '--nodes', healthy]);
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^DaemonSet agents/logs rolls out: 3 of 3 nodes updated \\(${logs}:1\\)\n {2}maxUnavailable 1: 1 node `
    + 'at a time\n {2}takes .* s.*, with at most 1 node without the agent\n'));
});

test('an update that stops exits with 2, and says where, why and who waits', async () => {
  const { code, out } = await runWith(['rollout', logs, '--nodes', silent]);
  expect(code).toBe(2);
  expect(out).toContain('DaemonSet agents/logs stalls: ');
  expect(out).toMatch(/ {2}stalled on 1 node: dead\n {6}the kubelet of the node does not answer.*\(it holds the budget\)\n/);
  expect(out).toMatch(/ {2}2 nodes .*maxUnavailable.*: a, b\n/);
});

test('an update that the API server refuses exits with 2', async () => {
  const other = files.write('other.yaml', agentYaml('logs').replace(/app: logs/g, 'app: other'));
  const { code, out } = await runWith(['rollout', other, '--from', old, '--nodes', healthy]);
  expect(code).toBe(2);
  expect(out).toMatch(/DaemonSet agents\/logs is refused .*\n {2}the selector of DaemonSet agents\/logs /);
});

test('what does not change has nothing to do', async () => {
  expect(
    await runWith(['rollout', logs, '--from', logs, '--nodes', healthy]),
  ).toMatchObject({ code: 0, out: expect.stringContaining('DaemonSet agents/logs has nothing to do') });
});

test('what is new is reported, and what is gone', async () => {
  const { code, out, err } = await runWith(['rollout', files.write('new.yaml', agentYaml('new')), '--from', old, '--nodes', healthy]);
  expect(code).toBe(0);
  expect(out).toContain('DaemonSet agents/new is new and rolls out: 3 of 3 nodes updated');
  expect(err).toBe(`node-agents: only in ${old}, and not looked at: agents/logs, agents/gone\n`);
});

test('as JSON, each agent has its result', async () => {
  const { out } = await runWith(['rollout', logs, '--nodes', silent, '--format', 'json']);
  expect(JSON.parse(out)).toEqual([expect.objectContaining({
    agent: { namespace: 'agents', name: 'logs' }, isNew: false, outcome: 'stalled', desired: 3, blocked: ['a', 'b'],
    stalledOn: [{ node: 'dead', holdsBudget: true, reason: { code: 'pod-never-ends', message: expect.any(String) } }],
  })]);
});

test('a terminal gets a table where there are several', async () => {
  const two = files.write('two.yaml', `${agentYaml('logs')}---\n${agentYaml('metrics', 'hostNetwork: true\n')}`);
  const { out } = await runWith(['rollout', two, '--nodes', silent], { columns: 80 });
  expect(out).toMatch(/agent +outcome +updated +of +stalled +blocked +takes/);
  expect(out).toMatch(/agents\/logs +stalled +0 +3 +1 +2 +/);
});

test.each([
  [0, '0 s'], [59.6, '1 min'], [61, '1 min 1 s'], [120, '2 min'], [3600, '1 h'], [3725, '1 h 2 min'], [90_000, '25 h'],
])('%d seconds are %s', (seconds, text) => {
  expect(timeText(seconds)).toBe(text);
});
