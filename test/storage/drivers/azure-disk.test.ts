import { Duration } from 'cdk8s';
import {
  AzureCloudConfig, AzureDiskCaching, AzureDiskCsiDriverOptions, AzureDiskEncryption, AzureDiskFileSystem, AzureDiskNetworkAccess,
  AzureDiskPerformanceProfile, AzureDiskSku,
  AzureDiskSnapshotParameters, AzureDiskVolumeParameters, CloudIdentity, CsiController, CsiDriver, CsiNodePlugin, CsiSnapshotClass,
  CsiStorageClass, CsiVolumeParameters,
  CsiWindowsNodePlugin, EnvValue, NodePlatform, Resources, TargetCluster,
} from '../../../src';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

/** The pods of the driver, and the objects around them. */
function written(options: AzureDiskCsiDriverOptions, configure: (chart: any) => void = () => {}): any {
  const chart = testChart();
  configure(chart);
  const driver = CsiDriver.azureDisk(options);
  new CsiNodePlugin(chart, 'disks', { driver });
  new CsiController(chart, 'disks-controller', { driver });
  new CsiWindowsNodePlugin(chart, 'disks-windows', { driver });
  const podOf = (kind: string, name: string) => objectOf(chart, kind, name).spec.template.spec;
  const [
    pod, controllerPod, windowsPod,
  ] = [podOf('DaemonSet', 'disks'), podOf('Deployment', 'disks-controller'), podOf('DaemonSet', 'disks-windows')];
  return {
    pod, controllerPod, windowsPod, node: pod.containers[0], controller: controllerPod.containers[0], windows: windowsPod.containers[0],
    object: objectOf(chart, 'CSIDriver').spec, objects: chart.toJson(),
  };
}

const envOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value }: any) => [name, value]));
const pathsOf = (pod: any) => pod.volumes.flatMap(({ hostPath }: any) => (hostPath ? [hostPath.path] : []));
const rulesOf = (objects: any[], about: string) => objects.filter(({ rules }) => rules).flatMap(({ kind, metadata, rules }) =>
  rules.filter(({ resources }: any) => resources.includes(about)).map((rule: any) => ({ kind, namespace: metadata.namespace, ...rule })));

test('one line each runs the plugin, the controller, and the plugin for Windows', () => {
  const chart = testChart();
  const driver = CsiDriver.azureDisk();
  new CsiNodePlugin(chart, 'disks', { driver });
  new CsiController(chart, 'disks-controller', {
    driver, cloudIdentity: CloudIdentity.azureClient('11111111-2222-3333-4444-555555555555'),
  });
  new CsiWindowsNodePlugin(chart, 'disks-windows', { driver });
  new CsiStorageClass(chart, 'premium', {
    driver, parameters: CsiVolumeParameters.azureDisk({ sku: AzureDiskSku.PREMIUM_V2_LRS, iops: 4000 }), isDefault: true,
  });
  new CsiSnapshotClass(chart, 'snapshots', {
    driver, parameters: CsiVolumeParameters.azureDiskSnapshots({ incremental: true }).parameters,
  });
  expectGolden('csi-azure-disk', chart);
});

