import { App, Chart } from 'cdk8s';
import { AgentNamespace, LogAgent, LogCollector, LogDestination, Resources } from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'logging', { namespace: 'logging' });

new AgentNamespace(chart, 'namespace');
new LogAgent(chart, 'logs', {
  collector: LogCollector.openTelemetryCollector(),
  destinations: [
    LogDestination.loki({ url: 'https://loki.example.com', tenantId: 'platform' }),
    LogDestination.otlpHttp({
      name: 'gateway', url: 'http://otel-gateway.logging:4318', resourceAttributes: { 'k8s.cluster.name': 'production' },
    }),
  ],
  resources: Resources.of({ cpu: '100m', memory: '128Mi', memoryLimit: '512Mi' }),
});

app.synth();
