import {
  AzureCloudConfig, AzureFileAccessTier, AzureFileCsiDriverOptions, AzureFileGroupChange, AzureFileNetworkEndpoint, AzureFileProtocol,
  AzureFileRootSquash,
  AzureFileSecretAuthorization, AzureFileSku, AzureFileVolumeParameters, CsiController, CsiDriver, CsiNodePlugin, CsiSnapshotClass,
  CsiStorageClass, CsiVolumeParameters,
  CsiWindowsNodePlugin, EnvValue, KubernetesVersion, NodePlatform, Resources, TargetCluster,
} from '../../../src';
import { envOf, pathsOf, rulesOf, writtenOf } from '../../support/csi-written';
import { codesOf, errorsOf, expectGolden, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

test('one line each runs the plugin, the controller, and the plugin for Windows', () => {
  const chart = testChart();
  // a release that asks where tokens are passed
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_36 });
  const driver = CsiDriver.azureFile();
  new CsiNodePlugin(chart, 'files', { driver });
  new CsiController(chart, 'files-controller', { driver });
  new CsiWindowsNodePlugin(chart, 'files-windows', { driver });
  new CsiStorageClass(chart, 'nfs', { driver, parameters: CsiVolumeParameters.azureFile({ protocol: AzureFileProtocol.NFS }) });
  new CsiSnapshotClass(chart, 'snapshots', {
    driver, parameters: CsiVolumeParameters.azureFileSnapshots({ dataPlaneApi: false }).parameters,
  });
  expectGolden('csi-azure-file', chart);
});

test('every option of the nodes reaches them', () => {
  const { node, windows, pod, objects } = writtenOf(CsiDriver.azureFile({
    disksInShares: true, kataContainers: true, inlineSecrets: AzureFileSecretAuthorization.ENFORCE, mountPermissions: 0o770, metrics: true,
    logVerbosity: 2,
    env: { HTTPS_PROXY: EnvValue.of('http://proxy.example.com') }, extraArgs: ['--max-procs=4'],
    windowsImage: 'images.example.com/file:v1-windows',
    resources: Resources.of({ memoryLimit: '2Gi' }),
  }));
  const common = [
    '--v=2', '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)', '--mount-permissions=0770', '--inline-volume-secret-authz=enforce',
  ];
  expect(node.args).toEqual([
    ...common, '--enable-vhd=true', '--enable-kata-cc-mount=true', '--metrics-address=0.0.0.0:29615', '--max-procs=4',
  ]);
  expect(windows.args).toEqual([...common, '--enable-windows-host-process=true', '--metrics-address=0.0.0.0:29615', '--max-procs=4']);
  expect(windows.image).toBe('images.example.com/file:v1-windows');
  expect(envOf(windows)).toMatchObject({ HTTPS_PROXY: 'http://proxy.example.com', AZURE_CREDENTIAL_FILE: 'C:\\k\\azure.json' });
  expect(node.resources.limits.memory).toBe('2Gi');
  expect(pathsOf(pod)).toEqual(expect.arrayContaining(['/dev', '/run/kata-containers/shared/direct-volumes']));
  expect(rulesOf(objects, 'subjectaccessreviews')).toEqual(['ClusterRole create', 'ClusterRole create']);
  expect(rulesOf(objects, 'runtimeclasses')).toEqual(['ClusterRole get,list']);
});

test('every option of the controller reaches it', () => {
  const { controller, controllerPod } = writtenOf(CsiDriver.azureFile({
    modifiesVolumes: true, metrics: true, controllerOnHostNetwork: false, extraControllerArgs: ['--wait-for-azcopy-timeout-minutes=30'],
    controllerResources: Resources.of({ memoryLimit: '1Gi' }), cloudConfig: AzureCloudConfig.secret(),
  }));
  expect(controller.args).toEqual([
    '--v=5', '--endpoint=$(CSI_ENDPOINT)', '--cloud-config-secret-name=azure-cloud-provider', '--cloud-config-secret-namespace=kube-system',
    '--metrics-address=0.0.0.0:29614',
    '--wait-for-azcopy-timeout-minutes=30',
  ]);
  expect(controller.resources.limits.memory).toBe('1Gi');
  expect(controllerPod).not.toHaveProperty('hostNetwork');
  expect(controllerPod.containers[1].args).not.toContain('--feature-gates=VolumeAttributesClass=false');
});

