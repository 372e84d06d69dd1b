import { App, Chart } from 'cdk8s';
import {
  DevicePlugin, DevicePluginDriver, Exporter, KubernetesVersion, KubeStateMetrics, KubeStateResource, KubeStateResources, KubeStateSharding,
  MetricsExporter, MigStrategy, NodeProblemDetector, NodePlatform, TargetCluster,
} from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'metrics', { namespace: 'metrics' });
TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_34, platform: NodePlatform.gke() });

new KubeStateMetrics(chart, 'kube-state-metrics', {
  sharding: KubeStateSharding.perNode(),
  collected: KubeStateResources.only([KubeStateResource.PODS, KubeStateResource.NODES, KubeStateResource.DEPLOYMENTS]),
});
new MetricsExporter(chart, 'windows', { exporter: Exporter.windows() });
new MetricsExporter(chart, 'gpu-metrics', { exporter: Exporter.dcgm({ profiling: true }) });
new DevicePlugin(chart, 'gpu', { plugin: DevicePluginDriver.nvidia({ migStrategy: MigStrategy.MIXED }) });
new NodeProblemDetector(chart, 'node-problem-detector');
app.synth();
