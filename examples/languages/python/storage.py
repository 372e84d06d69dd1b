from cdk8s import App, Chart, Duration
from cdk8s_node_agents import (
    AwsEbsVolumeType, CloudIdentity, CsiController, CsiDriver, CsiNodePlugin, CsiSidecar, CsiSnapshotClass, CsiStorageClass,
    CsiVolumeParameters, CsiWindowsNodePlugin, KubernetesVersion, NodePlatform, ReclaimPolicy, TargetCluster,
)

app = App()
chart = Chart(app, "storage", namespace="storage")
TargetCluster.configure(chart, kubernetes_version=KubernetesVersion.V1_35, platform=NodePlatform.eks())

ebs = CsiDriver.aws_ebs(
    region="eu-west-1",
    extra_tags={"team": "platform"},
    modifies_volumes=True,
    node_allocatable_update_period=Duration.minutes(1),
)
CsiNodePlugin(chart, "ebs", driver=ebs)
CsiWindowsNodePlugin(chart, "ebs-windows", driver=ebs)
CsiController(
    chart,
    "ebs-controller",
    driver=ebs,
    cloud_identity=CloudIdentity.aws_role("arn:aws:iam::111122223333:role/ebs-csi"),
    resizer=CsiSidecar.of(extra_args=["--workers=50"]),
)
CsiStorageClass(
    chart,
    "databases",
    driver=ebs,
    parameters=CsiVolumeParameters.aws_ebs(type=AwsEbsVolumeType.IO2, iops_per_gb=50, encrypted=True),
    reclaim_policy=ReclaimPolicy.RETAIN,
    is_default=True,
)
CsiSnapshotClass(chart, "snapshots", driver=ebs, is_default=True)
app.synth()