test('every option of the nodes reaches them', () => {
  const { node, windows, object } = written({
    removesStartupTaint: false, reservedDisks: 2, supportsZones: false, seLinuxMount: true, metrics: true,
    env: { HTTPS_PROXY: EnvValue.of('http://proxy.example.com') },
    logVerbosity: 2, extraArgs: ['--max-procs=4'], windowsImage: 'images.example.com/disk:v1-windows',
    resources: Resources.of({ memoryLimit: '2Gi' }),
    overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' },
  });
  const common = [
    '--v=2', '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)', '--allow-empty-cloud-config=true',
    '--get-node-info-from-labels=false', '--reserved-data-disk-slot-num=2',
    '--support-zone=false', '--remove-not-ready-taint=false',
  ];
  expect(node.args).toEqual([...common, '--enable-perf-optimization=true', '--metrics-address=0.0.0.0:29605', '--max-procs=4']);
  expect(windows.args).toEqual([...common, '--enable-windows-host-process=true', '--metrics-address=0.0.0.0:29605', '--max-procs=4']);
  expect(windows.image).toBe('images.example.com/disk:v1-windows');
  expect(envOf(node)).toMatchObject({ HTTPS_PROXY: 'http://proxy.example.com', AZURE_CREDENTIAL_FILE: '/etc/kubernetes/azure.json' });
  expect(envOf(windows)).toMatchObject({ HTTPS_PROXY: 'http://proxy.example.com', AZURE_CREDENTIAL_FILE: 'C:\\k\\azure.json' });
  expect(node).toMatchObject({
    ports: [{ name: 'metrics', containerPort: 29605 }], resources: { limits: { memory: '2Gi' } },
    terminationMessagePolicy: 'FallbackToLogsOnError',
  });
  expect(node.volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(expect.arrayContaining([
    '/sys/fs/selinux', '/etc/selinux/config',
  ]));
  expect(object).toMatchObject({ seLinuxMount: true });
  expect(written({ volumeAttachLimit: 8 }).node.args).toContain('--volume-attach-limit=8');
});

test('every option of the controller reaches it', () => {
  const { controller, controllerPod } = written({
    scaleSetsOnly: true, modifiesVolumes: true, metrics: true, controllerOnHostNetwork: false, extraControllerArgs: ['--vm-type=vmss'],
    controllerResources: Resources.of({ memoryLimit: '1Gi' }),
  });
  expect(controller.args).toEqual([
    '--v=5', '--endpoint=$(CSI_ENDPOINT)', '--disable-avset-nodes=true', '--allow-empty-cloud-config=false',
    '--metrics-address=0.0.0.0:29604', '--vm-type=vmss',
  ]);
  expect(controller.resources.limits.memory).toBe('1Gi');
  expect(controllerPod).not.toHaveProperty('hostNetwork');
  expect(controllerPod.containers[1].args).not.toContain('--feature-gates=VolumeAttributesClass=false');
});

test('the cloud config is one file of the node, or one Secret that alone may be read', () => {
  const file = written({});
  expect(pathsOf(file.controllerPod)).toEqual(['/etc/kubernetes/azure.json']);
  expect(file.controller.securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] } });
  expect(rulesOf(file.objects, 'secrets')).toEqual([]);
  const secret = written({ cloudConfig: AzureCloudConfig.secret('cloud', 'azure') });
  expect(pathsOf(secret.controllerPod)).toEqual([]);
  expect(secret.controller.securityContext).toMatchObject({ runAsUser: 65534 });
  expect(secret.controller.args).toEqual(expect.arrayContaining([
    '--cloud-config-secret-name=cloud', '--cloud-config-secret-namespace=azure',
  ]));
  expect(rulesOf(secret.objects, 'secrets').map(({ kind, namespace, verbs, resourceNames }) => [kind, namespace, verbs, resourceNames]))
    .toEqual(Array.from({ length: 3 }, () => ['Role', 'azure', ['get'], ['cloud']]));
});

test('nodes that tell by their labels what they are need no cloud config and no network of the node', () => {
  const { node, pod, windows } = written({ nodeInfoFromLabels: true });
  expect(pod).not.toHaveProperty('hostNetwork');
  expect(pathsOf(pod)).not.toContain('/etc/kubernetes/azure.json');
  expect(node.args).toEqual(expect.arrayContaining(['--get-node-info-from-labels=true', '--enable-perf-optimization=false']));
  expect(envOf(windows)).not.toHaveProperty('AZURE_CREDENTIAL_FILE');
});

