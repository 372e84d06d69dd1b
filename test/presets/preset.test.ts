import { AgentFile, AgentIdentity, HostNamespace, IAgentFeature, NodeAgent, NodeCoverage, Priority, Resources } from '../../src';
import { agentProps, Preset, PresetOptions } from '../../src/presets/preset';
import { errorsOf, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

const feature: IAgentFeature = { contribute: plan => plan.addPodDefaults({}) };
const file = AgentFile.text('/etc/acme/config', 'a');
const nodes = NodeCoverage.linux();
const network = HostNamespace.network('watches the devices of the node');

const PRESET: Preset = {
  application: 'acme',
  image: 'images.example.com/acme:1.0.0',
  container: { args: ['--a'], resources: Resources.of({ cpu: '10m' }) },
  agent: { priority: Priority.systemNodeCritical(), nodes },
  hostNamespaces: [network],
  files: [file],
  features: [feature],
};

test('without a word of the user the defaults of the preset hold', () => {
  expect(agentProps(PRESET, {})).toEqual({
    containerName: 'acme',
    identity: AgentIdentity.standard('acme'),
    image: 'images.example.com/acme:1.0.0',
    args: ['--a'],
    resources: Resources.of({ cpu: '10m' }),
    priority: Priority.systemNodeCritical(),
    nodes,
    hostNamespaces: [network],
    files: [file],
    features: [feature],
  });
});

test.each<[keyof PresetOptions, PresetOptions]>([
  ['identity', { identity: AgentIdentity.labels({ app: 'other' }) }],
  ['priority', { priority: Priority.none() }],
  ['resources', { resources: Resources.none() }],
  ['nodes', { nodes: NodeCoverage.labelled({ pool: 'a' }) }],
  ['rollOnFileChange', { rollOnFileChange: false }],
])('what the user says of %s wins, also where it is false or empty', (name, given) => {
  expect(agentProps(PRESET, given)[name]).toBe(given[name]);
});

test.each([undefined, null])('%p takes no default away', nothing => {
  const {
    priority, features, hostNamespaces,
  } = agentProps(PRESET, { priority: nothing, features: nothing, hostNamespaces: nothing } as PresetOptions);
  expect([priority, features, hostNamespaces]).toEqual([Priority.systemNodeCritical(), [feature], [network]]);
});

test('lists of the user come after those of the preset, and a namespace keeps the reason of the program', () => {
  const other: IAgentFeature = { contribute: () => undefined };
  const pid = HostNamespace.pid('reads processes of the node');
  const again = HostNamespace.network('a second reason for it');
  const props = agentProps(PRESET, { features: [other], files: [AgentFile.text('/etc/acme/more', 'b')], hostNamespaces: [again, pid] });
  expect(props.features).toEqual([feature, other]);
  expect(props.files!.map(({ path }) => path)).toEqual(['/etc/acme/config', '/etc/acme/more']);
  expect(props.hostNamespaces).toEqual([network, pid]);
});

test('what is no list is refused by the agent, by the name of the option', () => {
  const chart = testChart();
  expect(reading(() => new NodeAgent(chart, 'acme', agentProps(PRESET, { features: feature as any })))).toThrow(
    /wrong-option: .*features: /,
  );
});

test('a preset alone makes an agent', () => {
  const chart = testChart();
  new NodeAgent(chart, 'acme', agentProps(PRESET, { name: 'mine' }));
  expect(errorsOf(chart)).toEqual([]);
  const { metadata, spec } = objectOf(chart, 'DaemonSet');
  expect([metadata.name, metadata.labels['app.kubernetes.io/name'], spec.template.spec.containers[0].name]).toEqual([
    'mine', 'acme', 'acme',
  ]);
});
