import { Chart } from 'cdk8s';
import {
  FleetApp, KubernetesVersion, MetricsAlerts, KubeStateMetrics, KubeStateSharding, MetricsScraping, TargetCluster,
} from 'cdk8s-node-agents';

/** The size of a cluster decides how the objects are divided. */
const clusters = [
  { name: 'small', sharding: KubeStateSharding.none() },
  { name: 'large', sharding: KubeStateSharding.perNode() },
];

const app = new FleetApp();
for (const { name, sharding } of clusters) {
  const chart = new Chart(app, name, { namespace: 'monitoring' });
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33 });

  new KubeStateMetrics(chart, 'kube-state-metrics', {
    sharding,
    labelMetrics: { pods: ['app.kubernetes.io/name'] },
    scraping: MetricsScraping.serviceMonitor({ labels: { release: 'kube-prometheus-stack' } }),
    alerts: MetricsAlerts.prometheusRule({ labels: { release: 'kube-prometheus-stack' } }),
  });
}
app.synth();
