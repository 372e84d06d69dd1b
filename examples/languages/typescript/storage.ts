import { App, Chart, Duration } from 'cdk8s';
import {
  AwsEbsVolumeType, CloudIdentity, CsiController, CsiDriver, CsiNodePlugin, CsiSidecar, CsiSnapshotClass, CsiStorageClass,
  CsiVolumeParameters,
  CsiWindowsNodePlugin, KubernetesVersion, NodePlatform, ReclaimPolicy, TargetCluster,
} from 'cdk8s-node-agents';

const app = new App();
const chart = new Chart(app, 'storage', { namespace: 'storage' });
TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_35, platform: NodePlatform.eks() });

const ebs = CsiDriver.awsEbs({
  region: 'eu-west-1',
  extraTags: { team: 'platform' },
  modifiesVolumes: true,
  nodeAllocatableUpdatePeriod: Duration.minutes(1),
});
new CsiNodePlugin(chart, 'ebs', { driver: ebs });
new CsiWindowsNodePlugin(chart, 'ebs-windows', { driver: ebs });
new CsiController(chart, 'ebs-controller', {
  driver: ebs,
  cloudIdentity: CloudIdentity.awsRole('arn:aws:iam::111122223333:role/ebs-csi'),
  resizer: CsiSidecar.of({ extraArgs: ['--workers=50'] }),
});
new CsiStorageClass(chart, 'databases', {
  driver: ebs,
  parameters: CsiVolumeParameters.awsEbs({ type: AwsEbsVolumeType.IO2, iopsPerGb: 50, encrypted: true }),
  reclaimPolicy: ReclaimPolicy.RETAIN,
  isDefault: true,
});
new CsiSnapshotClass(chart, 'snapshots', { driver: ebs, isDefault: true });
app.synth();
