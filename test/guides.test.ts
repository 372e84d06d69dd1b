import { Yaml } from 'cdk8s';
import * as library from '../src';
import { Files, runWith } from './cli/fake-io';
import { runSnippet, snippetsOf } from './guides/snippets';
import { errorsOf, testChart } from './support/golden';

const { AksNodes, EksNodes, GkeNodes } = library.cluster;

const files = new Files();
afterAll(() => files.remove());

const functions = [
  'take-over.md', 'upgrade.md', 'gitops.md',
].flatMap(guide => snippetsOf(guide).filter(text => text.includes('export function'))
  .map((text): [string, string, string] => [guide, /export function (\w+)/.exec(text)![1], text]));

test.each(functions)('%s can be followed: %s', (_, name, text) => {
  const chart = testChart();
  runSnippet(text)[name](chart);
  expect(errorsOf(chart)).toEqual([]);
});

const inCharts = snippetsOf('node-agent.md').filter(text => text.includes('declare const chart: Chart;')
  && !/declare const (?!chart)/.test(text));

test.each(inCharts.map((text, index) => [index, text]))('what node-agent.md writes into a chart has no error: %d', (_, text) => {
  const chart = testChart();
  runSnippet(text as string, { chart });
  expect(chart.node.children.length).toBeGreaterThan(0);
  expect(errorsOf(chart)).toEqual([]);
});

test('the first snippet of checks.md ends in a synth, and what it writes has the finding that the guide shows', async () => {
  const [text] = snippetsOf('checks.md');
  process.env.CDK8S_OUTDIR = files.path('dist');
  try {
    runSnippet(text);
  } finally {
    delete process.env.CDK8S_OUTDIR;
  }
  expect((await runWith(['check', files.path('dist')])).out).toContain('host-network-dns');
});

describe('a DaemonSet that is taken over as take-over.md says', () => {
  const live = {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'node-agent', namespace: 'monitoring' },
    spec: {
      selector: { matchLabels: { app: 'node-agent', tier: 'node' } },
      template: {
        metadata: { labels: { app: 'node-agent', tier: 'node' } },
        spec: { containers: [{ name: 'node-agent', image: 'ghcr.io/your-org/agent:0.9.0' }] },
      },
    },
  };
  const plan = async (change: (text: string) => string = text => text) => {
    const chart = testChart();
    runSnippet(change(snippetsOf('take-over.md')[0])).takeOver(chart);
    const [before, after] = [files.write('live.yaml', Yaml.stringify(live)), files.write('next.yaml', Yaml.stringify(...chart.toJson()))];
    return JSON.parse((await runWith(['plan', before, after, '--format', 'json'])).out);
  };

  test('keeps its name and selector, so that it is changed in place, and its pods wait for someone to delete them', async () => {
    const { agents: [found] } = await plan();
    expect(found).toMatchObject({ action: 'changed', immutable: [], agent: { namespace: 'monitoring', name: 'node-agent' } });
    expect(found.changes).toContainEqual(expect.objectContaining({ path: 'spec.updateStrategy', after: '{ type: OnDelete }' }));
  });

  test('must be replaced with another selector, which the guide warns of', async () => {
    const { agents: [found] } = await plan(text => text.replace("tier: 'node'", "tier: 'other'"));
    expect(found.action).toBe('replaced');
    expect(found.immutable).not.toEqual([]);
  });
});

test.each([
  ['EKS', EksNodes.gpu()], ['GKE', GkeNodes.gpu()], ['AKS', AksNodes.gpu()],
])('the nodes with GPUs of node-agent.md are those of %s too', (_, node) => {
  const chart = testChart();
  new library.NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', nodes: library.GpuNodes.nvidia() });
  expect(library.testing.Manifests.ofChart(chart).daemonSet('agent').runsOn(node)).toBeUndefined();
});
