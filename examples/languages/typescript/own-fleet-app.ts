import { Chart } from 'cdk8s';
import { FleetApp, KubernetesVersion, MetricsExporter, TargetCluster } from 'cdk8s-node-agents';

/** A fleet of our own: its charts are made when it is written, and only those of this job. */
class OwnFleetApp extends FleetApp {
  public constructor(private readonly clusters: string[]) {
    super();
  }

  public override synth(): void {
    for (const cluster of this.clusters.filter(name => this.isInShard(name))) {
      const chart = new Chart(this, cluster, { namespace: 'monitoring' });
      TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_30 });
      new MetricsExporter(chart, 'metrics');
    }
    super.synth();
  }
}

new OwnFleetApp(['eu-1', 'us-1', 'edge-1']).synth();
