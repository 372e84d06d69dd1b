import { App, Chart } from 'cdk8s';
import {
  AgentNamespace, DevicePlugin, DevicePluginDriver, GpuFeatureDiscovery, KubernetesVersion, NodeFeatureDiscovery, NvidiaSharing,
  TargetCluster,
} from 'cdk8s-node-agents';

const app = new App();
TargetCluster.configure(app, { kubernetesVersion: KubernetesVersion.V1_33 });

const chart = new Chart(app, 'gpu', { namespace: 'gpu' });
new AgentNamespace(chart, 'namespace', { name: 'gpu' });

// labels by which the plugins find their nodes
new NodeFeatureDiscovery(chart, 'node-feature-discovery');

// four containers take turns on each GPU
new DevicePlugin(chart, 'nvidia', {
  plugin: DevicePluginDriver.nvidia({
    sharing: NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 4 }),
    featureDiscovery: GpuFeatureDiscovery.nodeFeatures(),
  }),
  runtimeClassName: 'nvidia',
});

new DevicePlugin(chart, 'amd', { plugin: DevicePluginDriver.amd() });

app.synth();