test('without keys in Secrets nobody has a right to Secrets', () => {
  expect(
    rulesOf(writtenOf(CsiDriver.azureFile()).objects, 'secrets').sort(),
  ).toEqual(['ClusterRole get', 'ClusterRole get', 'ClusterRole get,create']);
  const { objects, pod } = writtenOf(CsiDriver.azureFile({ storesAccountKeys: false }));
  expect(rulesOf(objects, 'secrets')).toEqual([]);
  expect(pod.serviceAccountName).toBe('default');
});

test('nothing is installed on nodes unless a way of mounting needs it', () => {
  const plain = writtenOf(CsiDriver.azureFile()).pod;
  expect(plain).not.toHaveProperty('initContainers');
  expect(plain).not.toHaveProperty('hostPID');
  expect(pathsOf(plain)).not.toContain('/usr');
  const nfs = writtenOf(CsiDriver.azureFile({ encryptsNfs: true }));
  expect(nfs.pod).toMatchObject({ hostPID: true, initContainers: [{ name: 'install-azurefile-proxy' }] });
  expect(envOf(nfs.pod.initContainers[0])).toMatchObject({
    INSTALL_AZUREFILE_PROXY: 'true', ENABLE_MI_AUTH: 'false', KUBELET_PATH: '/var/lib/kubelet',
  });
  expect(nfs.node.args).toContain('--enable-azurefile-proxy=true');
  expect(nfs.pod.containers.map(({ name }: any) => name)).not.toContain('azfilesrefresh');
  const identity = writtenOf(CsiDriver.azureFile({ mountsWithIdentity: true }));
  expect(envOf(identity.pod.initContainers[0])).toMatchObject({ INSTALL_AZUREFILE_PROXY: 'false', ENABLE_MI_AUTH: 'true' });
  expect(identity.pod.containers.map(({ name }: any) => name)).toContain('azfilesrefresh');
  expect(pathsOf(identity.pod)).toEqual(expect.arrayContaining(['/var/lib/kubelet/kerberos', '/etc/azfilesauth', '/var/log']));
});

test('every path follows the kubelet of the platform', () => {
  const {
    pod,
  } = writtenOf(CsiDriver.azureFile({ encryptsNfs: true }), chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() }));
  expect(envOf(pod.initContainers[0]).KUBELET_PATH).toBe('/var/snap/microk8s/common/var/lib/kubelet');
});

test('a release decides the images, and one that is not known is refused', () => {
  expect(writtenOf(CsiDriver.azureFile({ version: '1.35.5' })).windows.image).toBe(
    'mcr.microsoft.com/oss/v2/kubernetes-csi/azurefile-csi:v1.35.5-windows-hp',
  );
  expect(wrongWith(CsiDriver.azureFile({ version: '1.34.1' })).map(({ code }) => code)).toEqual(['unknown-csi-driver-version']);
});

test.each<AzureFileCsiDriverOptions>([
  { mountPermissions: 0 }, { mountPermissions: 0o10000 },
])('options that the driver does not take are refused: %p', options => {
  expect(wrongWith(CsiDriver.azureFile(options)).map(({ code }) => code)).toEqual(['invalid-csi-driver']);
});

test('disks and files of Azure run on one node', () => {
  const chart = testChart();
  for (const [
    id, driver,
  ] of Object.entries({ disks: CsiDriver.azureDisk({ metrics: true }), files: CsiDriver.azureFile({ metrics: true }) })) {
    new CsiNodePlugin(chart, id, { driver });
    new CsiController(chart, `${id}-controller`, { driver });
  }
  expect(errorsOf(chart)).toEqual([]);
});

