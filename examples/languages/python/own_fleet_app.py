from cdk8s import Chart
from cdk8s_node_agents import FleetApp, KubernetesVersion, MetricsExporter, TargetCluster


class OwnFleetApp(FleetApp):
    """A fleet of our own: its charts are made when it is written, and only those of this job."""

    def __init__(self, clusters: list[str]) -> None:
        super().__init__()
        self.clusters = clusters

    def synth(self) -> None:
        for cluster in filter(self.is_in_shard, self.clusters):
            chart = Chart(self, cluster, namespace="monitoring")
            TargetCluster.configure(chart, kubernetes_version=KubernetesVersion.V1_30)
            MetricsExporter(chart, "metrics")
        super().synth()


OwnFleetApp(["eu-1", "us-1", "edge-1"]).synth()
