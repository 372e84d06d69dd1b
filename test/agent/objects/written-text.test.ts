import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, JsonPatch, Testing, Yaml, YamlOutputType } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import {
  AgentFile, AgentNamespace, AgentNetworkPolicy, AgentObject, ApiGrant, EnvValue, NodeAgent, NodeCoverage, Port, PrometheusMonitor,
} from '../../../src';
import { errorsOf, testChart } from '../../support/golden';

/** A rule that YAML readers written in Go and Python saw in a text, behind what they take for a line break. */
const SMUGGLED = "a\u2028- apiGroups: ['*']\u2028  resources: ['*']\u2028  verbs: ['*']";
const HOSTILE = [
  '0o17', '1e1_0', '<<', '=', SMUGGLED, 'a\u0085b', '\u007f', '\tall:\n\tcc a.c\n', '\t\n', ' \t\n', ' \n', '\ufffe', '\r\na',
];

function fill(chart: Chart): NodeAgent {
  const http = Port.container('http', 80);
  const agent = new NodeAgent(chart, 'agent', {
    image: 'example.com/agent:1.0.0',
    nodes: NodeCoverage.labelled({ '0o17': 'x' }),
    ports: [http],
    args: HOSTILE.filter(text => !text.includes('\r')),
    env: Object.fromEntries(HOSTILE.map((text, index) => [`V${index}`, EnvValue.of(text)])),
    files: HOSTILE.map((text, index) => AgentFile.text(`/etc/agent/${index}`, text)),
    labels: { '0o17': '1e1_0' },
    annotations: { '0o17': SMUGGLED },
    podAnnotations: { a: SMUGGLED },
    grants: [ApiGrant.clusterWide(['pods'], ['get'], { apiGroup: SMUGGLED, resourceNames: [SMUGGLED, '0o17'] })],
    features: [{ contribute: plan => plan.addObject(rule({ '<<': HOSTILE, [SMUGGLED]: { '0o17': 1e21 } })) }],
    monitors: [PrometheusMonitor.podMonitor(http, { overrides: { selector: { matchLabels: { '0o17': '0o17' } } } })],
    networkPolicies: [AgentNetworkPolicy.of({ egress: [{ to: [{ podSelector: { matchLabels: { a: '0o17' } } }] }] })],
  });
  agent.apiObject.addJsonPatch(JsonPatch.add('/metadata/annotations/b', '0b-1'));
  new AgentNamespace(chart, 'namespace', { annotations: { '0o17': '<<' } });
  return agent;
}

function synthesized(yamlOutputType?: YamlOutputType): { read: any[]; made: any[]; text: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'written-'));
  const app = new App({ outdir, yamlOutputType });
  const chart = new Chart(app, 'chart', { namespace: 'agents' });
  fill(chart);
  app.synth();
  const text = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).sort().map(name => join(outdir, name)).filter(
    name => statSync(name).isFile(),
  )
    .map(name => readFileSync(name, 'utf8')).join('---\n');
  return { read: parseAllDocuments(text, { version: '1.1' }).map(document => document.toJS()), made: Testing.synth(chart), text };
}

const byName = (objects: any[]) => [...objects].sort((a, b) => (`${a.kind} ${a.metadata.name}` < `${b.kind} ${b.metadata.name}` ? -1 : 1));

test.each([
  YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
])(
  'no text is lost and none becomes something else, keys and patches included (output type %s)', type => {
    const { read, made, text } = synthesized(type);
    expect(made.length).toBeGreaterThan(6);
    expect(byName(read)).toEqual(byName(made));
    expect(text).not.toMatch(/[\u007f-\u009f\u2028\u2029\ufffe]/);
  });

test('synthYaml writes the same', () => {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'agents' });
  fill(chart);
  expect(app.synthYaml()).toBe(Yaml.stringify(...chart.toJson()));
  expect(app.synthYaml()).not.toMatch(/[\u007f-\u009f\u2028\u2029\ufffe]/);
});

test('what is written is plain data for everyone else', () => {
  const chart = testChart();
  fill(chart);
  const manifests = Testing.synth(chart);
  expect(manifests).toStrictEqual(JSON.parse(JSON.stringify(manifests)));
});

test.each<[string, (chart: Chart) => void, RegExp]>([
  ['half of a pair in a file', chart => agentWith(chart, {
    files: [AgentFile.text('/etc/agent/a', '\ud800')],
  }), /ConfigMap 'agent-config' .* at data\.a/],
  ['half of a pair in an annotation', chart => agentWith(chart, {
    podAnnotations: { a: 'b\udfff' },
  }), /DaemonSet 'agent' .* at spec\.template\.metadata\.annotations\.a/],
  ['half of a pair in a key of a custom object', chart => agentWith(chart, {}).plan.addObject(rule({ '\ud800': 1 })), /Rule .* at spec/],
  ['an endless number from a patch', chart => agentWith(
    chart, {},
  ).apiObject.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', Infinity)), /DaemonSet 'agent' .* at a JSON patch/],
])('what no YAML can hold is refused, with where it is: %s', (_, make, place) => {
  const chart = Testing.chart();
  make(chart);
  const errors = errorsOf(chart).filter(line => line.includes('unwritable-value'));
  expect(errors).toEqual([expect.stringMatching(place)]);
});

test('no number in a custom object is refused where it is given', () => {
  const chart = Testing.chart();
  agentWith(chart, {}).plan.addObject(rule({ a: [NaN] }));
  expect(errorsOf(chart)).toEqual([expect.stringMatching(/wrong-option: .*fields\.spec\.a\[0\]/)]);
});

const rule = (spec: object) => AgentObject.of({ apiVersion: 'a/v1', kind: 'Rule', name: 'rule', clusterScoped: false, fields: { spec } });

function agentWith(chart: Chart, props: object): NodeAgent {
  return new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', ...props });
}
