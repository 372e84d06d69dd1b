import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import {
  AgentNamespace, Cni, CniPlugin, CsiDriver, CsiNodePlugin, DevicePlugin, DevicePluginDriver, LogAgent, LogDestination, MetricsExporter,
  NodePlatform, TargetCluster,
} from '../../src';
import { PLATFORM_IDS } from '../../src/cluster/platforms/platforms';
import { differenceOf } from '../support/difference';
import { errorsOf } from '../support/golden';

const FOLDER = join(__dirname, '..', 'golden', 'platforms');

/** One agent of each domain, as a user writes it who says nothing of the platform. */
const DOMAINS: { readonly [domain: string]: (chart: Chart) => void } = {
  logs: chart => new LogAgent(chart, 'logs', { destinations: [LogDestination.stdout()] }),
  metrics: chart => new MetricsExporter(chart, 'metrics'),
  storage: chart => new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() }),
  network: chart => new CniPlugin(chart, 'network', { network: Cni.flannel() }),
  devices: chart => new DevicePlugin(chart, 'gpu', { plugin: DevicePluginDriver.nvidia() }),
};

function chartOf(domain: string, platform?: NodePlatform): Chart {
  const chart = new Chart(new App(), 'test', { namespace: 'node-agents' });
  if (platform) {TargetCluster.configure(chart, { platform });}
  new AgentNamespace(chart, 'namespace', { name: 'node-agents' });
  DOMAINS[domain](chart);
  return chart;
}

/** What the platform changes of each agent, and what it refuses. */
function textOf(id: string): string {
  return Object.keys(DOMAINS).map(domain => {
    const errors = errorsOf(chartOf(domain, NodePlatform.named(id)));
    const difference = errors.length > 0
      ? `${errors.join('\n')}\n`
      : differenceOf(chartOf(domain).toJson(), chartOf(domain, NodePlatform.named(id)).toJson());
    return `# ${domain}\n${difference || 'as on any platform\n'}`;
  }).join('\n');
}

test.each(PLATFORM_IDS)('what %s changes can be seen at a glance', id => {
  const file = join(FOLDER, `${id}.txt`);
  const text = textOf(id);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('each of these files is of a platform', () => {
  expect(readdirSync(FOLDER).map(file => file.replace(/\.txt$/, '')).sort()).toEqual([...PLATFORM_IDS].sort());
});
