import jsii
from cdk8s import App, Chart
from cdk8s_node_agents import AgentPlan, AgentReview, IAgentCheck, IAgentFeature, MetricsExporter, NodeAgent, Port


@jsii.implements(IAgentFeature, IAgentCheck)
class NeedsLabel:
    """A check of our own: the pods carry a label."""

    def __init__(self, label: str) -> None:
        self.label = label

    def contribute(self, plan: AgentPlan) -> None:
        plan.add_check(self)

    def check(self, review: AgentReview) -> None:
        labels = review.spec["template"]["metadata"]["labels"]
        if self.label not in labels:
            review.add_error(code="acme/missing-label", what=f"the pods have no label {self.label}", fix="add it to podLabels")


app = App()
chart = Chart(app, "monitoring", namespace="monitoring")
MetricsExporter(chart, "metrics")
NodeAgent(
    chart,
    "my-exporter",
    image="ghcr.io/your-org/exporter:1.0.0",
    ports=[Port.host("metrics", 9100)],
    features=[NeedsLabel("team")],
)
app.synth()
