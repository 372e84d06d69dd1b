import { Duration } from 'cdk8s';
import {
  AwsEbsCsiDriverOptions, AwsEbsFileSystem, AwsEbsLockMode, AwsEbsMetadataSource, AwsEbsSnapshotParameters, AwsEbsVolumeParameters,
  AwsEbsVolumeType, CloudIdentity, CsiController, CsiDriver,
  CsiNodePlugin, CsiSnapshotClass, CsiStorageClass, CsiVolumeParameters, CsiWindowsNodePlugin, EnvValue, HostNamespace, KubernetesVersion,
  NodePlatform, Resources, TargetCluster,
} from '../../../src';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

/** The container of the driver, and the objects around it. */
function written(options: AwsEbsCsiDriverOptions, configure: (chart: any) => void = () => {}): any {
  const chart = testChart();
  configure(chart);
  const driver = CsiDriver.awsEbs(options);
  new CsiNodePlugin(chart, 'ebs', { driver });
  new CsiController(chart, 'ebs-controller', { driver });
  new CsiWindowsNodePlugin(chart, 'ebs-windows', { driver });
  const podOf = (kind: string, name: string) => objectOf(chart, kind, name).spec.template.spec;
  return {
    node: podOf('DaemonSet', 'ebs').containers[0], controller: podOf('Deployment', 'ebs-controller').containers[0],
    windows: podOf('DaemonSet', 'ebs-windows').containers[0],
    pod: podOf('DaemonSet', 'ebs'), controllerPod: podOf('Deployment', 'ebs-controller'), object: objectOf(chart, 'CSIDriver').spec,
    objects: chart.toJson(),
  };
}

const envOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value }: any) => [name, value]));
const codesOfClass = (parameters: CsiVolumeParameters) => {
  const chart = testChart();
  new CsiStorageClass(chart, 'disks', { driver: CsiDriver.awsEbs(), parameters });
  return codesOf(chart);
};

test('one line each runs the plugin, the controller, and the plugin for Windows', () => {
  const chart = testChart();
  const driver = CsiDriver.awsEbs();
  new CsiNodePlugin(chart, 'ebs', { driver });
  new CsiController(chart, 'ebs-controller', { driver, cloudIdentity: CloudIdentity.awsRole('arn:aws:iam::111122223333:role/ebs-csi') });
  new CsiWindowsNodePlugin(chart, 'ebs-windows', { driver });
  new CsiStorageClass(chart, 'disks', { driver, parameters: CsiVolumeParameters.awsEbs({ encrypted: true }), isDefault: true });
  new CsiSnapshotClass(chart, 'snapshots', { driver });
  expectGolden('csi-aws-ebs', chart);
});

test('every option of the nodes reaches them', () => {
  const { node, windows, object } = written({
    removesStartupTaint: false, metadataSources: [AwsEbsMetadataSource.KUBERNETES], reservedVolumeAttachments: 2, seLinuxMount: true,
    nodeAllocatableUpdatePeriod: Duration.seconds(10),
    fips: true, metrics: true, env: { HTTPS_PROXY: EnvValue.of('http://proxy.example.com') }, logVerbosity: 4,
    extraArgs: ['--legacy-xfs=true'], windowsLivenessPort: 29808,
    resources: Resources.of({ memoryLimit: '1Gi' }), overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' },
  }, chart => TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_35 }));
  expect(node.args).toEqual([
    'node', '--endpoint=$(CSI_ENDPOINT)', '--logging-format=text', '--v=4', '--reserved-volume-attachments=2',
    '--metadata-sources=kubernetes',
    '--csi-mount-point-prefix=/var/lib/kubelet/plugins/kubernetes.io/csi/ebs.csi.aws.com/', '--http-endpoint=:3302', '--legacy-xfs=true',
  ]);
  expect(envOf(node)).toMatchObject({
    DISABLE_TAINT_WATCHER: 'true', AWS_USE_FIPS_ENDPOINT: 'true', GODEBUG: 'fips140=on', HTTPS_PROXY: 'http://proxy.example.com',
  });
  expect(node).toMatchObject({
    ports: [{ name: 'metrics', containerPort: 3302 }], resources: { limits: { memory: '1Gi' } },
    terminationMessagePolicy: 'FallbackToLogsOnError',
  });
  expect(node.volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(expect.arrayContaining([
    '/sys/fs/selinux', '/etc/selinux/config',
  ]));
  expect(object).toMatchObject({ seLinuxMount: true, nodeAllocatableUpdatePeriodSeconds: 10 });
  expect(windows.args).toEqual([
    'node', '--endpoint=$(CSI_ENDPOINT)', '--logging-format=text', '--v=4', '--reserved-volume-attachments=2',
    '--metadata-sources=kubernetes', '--windows-host-process=true',
    '--legacy-xfs=true',
  ]);
  expect(windows.livenessProbe.httpGet.port).toBe(29808);
  expect(written({ volumeAttachLimit: 20 }).node.args).toContain('--volume-attach-limit=20');
});

