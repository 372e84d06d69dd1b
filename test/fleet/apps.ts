import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { AgentNamespace, HostPath, LogAgent, LogDestination, MetricsExporter, NodeAgent, TargetCluster } from '../../src';

/** Puts charts into an app. */
export type Fill = (app: App) => void;

/** A cluster with agents, objects of others, patches and late values. */
export function cluster(app: App, id: string): Chart {
  const chart = new Chart(app, id, { namespace: 'node-agents' });
  TargetCluster.configure(chart, {});
  new AgentNamespace(chart, 'namespace');
  new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
  new MetricsExporter(chart, 'metrics');
  const agent = new NodeAgent(chart, 'agent', { image: 'ghcr.io/your-org/agent:1.0.0', hostPaths: [HostPath.readOnly('/opt/agent')] });
  agent.apiObject.addJsonPatch(JsonPatch.add('/metadata/annotations', { 'example.com/cluster': id }));
  new ApiObject(chart, 'settings', {
    apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: Lazy.any({ produce: () => ({ cluster: id }) }) as any,
  });
  return chart;
}

/** Apps of every form that decides which files cdk8s writes, in which order. */
export const APPS: { readonly [name: string]: Fill } = {
  'an empty app': () => undefined,
  'a chart without objects': app => {new Chart(app, 'empty');},
  'charts that know nothing of each other': app => ['eu-1', 'us-1', '10', '9'].forEach(id => cluster(app, id)),
  'charts that depend on each other': app => {
    const [first, second, third] = ['first', 'second', 'third'].map(id => cluster(app, id));
    first.addDependency(third);
    third.addDependency(second);
  },
  'charts in charts': app => {
    const parent = cluster(app, 'parent');
    const child = new Chart(parent, 'child', { labels: { team: 'a' } });
    new NodeAgent(child, 'agent', { image: 'a:1', name: 'child' });
    new Chart(child, 'grandchild');
  },
  'an object that depends on one of another chart': app => {
    const [first, second] = ['first', 'second'].map(id => cluster(app, id));
    ApiObject.of(first.node.findChild('agent')).addDependency(second.node.findChild('agent'));
  },
  'objects that depend on constructs of their chart': app => {
    const chart = cluster(app, 'one');
    chart.node.findChild('settings').node.addDependency(chart.node.findChild('agent'), chart.node.findChild('logs'));
    chart.node.findChild('metrics').node.addDependency(chart.node.findChild('settings'));
  },
};