test('nodes are patched only where the start-up taint is removed, and never listed by them', () => {
  const verbs = (options: AzureDiskCsiDriverOptions) => written(options).objects
    .filter(({ kind, metadata }: any) => kind === 'ClusterRole' && /disks$|disks-windows$/.test(metadata.name)).flatMap(
      ({ rules }: any) => rules,
    )
    .filter(({ resources }: any) => resources.includes('nodes')).flatMap((rule: any) => rule.verbs);
  expect([...new Set(verbs({}))].sort()).toEqual(['get', 'patch']);
  expect([...new Set(verbs({ removesStartupTaint: false }))]).toEqual(['get']);
});

test('every path follows the kubelet of the platform', () => {
  const { pod } = written({}, chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() }));
  expect(pathsOf(pod)).toContain('/var/snap/microk8s/common/var/lib/kubelet/plugins/kubernetes.io/csi');
});

test('a release decides the images, that of Windows too', () => {
  const { node, windows } = written({ version: '1.34.3' });
  expect([
    node.image, windows.image,
  ]).toEqual(['', '-windows-hp'].map(end => `mcr.microsoft.com/oss/v2/kubernetes-csi/azuredisk-csi:v1.34.3${end}`));
  expect(written({ image: 'images.example.com:5000/disk:v1.34.5@sha256:' + 'a'.repeat(64) }).windows.image).toBe(
    'images.example.com:5000/disk:v1.34.5-windows-hp',
  );
  expect(wrongWith(CsiDriver.azureDisk({ version: '1.33.7' })).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});

test.each<AzureDiskCsiDriverOptions>([
  { volumeAttachLimit: 8, reservedDisks: 1 }, { volumeAttachLimit: 0 }, { reservedDisks: -1 }, { volumeAttachLimit: 1.5 },
])('options that the driver does not take are refused: %p', options => {
  expect(wrongWith(CsiDriver.azureDisk(options)).map(({ code }) => code)).toEqual(['invalid-csi-driver']);
});

test('parameters of volumes are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.azureDisk({
    sku: AzureDiskSku.PREMIUM_V2_LRS, fileSystem: AzureDiskFileSystem.XFS, location: 'westeurope', resourceGroup: 'disks',
    subscriptionId: 'a', iops: 4000, throughput: 200,
    logicalSectorSize: 512, maxShares: 2, diskName: '${pvc.metadata.name}', tags: { team: 'storage', cost: '1' },
    encryptionSetId: '/subscriptions/a', attachDelay: Duration.seconds(2),
    encryption: AzureDiskEncryption.CUSTOMER_KEY, performanceProfile: AzureDiskPerformanceProfile.ADVANCED,
    deviceSettings: { 'queue/scheduler': 'none' },
    networkAccess: AzureDiskNetworkAccess.ALLOW_PRIVATE, diskAccessId: '/subscriptions/b', publicNetworkAccess: false,
  }).parameters).toEqual({
    'skuName': 'PremiumV2_LRS', 'csi.storage.k8s.io/fstype': 'xfs', 'cachingMode': 'None', 'location': 'westeurope',
    'resourceGroup': 'disks', 'subscriptionID': 'a',
    'DiskIOPSReadWrite': '4000', 'DiskMBpsReadWrite': '200', 'LogicalSectorSize': '512', 'maxShares': '2',
    'diskName': '${pvc.metadata.name}', 'tags': 'cost=1,team=storage',
    'diskEncryptionSetID': '/subscriptions/a', 'diskEncryptionType': 'EncryptionAtRestWithCustomerKey', 'perfProfile': 'advanced',
    'device-setting/queue/scheduler': 'none',
    'networkAccessPolicy': 'AllowPrivate', 'diskAccessID': '/subscriptions/b', 'publicNetworkAccess': 'Disabled',
    'attachDiskInitialDelay': '2000',
  });
  expect(CsiVolumeParameters.azureDisk({
    sku: AzureDiskSku.PREMIUM_LRS, writeAccelerator: true, bursting: true, performancePlus: true, publicNetworkAccess: true,
  }).parameters).toEqual({
    skuName: 'Premium_LRS', writeAcceleratorEnabled: 'true', enableBursting: 'true', enablePerformancePlus: 'true',
    publicNetworkAccess: 'Enabled',
  });
});

