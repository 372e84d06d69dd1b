import { Chart } from 'cdk8s';
import {
  AgentNamespace, FleetApp, KubernetesVersion, LogAgent, LogDestination, LogValue, MetricsExporter, Resources, TargetCluster,
} from 'cdk8s-node-agents';

/** What differs from cluster to cluster. */
interface Cluster {
  readonly name: string;
  readonly version: KubernetesVersion;
  readonly loki: string;
  readonly logMemory: string;
  /** The mirror of a cluster that reaches no other registry. */
  readonly registry?: string;
}

const clusters: Cluster[] = [
  { name: 'eu-1', version: KubernetesVersion.V1_31, loki: 'https://loki.eu.example.com', logMemory: '256Mi' },
  { name: 'us-1', version: KubernetesVersion.V1_33, loki: 'https://loki.us.example.com', logMemory: '512Mi' },
  {
    name: 'edge-1', version: KubernetesVersion.V1_28, loki: 'https://loki.eu.example.com', logMemory: '128Mi',
    registry: 'mirror.example.com/edge',
  },
];

const app = new FleetApp();
for (const cluster of clusters.filter(({ name }) => app.isInShard(name))) {
  const chart = new Chart(app, cluster.name, { namespace: 'node-agents' });
  TargetCluster.configure(chart, { kubernetesVersion: cluster.version, imageRegistry: cluster.registry });

  new AgentNamespace(chart, 'namespace');
  new LogAgent(chart, 'logs', {
    destinations: [LogDestination.loki({ url: cluster.loki })],
    fields: { cluster: LogValue.text(cluster.name) },
    resources: Resources.of({ cpu: '50m', memory: '64Mi', memoryLimit: cluster.logMemory }),
  });
  new MetricsExporter(chart, 'metrics');
}
app.synth();
