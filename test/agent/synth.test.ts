import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import { agentIn } from './everything';
import { messageOf } from './make-agent';
import { AgentNamespace, HostPath, NodeAgent, Port } from '../../src';
import { codesIn } from '../support/golden';
import { refusal } from '../support/refusal';

let outdir: string;
beforeEach(() => {outdir = mkdtempSync(join(tmpdir(), 'synth-'));});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

/** A platform of four charts: two in order, and two with problems of every sort, the broken ones first or last. */
function platform(order: string[]): App {
  const app = new App({ outdir });
  for (const id of order) {
    const chart = new Chart(app, id, { namespace: id });
    const props = { image: 'a:1', ports: [Port.host('http', id.startsWith('fine') ? 8000 + id.length : 9100)], name: id };
    if (id === 'fine') {new AgentNamespace(chart, 'namespace');}
    const agent = new NodeAgent(chart, 'agent', {
      ...props, args: id === 'args' ? ['$(ONE)', '$(TWO)'] : [], hostPaths: [HostPath.readOnly('/var/log')],
    });
    if (id === 'patch') {agent.apiObject.addJsonPatch(JsonPatch.add('/spec/template/spec/hostNetwrok', true));}
  }
  return app;
}

test('an app in order is written, and written alike the second time', () => {
  const app = platform(['fine', 'fine-too']);
  app.synth();
  const files = readdirSync(outdir).sort();
  const texts = files.map(file => readFileSync(join(outdir, file), 'utf8'));
  expect(files).toEqual(['fine-too.k8s.yaml', 'fine.k8s.yaml']);
  app.synth();
  expect(readdirSync(outdir).sort().map(file => readFileSync(join(outdir, file), 'utf8'))).toEqual(texts);
  expect(app.synthYaml()).toBe(app.synthYaml());
});

test.each([[['fine', 'args', 'fine-too', 'patch']], [['patch', 'args', 'fine', 'fine-too']], [['fine', 'fine-too', 'args', 'patch']]])(
  'all problems of %p are shown at once, and nothing is written', order => {
    writeFileSync(join(outdir, 'fine.k8s.yaml'), 'what was there before');
    const message = messageOf(() => platform(order).synth())!;
    expect(readdirSync(outdir)).toEqual(['fine.k8s.yaml']);
    expect(readFileSync(join(outdir, 'fine.k8s.yaml'), 'utf8')).toBe('what was there before');

    const lines = message.split('\n').map(line => line.trim());
    expect(lines[0]).toBe('Validation failed with the following errors:');
    const second = order.indexOf('args') < order.indexOf('patch') ? 'patch/agent' : 'args/agent';
    const found = lines.slice(1).filter(line => line !== '').sort();
    expect(codesIn(found)).toEqual([
      '[args/agent] unset-variable', '[args/agent] unset-variable', '[patch/agent] unknown-field', `[${second}] host-port-conflict`,
    ].sort());
    for (const variable of ['$(ONE)', '$(TWO)']) {expect(found.filter(line => line.includes(`given: ${variable};`))).toHaveLength(1);}
  });

test('a value that is wrong by itself stops at once, with its place, and nothing is written', () => {
  const app = new App({ outdir });
  const chart = new Chart(app, 'chart');
  expect(messageOf(() => new NodeAgent(chart, 'agent', { image: 'agent:latest' }))).toEqual(
    refusal('mutable-image', { at: 'chart/agent', given: "'agent:latest'", names: ['latest'] }));
  expect(readdirSync(outdir)).toEqual([]);
});

test('a chart of the test kit of cdk8s is written alike as often as one likes', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'node-agents' });
  agentIn(chart);
  const first = Testing.synth(chart);
  expect(first.length).toBeGreaterThan(10);
  expect(Testing.synth(chart)).toEqual(first);
  expect(chart.toJson()).toEqual(first);
});
