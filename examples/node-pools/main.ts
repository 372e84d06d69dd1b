import { App, Chart } from 'cdk8s';
import { AgentNamespace, LogAgent, LogDestination, NodeCoverage, NodePool, Resources } from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'logging', { namespace: 'logging' });

new AgentNamespace(chart, 'namespace');
new LogAgent(chart, 'logs', {
  destinations: [LogDestination.stdout()],
  pools: [
    NodePool.of('large', {
      nodes: NodeCoverage.labelled({ size: 'large' }), resources: Resources.of({ memory: '512Mi', memoryLimit: '1Gi' }),
    }),
    NodePool.canary('canary', { nodes: NodeCoverage.labelled({ canary: 'true' }), image: 'cr.fluentbit.io/fluent/fluent-bit:5.1.2' }),
    NodePool.rest(),
  ],
});

app.synth();
