from cdk8s import App, Chart
from cdk8s_node_agents import (
    CsiDriver, CsiNodePlugin, HostPath, LogAgent, LogDestination, MetricsExporter, NodeAgent, NodeCoverage,
)

app = App()
chart = Chart(app, "node-agents", namespace="node-agents")
LogAgent(chart, "logs", destinations=[LogDestination.loki(url="https://loki.example.com")])
MetricsExporter(chart, "metrics")
CsiNodePlugin(chart, "nfs", driver=CsiDriver.nfs())
NodeAgent(
    chart,
    "node-agent",
    image="ghcr.io/your-org/agent:1.0.0",
    nodes=NodeCoverage.labelled({"nodepool": "workers"}),
    host_paths=[HostPath.read_only("/var/log")],
)
app.synth()
