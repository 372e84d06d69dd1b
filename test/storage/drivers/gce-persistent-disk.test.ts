import {
  CloudIdentity, CsiController, CsiDriver, CsiNodePlugin, CsiSnapshotClass, CsiStorageClass, CsiVolumeParameters, CsiWindowsNodePlugin,
  GceDataCacheMode,
  GcePersistentDiskCsiDriverOptions, GcePersistentDiskFileSystem, GcePersistentDiskType, GcePersistentDiskVolumeParameters, GceSnapshotType,
  Resources,
} from '../../../src';
import { envOf, pathsOf, rulesOf, writtenOf } from '../../support/csi-written';
import { codesOf, expectGolden, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

const KEY = 'projects/p/locations/l/keyRings/r/cryptoKeys/k';
const { HYPERDISK_BALANCED, PD_EXTREME, PD_SSD } = GcePersistentDiskType;

test('one line each runs the plugin and the controller', () => {
  const chart = testChart();
  const driver = CsiDriver.gcePersistentDisk();
  new CsiNodePlugin(chart, 'disks', { driver });
  new CsiController(chart, 'disks-controller', {
    driver, cloudIdentity: CloudIdentity.googleServiceAccount('disks@project.iam.gserviceaccount.com'),
  });
  new CsiStorageClass(chart, 'balanced', {
    driver, parameters: CsiVolumeParameters.gcePersistentDisk({ type: GcePersistentDiskType.PD_BALANCED }), isDefault: true,
  });
  new CsiSnapshotClass(chart, 'snapshots', { driver });
  expectGolden('csi-gce-persistent-disk', chart);
});

test('every option of the nodes reaches them', () => {
  const { node, pod, object } = writtenOf(CsiDriver.gcePersistentDisk({
    dataCache: false, seLinuxMount: true, logVerbosity: 2, extraArgs: ['--maxprocs=2'], livenessPort: 22020, registrarPort: 22021,
    resources: Resources.of({ memory: '80Mi' }),
  }));
  expect(node.args).toEqual([
    '--v=2', '--endpoint=$(CSI_ENDPOINT)', '--run-controller-service=false', '--enable-data-cache=false', '--node-name=$(KUBE_NODE_NAME)',
    '--maxprocs=2',
  ]);
  expect(pathsOf(pod)).toEqual(expect.arrayContaining(['/sys/fs/selinux', '/etc/selinux/config']));
  expect(object.seLinuxMount).toBe(true);
  expect(pod.containers.map(({ name }: any) => name)).toEqual(['csi-driver', 'node-driver-registrar', 'liveness-probe']);
  expect(node.livenessProbe.httpGet).toMatchObject({ port: 22020, host: 'localhost' });
});

test('without ports nothing asks the driver, as in its own manifest', () => {
  const { node, pod } = writtenOf(CsiDriver.gcePersistentDisk());
  expect(node).not.toHaveProperty('livenessProbe');
  expect(pod.containers.map(({ name }: any) => name)).toEqual(['csi-driver', 'node-driver-registrar']);
});

test('every option of the controller reaches it', () => {
  const { controller, controllerPod, objects } = writtenOf(CsiDriver.gcePersistentDisk({
    credentialsSecret: 'cloud-sa', storagePools: true, extraLabels: { team: 'storage', cost: '1' }, removesStartupTaint: true,
    modifiesVolumes: true,
    extraControllerArgs: ['--allow-hdha-provisioning=true'], controllerResources: Resources.of({ memory: '100Mi' }),
  }));
  expect(controller.args).toEqual([
    '--v=5', '--endpoint=$(CSI_ENDPOINT)', '--run-node-service=false',
    '--supports-dynamic-iops-provisioning=hyperdisk-balanced,hyperdisk-extreme',
    '--supports-dynamic-throughput-provisioning=hyperdisk-balanced,hyperdisk-throughput,hyperdisk-ml', '--enable-data-cache=true',
    '--enable-storage-pools=true',
    '--extra-labels=cost=1,team=storage', '--allow-hdha-provisioning=true',
  ]);
  expect(envOf(controller).GOOGLE_APPLICATION_CREDENTIALS).toBe('/etc/cloud-sa/cloud-sa.json');
  expect(controllerPod.volumes).toContainEqual({ name: 'cloud-sa', secret: { secretName: 'cloud-sa' } });
  expect(controllerPod.tolerations).toContainEqual({ key: 'pd.csi.storage.gke.io/not-ready', operator: 'Exists', effect: 'NoSchedule' });
  expect(controllerPod.containers.map(({ name }: any) => name)).toContain('taint-controller');
  expect(rulesOf(objects, 'nodes')).toContain('ClusterRole get,list,watch,update,patch');
  expect(writtenOf(CsiDriver.gcePersistentDisk()).controllerPod.containers.map(({ name }: any) => name)).not.toContain('taint-controller');
});

test('the taint that the controller removes has a name of its own, which a plugin tolerates that waits for others', () => {
  const driver = CsiDriver.gcePersistentDisk();
  expect(driver.startupTaintKey).toBe('pd.csi.storage.gke.io/not-ready');
  expect(driver.lifecycleTolerations[0].key).toBe('pd.csi.storage.gke.io/not-ready');
});

test('it has no program for HostProcess containers', () => {
  const chart = testChart();
  new CsiWindowsNodePlugin(chart, 'windows', { driver: CsiDriver.gcePersistentDisk() });
  expect(codesOf(chart)).toEqual(['[test/windows] csi-driver-not-for-windows']);
});

test.each<[GcePersistentDiskCsiDriverOptions, string]>([
  [{ extraLabels: { Team: 'a' } }, 'invalid-csi-driver'], [{ extraLabels: { team: 'a b' } }, 'invalid-csi-driver'],
  [{ version: '1.25.0' }, 'unknown-csi-driver-version'],
  [{ extraLabels: Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`k${index}`, 'v'])) }, 'invalid-csi-driver'],
])('options that the driver does not take are refused: %p', (options, expected) => {
  expect(wrongWith(CsiDriver.gcePersistentDisk(options)).map(({ code }) => code)).toEqual([expected]);
});