test('parameters of volumes are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.azureFile({
    sku: AzureFileSku.PREMIUM_V2_LRS, protocol: AzureFileProtocol.SMB, storageAccount: 'files', location: 'westeurope',
    resourceGroup: 'files', subscriptionId: 'a',
    shareName: '${pvc.metadata.name}', folder: 'a', createsFolder: true, accessTier: AzureFileAccessTier.PREMIUM, iops: 5000,
    bandwidth: 200, tags: { team: 'storage' }, matchesTags: true,
    accountQuota: 1000, networkEndpoint: AzureFileNetworkEndpoint.PRIVATE_ENDPOINT, publicNetworkAccess: false,
    infrastructureEncryption: true, vnetName: 'v', vnetResourceGroup: 'g',
    subnets: ['s', 't'], storesAccountKey: false, secretNamespace: 'shop', dataPlaneApi: true, multichannel: true, mountsWithIdentity: true,
    clientId: 'c',
  }).parameters).toEqual({
    skuName: 'PremiumV2_LRS', protocol: 'smb', storageAccount: 'files', location: 'westeurope', resourceGroup: 'files', subscriptionID: 'a',
    shareName: '${pvc.metadata.name}',
    folderName: 'a', createFolderIfNotExist: 'true', shareAccessTier: 'Premium', provisionedIOPS: '5000', provisionedBandwidth: '200',
    tags: 'team=storage', matchTags: 'true',
    accountQuota: '1000', networkEndpointType: 'privateEndpoint', publicNetworkAccess: 'Disabled', requireInfraEncryption: 'true',
    vnetName: 'v', vnetResourceGroup: 'g',
    subnetName: 's,t', storeAccountKey: 'false', secretNamespace: 'shop', useDataPlaneAPI: 'true', enableMultichannel: 'true',
    mountWithManagedIdentity: 'true', clientID: 'c',
  });
  expect(CsiVolumeParameters.azureFile({
    protocol: AzureFileProtocol.NFS, shareNamePrefix: 'shop-', rootSquash: AzureFileRootSquash.ROOT_SQUASH, mountPermissions: 0o755,
    groupChange: AzureFileGroupChange.NONE,
    encryptsInTransit: true, publicNetworkAccess: true,
  }).parameters).toEqual({
    protocol: 'nfs', shareNamePrefix: 'shop-', rootSquashType: 'RootSquash', mountPermissions: '0755', fsGroupChangePolicy: 'None',
    encryptInTransit: 'true', publicNetworkAccess: 'Enabled',
  });
  expect(CsiVolumeParameters.azureFile({ largeFileShares: true }).parameters).toEqual({ enableLargeFileShares: 'true' });
});

test.each<AzureFileVolumeParameters>([
  { subscriptionId: 'a' }, { createsFolder: true }, { matchesTags: true }, { clientId: 'c' }, { shareName: 'a', shareNamePrefix: 'b' },
  { shareNamePrefix: 'A' }, { subnets: [] },
  { iops: 100 }, { multichannel: true }, { rootSquash: AzureFileRootSquash.ALL_SQUASH },
  { protocol: AzureFileProtocol.NFS, sku: AzureFileSku.STANDARD_LRS },
  { protocol: AzureFileProtocol.NFS, storesAccountKey: false }, { accountQuota: 0 },
  { protocol: AzureFileProtocol.NFS, mountPermissions: 0o10000 }, { tags: { 'a=b': 'c' } },
  { sku: AzureFileSku.PREMIUM_LRS, largeFileShares: true },
])('parameters that the driver does not take are refused: %p', parameters => {
  const chart = testChart();
  new CsiStorageClass(chart, 'files', { driver: CsiDriver.azureFile(), parameters: CsiVolumeParameters.azureFile(parameters) });
  expect(codesOf(chart)).toEqual(['[test/files] invalid-storage-class']);
});
