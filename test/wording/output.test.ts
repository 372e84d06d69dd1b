import { Yaml } from 'cdk8s';
import { expectWording } from './expect-wording';
import { cluster } from '../../src';
import { COMMAND_NAMES } from '../../src/cli/commands';
import { agentYaml, Files, runWith } from '../cli/fake-io';

const files = new Files();
afterAll(() => files.remove());

const { NodeTaint, SimulatedNode } = cluster;
const NODES = [
  SimulatedNode.linux('worker-1'), SimulatedNode.linux('worker-2').withTaint(NodeTaint.noSchedule('example.com/dedicated')),
  SimulatedNode.linux('worker-3').unreachable(),
];
const EVENT = {
  apiVersion: 'v1', kind: 'Event', metadata: { name: 'logs.1', namespace: 'agents' }, type: 'Warning', reason: 'FailedMount', count: 3,
  involvedObject: { kind: 'Pod', namespace: 'agents', name: 'logs-bcdfg' },
  message: 'MountVolume.SetUp failed for volume "config" : configmap "logs-config" not found',
};

const nodes = files.write('nodes.json', JSON.stringify({ kind: 'List', items: NODES.map(node => node.toManifest()) }));
const agents = files.write('agents.yaml', agentYaml('logs', 'hostNetwork: true\n'));
const changed = files.write('changed.yaml', agentYaml('logs', 'hostNetwork: true\n').replace(':1.0.0', ':2.0.0'));
const events = files.write('events.json', JSON.stringify({ kind: 'List', items: [EVENT] }));
const broken = files.write('broken.yaml', 'a: [1\n');
const chart = files.write('chart.yaml', 'kind: {{ .Values.kind }}\n');
const namespaces = files.write('namespaces.yaml', Yaml.stringify({
  apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'agents', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
}));

/** What is asked, by the command. */
const EXAMPLES: { readonly [command: string]: ReadonlyArray<readonly string[]> } = {
  check: [[agents], [agents, '--nodes', nodes, '--fail-on', 'warning'], [broken, chart, agents]],
  explain: [[agents, '--nodes', nodes], [agents, '--nodes', nodes, '--node', 'worker-2'], [agents, '--nodes', nodes, '--node', 'none']],
  capacity: [[agents, '--nodes', nodes]],
  rollout: [[agents, '--nodes', nodes], [changed, '--from', agents, '--nodes', nodes]],
  plan: [[agents, agents], [agents, changed, '--nodes', nodes]],
  doctor: [[agents, events], ['--event', EVENT.message], ['--event', 'something that nobody knows']],
  commands: [[agents]],
  admission: [[agents], [agents, namespaces]],
  rules: [['--help']],
  why: [['host-port-conflict', '--help'], ['host-port-conflit']],
};
const OTHERS: ReadonlyArray<readonly string[]> = [['--help'], ['chek'], ['check'], ['check', '--nonsense'], ['explain', '/no/such/file']];

async function said(args: readonly string[]): Promise<string[]> {
  const { code, out, err } = await runWith(args);
  const words = [`$ node-agents ${args.join(' ')}`, ...out.split('\n'), ...err.split('\n').map(line => line && `! ${line}`), `exit ${code}`];
  return words.map(line => line.replaceAll(`${files.directory}/`, '').trimEnd()).filter(line => line !== '');
}

test('every command says its answers in these words', async () => {
  expect(Object.keys(EXAMPLES)).toEqual(COMMAND_NAMES);
  const lines: string[] = [];
  for (const [command, all] of Object.entries(EXAMPLES)) {
    for (const args of all) {lines.push(...await said([command, ...args]), '');}
  }
  for (const args of OTHERS) {lines.push(...await said(args), '');}
  expectWording('output', lines);
});
