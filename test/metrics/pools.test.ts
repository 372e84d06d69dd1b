import { Chart } from 'cdk8s';
import {
  Exporter, MetricsExporter, MetricsExporterProps, MetricsPoolOptions, MetricsProtection, NodeCardinality, NodeCoverage, NodePool,
  NodePoolOptions,
} from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';

function chartOf(options: { [pool: string]: MetricsPoolOptions }
  | undefined, props: Partial<MetricsExporterProps> = {}, pool: Partial<NodePoolOptions> = {}): Chart {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', {
    pools: [NodePool.of('large', { nodes: NodeCoverage.labelled({ size: 'large' }), ...pool }), NodePool.rest()], poolOptions: options,
    ...props,
  });
  return chart;
}

const podOf = (chart: Chart, name: string) => objectOf(chart, 'DaemonSet', name).spec.template.spec;
const containerOf = (chart: Chart, name: string) => podOf(chart, name).containers.find((each: any) => each.args);
const argsOf = (chart: Chart, name: string): string[] => containerOf(chart, name).args;

test('an exporter has other options in a pool, and the rest is as it was', () => {
  const without = chartOf(undefined);
  const chart = chartOf({
    large: { exporter: Exporter.nodeExporter({ cardinality: NodeCardinality.MINIMAL, textfileDirectory: '/var/lib/textfile' }) },
  });
  expect(objectOf(chart, 'DaemonSet', 'metrics')).toEqual(objectOf(without, 'DaemonSet', 'metrics'));
  expect(argsOf(chart, 'metrics-large')).toContain('--collector.textfile.directory=/var/lib/textfile');
  expect(JSON.stringify(podOf(chart, 'metrics-large').volumes)).toContain('/var/lib/textfile');
  expect(argsOf(chart, 'metrics')).not.toContain('--web.disable-exporter-metrics');
  expect(argsOf(chart, 'metrics-large')).toContain('--web.disable-exporter-metrics');
  expect(errorsOf(chart)).toEqual([]);
});

test('arguments of a pool are laid over those of its exporter, in place of those of the agent', () => {
  const chart = chartOf({ large: { args: ['--web.max-requests=5'] } }, { args: ['--web.max-requests=10', '--no-collector.zfs'] });
  const own = (name: string) => argsOf(chart, name).filter(arg => /max-requests|no-collector.zfs/.test(arg));
  expect(own('metrics')).toEqual(['--no-collector.zfs', '--web.max-requests=10']);
  expect(own('metrics-large')).toContain('--web.max-requests=5');
  expect(argsOf(chart, 'metrics-large').filter(arg => arg.startsWith('--web.max-requests'))).toHaveLength(1);
  expect(errorsOf(chart)).toEqual([]);
});

test('a release for a pool alone is its image too, unless the pool names one', () => {
  const options = { large: { exporter: Exporter.nodeExporter({ version: '1.9.1' }) } };
  const image = (pool: Partial<NodePoolOptions>) => containerOf(chartOf(options, {}, pool), 'metrics-large').image;
  expect(image({})).toMatch(/:v1\.9\.1$/);
  expect(image({ image: 'mirror.example.com/node-exporter:v1.9.1' })).toBe('mirror.example.com/node-exporter:v1.9.1');
});

test('files of an exporter are those of the pool, and port and protection those of the agent', () => {
  const groups = (name: string) => Exporter.process({ groups: [{ name, commandLines: ['.+'] }] });
  const chart = chartOf({ large: { exporter: groups('second') } }, {
    exporter: groups('first'), protection: MetricsProtection.kubeRbacProxy(), port: 9300,
  });
  expect(JSON.stringify(objectOf(chart, 'ConfigMap', 'metrics-config').data)).toContain('first');
  expect(JSON.stringify(objectOf(chart, 'ConfigMap', 'metrics-large-config').data)).toContain('second');
  const ports = (name: string) => podOf(chart, name).containers.flatMap((each: any) => each.ports ?? []);
  expect(ports('metrics-large')).toEqual(ports('metrics'));
});

test.each<[string, { [pool: string]: MetricsPoolOptions }]>([
  ['another program', { large: { exporter: Exporter.process() } }],
  ['other namespaces of the node', { large: { exporter: Exporter.nodeExporter({ hostNetwork: false }) } }],
  ['options of a pool that the agent does not have', { larger: { args: [] } }],
])('%s: refused in a pool', (_, options) => {
  expect(errorsOf(chartOf(options))).toEqual([expect.stringMatching(/invalid-node-pool/)]);
});
