from dataclasses import dataclass

from cdk8s import Chart
from cdk8s_node_agents import (
    AgentNamespace, FleetApp, KubernetesVersion, LogAgent, LogDestination, LogValue, MetricsExporter, Resources, TargetCluster,
)


@dataclass(frozen=True)
class Cluster:
    """What differs from cluster to cluster."""

    name: str
    version: KubernetesVersion
    loki: str
    log_memory: str
    registry: str | None = None
    """The mirror of a cluster that reaches no other registry."""


CLUSTERS = [
    Cluster("eu-1", KubernetesVersion.V1_31, "https://loki.eu.example.com", "256Mi"),
    Cluster("us-1", KubernetesVersion.V1_33, "https://loki.us.example.com", "512Mi"),
    Cluster("edge-1", KubernetesVersion.V1_28, "https://loki.eu.example.com", "128Mi", registry="mirror.example.com/edge"),
]

app = FleetApp()
for cluster in CLUSTERS:
    if not app.is_in_shard(cluster.name):
        continue
    chart = Chart(app, cluster.name, namespace="node-agents")
    TargetCluster.configure(chart, kubernetes_version=cluster.version, image_registry=cluster.registry)

    AgentNamespace(chart, "namespace")
    LogAgent(
        chart,
        "logs",
        destinations=[LogDestination.loki(url=cluster.loki)],
        fields={"cluster": LogValue.text(cluster.name)},
        resources=Resources.of(cpu="50m", memory="64Mi", memory_limit=cluster.log_memory),
    )
    MetricsExporter(chart, "metrics")
app.synth()
