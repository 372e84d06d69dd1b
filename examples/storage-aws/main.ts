import { App, Chart, Duration } from 'cdk8s';
import {
  AgentNamespace, AwsEbsLockMode, AwsEbsVolumeType, CloudIdentity, CsiController, CsiDriver, CsiNodePlugin, CsiSnapshotClass,
  CsiStorageClass,
  CsiVolumeParameters, KubernetesVersion, NodePlatform, Port, PrometheusMonitor, ReclaimPolicy, TargetCluster,
} from 'cdk8s-node-agents';

const app = new App();
TargetCluster.configure(app, { platform: NodePlatform.eks(), kubernetesVersion: KubernetesVersion.V1_35 });
const chart = new Chart(app, 'storage', { namespace: 'storage' });
new AgentNamespace(chart, 'namespace', { name: 'storage' });

/** One value, so that plugin, controller and classes cannot disagree. */
const ebs = CsiDriver.awsEbs({
  region: 'eu-west-1',
  clusterId: 'shop',
  extraTags: { team: 'platform' },
  modifiesVolumes: true,
  nodeAllocatableUpdatePeriod: Duration.minutes(1),
  metrics: true,
});

new CsiNodePlugin(chart, 'ebs', { driver: ebs, monitors: [PrometheusMonitor.podMonitor(Port.container('metrics', 3302))] });
new CsiController(chart, 'ebs-controller', { driver: ebs, cloudIdentity: CloudIdentity.awsRole('arn:aws:iam::111122223333:role/ebs-csi') });

new CsiStorageClass(chart, 'disks', {
  driver: ebs,
  parameters: CsiVolumeParameters.awsEbs({ encrypted: true, tags: { claim: '{{ .PVCNamespace }}/{{ .PVCName }}' } }),
  isDefault: true,
});
new CsiStorageClass(chart, 'databases', {
  driver: ebs,
  parameters: CsiVolumeParameters.awsEbs({
    type: AwsEbsVolumeType.IO2, iopsPerGb: 50, raisesIops: true, raisesIopsWithSize: true, encrypted: true,
  }),
  reclaimPolicy: ReclaimPolicy.RETAIN,
});
new CsiSnapshotClass(chart, 'snapshots', { driver: ebs, isDefault: true });
new CsiSnapshotClass(chart, 'locked-snapshots', {
  driver: ebs,
  parameters: CsiVolumeParameters.awsEbsSnapshots({ lockMode: AwsEbsLockMode.GOVERNANCE, lockDuration: Duration.days(30) }).parameters,
  deletionPolicy: ReclaimPolicy.RETAIN,
});

app.synth();