test('parameters of volumes are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.gcePersistentDisk({
    type: HYPERDISK_BALANCED, fileSystem: GcePersistentDiskFileSystem.XFS, iops: 4000, throughput: 200, kmsKey: KEY, confidential: true,
    labels: { team: 'storage' },
    storagePools: ['projects/p/zones/z/storagePools/n'], dataCacheSize: '50Gi', dataCacheMode: GceDataCacheMode.WRITE_BACK,
  }).parameters).toEqual({
    'type': 'hyperdisk-balanced', 'csi.storage.k8s.io/fstype': 'xfs', 'provisioned-iops-on-create': '4000',
    'provisioned-throughput-on-create': '200Mi',
    'disk-encryption-kms-key': KEY, 'enable-confidential-storage': 'true', 'storage-pools': 'projects/p/zones/z/storagePools/n',
    'data-cache-size': '50Gi',
    'data-cache-mode': 'writeback', 'labels': 'team=storage',
  });
  expect(CsiVolumeParameters.gcePersistentDisk({ type: PD_SSD, regional: true, hardFailover: true }).parameters)
    .toEqual({ 'type': 'pd-ssd', 'replication-type': 'regional-pd', 'availability-class': 'regional-hard-failover' });
  expect(
    CsiVolumeParameters.gcePersistentDisk({ regional: false, hardFailover: false }).parameters,
  ).toEqual({ 'replication-type': 'none', 'availability-class': 'none' });
  expect(CsiVolumeParameters.gcePersistentDiskSnapshots({
    type: GceSnapshotType.IMAGES, storageLocation: 'eu', imageFamily: 'f', labels: { a: 'b' },
  }).parameters)
    .toEqual({ 'snapshot-type': 'images', 'storage-locations': 'eu', 'image-family': 'f', 'labels': 'a=b' });
});

test.each<GcePersistentDiskVolumeParameters>([
  { iops: 100 }, { type: PD_EXTREME, regional: true }, { type: PD_SSD, throughput: 100 }, { type: HYPERDISK_BALANCED, iops: 0 },
  { hardFailover: true }, { kmsKey: 'k' },
  { type: HYPERDISK_BALANCED, confidential: true }, { dataCacheMode: GceDataCacheMode.WRITE_BACK }, { dataCacheSize: 'much' },
  { type: HYPERDISK_BALANCED, storagePools: [] },
  { type: HYPERDISK_BALANCED, storagePools: ['n'] }, { labels: { A: 'b' } },
])('parameters that the driver does not take are refused: %p', parameters => {
  const chart = testChart();
  new CsiStorageClass(chart, 'disks', {
    driver: CsiDriver.gcePersistentDisk(), parameters: CsiVolumeParameters.gcePersistentDisk(parameters),
  });
  expect(codesOf(chart)).toEqual(['[test/disks] invalid-storage-class']);
});

test('a snapshot is of a family only as an image', () => {
  expect(wrongWith(CsiVolumeParameters.gcePersistentDiskSnapshots({ imageFamily: 'f' })).map(({ code }) => code)).toEqual([
    'invalid-storage-class',
  ]);
});
