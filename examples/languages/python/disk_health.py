import jsii
from cdk8s import App, Chart, Duration
from cdk8s_node_agents import (
    AgentFile, AgentPlan, AgentService, Capability, ContainerSecurity, EnvValue, HostPath, IAgentFeature, IFileContent,
    KubernetesVersion, NodeAgent, NodeCoverage, NodeExpression, NodePool, PodField, PodSecurityContext, Port, Probe,
    Resources, Rollout, TaintEffect, TargetCluster, Toleration,
)


@jsii.implements(IAgentFeature)
class Owner:
    """A feature of our own: the pods say who owns them."""

    def __init__(self, team: str) -> None:
        self.team = team

    def contribute(self, plan: AgentPlan) -> None:
        plan.add_pod_label("team", self.team)
        plan.container.add_env("OWNER", EnvValue.pod_label("team"))


@jsii.implements(IAgentFeature, IFileContent)
class Disks:
    """A feature with a file that grows until the app is written."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def contribute(self, plan: AgentPlan) -> None:
        self.plan = plan
        plan.container.add_files(AgentFile.produced("/etc/disk-health/disks", self, mode=0o444))

    def add(self, name: str) -> None:
        self.names.append(name)
        self.plan.content_changed()

    def text(self) -> str:
        return "\n".join(self.names)


app = App()
chart = Chart(app, "storage", namespace="storage")
TargetCluster.configure(chart, kubernetes_version=KubernetesVersion.V1_31)

disks = Disks()
metrics = Port.container("metrics", 9633)
NodeAgent(
    chart,
    "disk-health",
    image="ghcr.io/your-org/disk-health:2.3.0",
    args=["--disks=/etc/disk-health/disks", "--node=$(NODE_NAME)"],
    env={
        "NODE_NAME": EnvValue.field(PodField.NODE_NAME),
        "API_KEY": EnvValue.secret("disk-health", "api-key", optional=True),
    },
    nodes=NodeCoverage.matching(
        [NodeExpression.one_of("disk", ["nvme", "ssd"])],
        tolerations=[Toleration.exists("dedicated", effect=TaintEffect.NO_SCHEDULE)],
    ),
    host_paths=[HostPath.read_only("/dev", mount_path="/host/dev"), HostPath.state("/var/lib/disk-health")],
    security_context=ContainerSecurity.root(
        "opens the disks of the node",
        capabilities=[Capability.add("SYS_RAWIO", "sends SMART commands to disks")],
    ),
    pod_security_context=PodSecurityContext.none(),
    resources=Resources.of(cpu="20m", memory="50Mi", memory_limit="128Mi"),
    ports=[metrics],
    liveness_probe=Probe.http("/healthz", metrics, period=Duration.seconds(30), headers={"Accept": "text/plain"}),
    services=[AgentService.headless([metrics])],
    rollout=Rollout.count(5, min_ready=Duration.seconds(30)),
    pools=[
        NodePool.canary("canary", nodes=NodeCoverage.labelled({"canary": "true"}), image="ghcr.io/your-org/disk-health:2.4.0"),
        NodePool.of(
            "nvme",
            nodes=NodeCoverage.labelled({"disk": "nvme"}),
            resources=Resources.of(memory="100Mi", memory_limit="256Mi"),
            env={"QUEUE_DEPTH": EnvValue.of("32")},
        ),
        NodePool.rest(),
    ],
    roll_on_file_change=False,
    features=[Owner("storage"), disks],
    overrides={"terminationMessagePolicy": "FallbackToLogsOnError"},
)
disks.add("nvme0n1")
disks.add("sda")
app.synth()
