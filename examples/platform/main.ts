import { App, Chart } from 'cdk8s';
import {
  AgentNamespace, CsiDriver, CsiNodePlugin, HostPath, LogAgent, LogDestination, MetricsExporter, NodeAgent, NodeCoverage,
} from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'node-agents', { namespace: 'node-agents' });

new AgentNamespace(chart, 'namespace');
new LogAgent(chart, 'logs', { destinations: [LogDestination.loki({ url: 'https://loki.example.com' })] });
new MetricsExporter(chart, 'metrics');
new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
new NodeAgent(chart, 'node-agent', {
  image: 'ghcr.io/your-org/agent:1.0.0',
  nodes: NodeCoverage.labelled({ nodepool: 'workers' }),
  hostPaths: [HostPath.readOnly('/var/log')],
});

app.synth();
