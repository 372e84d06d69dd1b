from cdk8s import App, Chart
from cdk8s_node_agents import (
    DevicePlugin, DevicePluginDriver, Exporter, KubernetesVersion, KubeStateMetrics, KubeStateResource, KubeStateResources,
    KubeStateSharding, MetricsExporter, MigStrategy, NodePlatform, NodeProblemDetector, TargetCluster,
)

app = App()
chart = Chart(app, "metrics", namespace="metrics")
TargetCluster.configure(chart, kubernetes_version=KubernetesVersion.V1_34, platform=NodePlatform.gke())

KubeStateMetrics(
    chart,
    "kube-state-metrics",
    sharding=KubeStateSharding.per_node(),
    collected=KubeStateResources.only([KubeStateResource.PODS, KubeStateResource.NODES, KubeStateResource.DEPLOYMENTS]),
)
MetricsExporter(chart, "windows", exporter=Exporter.windows())
MetricsExporter(chart, "gpu-metrics", exporter=Exporter.dcgm(profiling=True))
DevicePlugin(chart, "gpu", plugin=DevicePluginDriver.nvidia(mig_strategy=MigStrategy.MIXED))
NodeProblemDetector(chart, "node-problem-detector")
app.synth()