test('every option of the controller reaches it', () => {
  const { controller, controllerPod } = written({
    region: 'eu-west-1', clusterId: 'shop', extraTags: { team: 'storage', cost: 'a b' }, modifiesVolumes: true, metrics: true,
    extraControllerArgs: ['--warn-on-invalid-tag'],
    controllerResources: Resources.of({ memoryLimit: '512Mi' }),
  });
  expect(controller.args).toEqual([
    'controller', '--endpoint=$(CSI_ENDPOINT)', '--batching=true', '--logging-format=text', '--v=2', '--extra-tags=cost=a b,team=storage',
    '--k8s-tag-cluster-id=shop',
    '--http-endpoint=:3301', '--warn-on-invalid-tag',
  ]);
  expect(envOf(controller).AWS_REGION).toBe('eu-west-1');
  expect(controller.resources.limits.memory).toBe('512Mi');
  expect(controllerPod.containers[1].args).not.toContain('--feature-gates=VolumeAttributesClass=false');
});

test('a controller that knows its region has no token in its program', () => {
  const tokenIn = ({ volumeMounts }: any) => volumeMounts.some(({ mountPath }: any) => mountPath.includes('serviceaccount'));
  expect(tokenIn(written({}).controller)).toBe(true);
  expect(tokenIn(written({ region: 'eu-west-1' }).controller)).toBe(false);
  expect(tokenIn(written({ metadataSources: [AwsEbsMetadataSource.IMDS] }).controller)).toBe(false);
});

test('without the start-up taint the driver may not patch nodes', () => {
  const verbs = (
    options: AwsEbsCsiDriverOptions,
  ) => written(options).objects.filter(({ kind, metadata }: any) => kind === 'ClusterRole' && /ebs$/.test(metadata.name))
    .flatMap(({ rules }: any) => rules).filter(({ resources }: any) => resources.includes('nodes')).flatMap((rule: any) => rule.verbs);
  expect(verbs({})).toContain('patch');
  expect(verbs({ removesStartupTaint: false })).toEqual(['get']);
});

test('every path follows the kubelet of the platform', () => {
  const { node } = written({}, chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() }));
  expect(node.args).toContain(
    '--csi-mount-point-prefix=/var/snap/microk8s/common/var/lib/kubelet/plugins/kubernetes.io/csi/ebs.csi.aws.com/',
  );
});

test('on the host network it needs ports that are free on every node', () => {
  const hostNamespaces = [HostNamespace.network('the metadata service allows one hop')];
  const chart = testChart();
  new CsiNodePlugin(chart, 'none', { driver: CsiDriver.awsEbs(), hostNamespaces });
  expect(codesOf(chart)).toEqual(['[test/none] missing-health-port']);
  const other = testChart();
  new CsiNodePlugin(other, 'ebs', { driver: CsiDriver.awsEbs({ livenessPort: 29808, registrarPort: 29819 }), hostNamespaces });
  expect(errorsOf(other)).toEqual([]);
});