test.each<AzureDiskVolumeParameters>([
  { iops: 1000 }, { sku: AzureDiskSku.ULTRA_SSD_LRS, iops: 0 }, { sku: AzureDiskSku.ULTRA_SSD_LRS, caching: AzureDiskCaching.READ_ONLY },
  { subscriptionId: 'a' },
  { encryption: AzureDiskEncryption.CUSTOMER_KEY }, { sku: AzureDiskSku.PREMIUM_V2_LRS, logicalSectorSize: 1024 },
  { sku: AzureDiskSku.STANDARD_LRS, bursting: true },
  { sku: AzureDiskSku.PREMIUM_ZRS, writeAccelerator: true }, { sku: AzureDiskSku.PREMIUM_V2_LRS, performancePlus: true },
  { diskAccessId: '/subscriptions/b' },
  { networkAccess: AzureDiskNetworkAccess.ALLOW_PRIVATE }, { deviceSettings: { 'queue/scheduler': 'none' } },
  { performanceProfile: AzureDiskPerformanceProfile.ADVANCED },
  { performanceProfile: AzureDiskPerformanceProfile.ADVANCED, deviceSettings: { '../queue/scheduler': 'none' } },
  { attachDelay: Duration.hours(1) }, { tags: { 'a,b': 'c' } },
  { tags: { a: 'b=c' } }, { tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v'])) },
])('parameters that the driver does not take are refused: %p', parameters => {
  const chart = testChart();
  new CsiStorageClass(chart, 'disks', { driver: CsiDriver.azureDisk(), parameters: CsiVolumeParameters.azureDisk(parameters) });
  expect(codesOf(chart)).toEqual(['[test/disks] invalid-storage-class']);
});

test('parameters of snapshots are in the spelling of the driver, and not for volumes', () => {
  expect(CsiVolumeParameters.azureDiskSnapshots({
    incremental: false, resourceGroup: 'snapshots', subscriptionId: 'a', location: 'westeurope', requiresSignIn: true,
    networkAccess: AzureDiskNetworkAccess.DENY_ALL,
    publicNetworkAccess: false, instantAccess: Duration.hours(2), tags: { team: 'storage' },
  }).parameters).toEqual({
    incremental: 'false', resourceGroup: 'snapshots', subscriptionID: 'a', location: 'westeurope',
    dataAccessAuthMode: 'AzureActiveDirectory', networkAccessPolicy: 'DenyAll',
    publicNetworkAccess: 'Disabled', instantAccessDurationMinutes: '120', tags: 'team=storage',
  });
  expect(CsiVolumeParameters.azureDiskSnapshots({ requiresSignIn: false }).parameters).toEqual({ dataAccessAuthMode: 'None' });
  const chart = testChart();
  new CsiStorageClass(chart, 'disks', { driver: CsiDriver.azureDisk(), parameters: CsiVolumeParameters.azureDiskSnapshots() });
  expect(codesOf(chart)).toEqual(['[test/disks] invalid-storage-class']);
});

test.each<AzureDiskSnapshotParameters>([{
  subscriptionId: 'a',
}, { subscriptionId: 'a', resourceGroup: 'b' }, { instantAccess: Duration.minutes(59) }, { instantAccess: Duration.seconds(3601) }])(
  'parameters of snapshots that the driver does not take are refused: %p', parameters => {
    expect(wrongWith(CsiVolumeParameters.azureDiskSnapshots(parameters)).map(({ code }) => code)).toEqual(['invalid-storage-class']);
  });

test('disks and files of Azure can be on one node', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'disks', { driver: CsiDriver.azureDisk() });
  new CsiController(chart, 'disks-controller', { driver: CsiDriver.azureDisk() });
  expect(errorsOf(chart)).toEqual([]);
});
