import { PLATFORM_IDS } from '../../../src/cluster/platforms/platforms';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());

const agent = files.write('agent.yaml', agentYaml());
const onHost = files.write('on-host.yaml', agentYaml('metrics', 'hostNetwork: true\n'));

const codesOf = async (...args: string[]): Promise<string[]> =>
  (JSON.parse((await runWith(['check', ...args, '--format', 'json'])).out) as Array<{ code: string; level: string }>)
    .filter(({ level }) => level === 'error').map(({ code }) => code);

test('check knows what the platform refuses', async () => {
  expect(await codesOf(onHost)).toEqual([]);
  expect(await codesOf(onHost, '--platform', 'gke-autopilot')).toContain('refused-by-platform');
  expect((await runWith(['check', onHost, '--platform', 'gke-autopilot'])).code).toBe(2);
  expect((await runWith(['check', onHost, '--platform', 'kubeadm'])).code).toBe(0);
});

test.each(['explain', 'capacity', 'rollout'])('%s has nodes of the platform where none are given', async command => {
  for (const id of PLATFORM_IDS) {
    const { code, err } = await runWith([command, agent, '--platform', id, '--format', 'json']);
    expect([id, code === 1, err]).toEqual([id, false, '']);
  }
});

test('explain goes through each kind of node', async () => {
  const { out } = await runWith(['explain', agent, '--platform', 'talos', '--format', 'json']);
  expect((JSON.parse(out) as Array<{ node: string }>).map(({ node }) => node)).toEqual(['talos-control-plane', 'talos-worker']);
});

test.each(['check', 'explain', 'capacity', 'rollout'])('%s says which platforms there are', async command => {
  const { code, err } = await runWith([command, agent, '--platform', 'tallos']);
  expect(code).toBe(1);
  expect(err).toContain(`--platform takes ${PLATFORM_IDS.join(', ')}, and is 'tallos': did you mean talos?`);
});