test('a release has the sidecars of its chart', () => {
  const { controllerPod } = written({ version: '1.63.1' });
  expect(controllerPod.containers.map(({ image }: any) => image)).toEqual(expect.arrayContaining([
    'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.63.1', 'public.ecr.aws/csi-components/csi-attacher:v4.12.0-eksbuild.4',
  ]));
  expect(wrongWith(CsiDriver.awsEbs({ version: '1.62.0' })).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});

test.each<AwsEbsCsiDriverOptions>([
  { volumeAttachLimit: 1, reservedVolumeAttachments: 1 }, { volumeAttachLimit: 0 }, { reservedVolumeAttachments: -1 },
  { volumeAttachLimit: 1.5 }, { metadataSources: [] },
  { extraTags: { 'aws:team': 'a' } }, { extraTags: { team: 'a,b' } }, { extraTags: { 'a=b': 'c' } },
  { extraTags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v'])) },
])('options that the driver does not take are refused: %p', options => {
  expect(wrongWith(CsiDriver.awsEbs(options)).map(({ code }) => code)).toEqual(['invalid-csi-driver']);
});

test('parameters of volumes are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.awsEbs({
    type: AwsEbsVolumeType.IO2, fileSystem: AwsEbsFileSystem.EXT4, iopsPerGb: 50, raisesIops: true, raisesIopsWithSize: true,
    kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/a',
    initializationRate: 100, attachesWhenInitialized: true, blockSize: 4096, inodeSize: 256, bytesPerInode: 8192, numberOfInodes: 100_000,
    ext4BigAlloc: true, ext4ClusterSize: 16384,
    ext4EncryptionSupport: true, tags: { claim: '{{ .PVCName }}', a: 'b' },
  }).parameters).toEqual({
    'csi.storage.k8s.io/fstype': 'ext4', 'type': 'io2', 'iopsPerGB': '50', 'allowAutoIOPSPerGBIncrease': 'true',
    'allowAutoIOPSIncreaseOnModify': 'true', 'encrypted': 'true',
    'kmsKeyId': 'arn:aws:kms:eu-west-1:111122223333:key/a', 'volumeInitializationRate': '100', 'blockAttachUntilInitialized': 'true',
    'blockSize': '4096', 'inodeSize': '256',
    'bytesPerInode': '8192', 'numberOfInodes': '100000', 'ext4BigAlloc': 'true', 'ext4ClusterSize': '16384',
    'ext4EncryptionSupport': 'true',
    'tagSpecification_1': 'a=b', 'tagSpecification_2': 'claim={{ .PVCName }}',
  });
  expect(CsiVolumeParameters.awsEbs({ iops: 3000, throughput: 250 }).parameters).toEqual({ iops: '3000', throughput: '250' });
});

test.each<AwsEbsVolumeParameters>([
  { iops: 3000, iopsPerGb: 5 }, { type: AwsEbsVolumeType.ST1, iops: 100 }, { type: AwsEbsVolumeType.IO1, throughput: 250 },
  { throughput: 0 }, { iops: 1.5 }, { raisesIops: true },
  { raisesIopsWithSize: true }, { encrypted: false, kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/a' },
  { fileSystem: AwsEbsFileSystem.XFS, bytesPerInode: 8192 },
  { fileSystem: AwsEbsFileSystem.NTFS, blockSize: 4096 }, { fileSystem: AwsEbsFileSystem.EXT3, ext4EncryptionSupport: true },
  { ext4ClusterSize: 16384 }, { tags: { '': 'a' } },
])('parameters that the driver does not take are refused: %p', parameters => {
  expect(codesOfClass(CsiVolumeParameters.awsEbs(parameters))).toEqual(['[test/disks] invalid-storage-class']);
});

test('parameters of snapshots are in the spelling of the driver, and not for volumes', () => {
  const { parameters } = CsiVolumeParameters.awsEbsSnapshots({
    fastRestoreZones: ['eu-west-1a', 'eu-west-1b'], lockMode: AwsEbsLockMode.COMPLIANCE, lockDuration: Duration.days(30),
    lockCoolOff: Duration.hours(24), tags: { team: 'storage' },
    outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-a',
  });
  expect(parameters).toEqual({
    fastSnapshotRestoreAvailabilityZones: 'eu-west-1a,eu-west-1b', outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-a',
    lockMode: 'compliance', lockDuration: '30',
    lockCoolOffPeriod: '24', tagSpecification_1: 'team=storage',
  });
  expect(codesOfClass(CsiVolumeParameters.awsEbsSnapshots())).toEqual(['[test/disks] invalid-storage-class']);
});

test.each<AwsEbsSnapshotParameters>([
  { fastRestoreZones: [] }, { lockMode: AwsEbsLockMode.GOVERNANCE }, { lockDuration: Duration.days(1) },
  { lockMode: AwsEbsLockMode.GOVERNANCE, lockDuration: Duration.days(1), lockExpiration: '2030-01-01T00:00:00.000Z' },
  { lockMode: AwsEbsLockMode.GOVERNANCE, lockDuration: Duration.hours(1) },
  { lockMode: AwsEbsLockMode.GOVERNANCE, lockDuration: Duration.days(1), lockCoolOff: Duration.hours(1) },
  { lockMode: AwsEbsLockMode.COMPLIANCE, lockDuration: Duration.days(1), lockCoolOff: Duration.hours(73) },
])('parameters of snapshots that the driver does not take are refused: %p', parameters => {
  expect(wrongWith(CsiVolumeParameters.awsEbsSnapshots(parameters)).map(({ code }) => code)).toEqual(['invalid-storage-class']);
});
