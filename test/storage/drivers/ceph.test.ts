import {
  CephCsiDriverOptions, CephEncryptionType, CephFsCsiDriverOptions, CephFsMounter, CephFsVolumeParameters, CephImageFeature,
  CephRbdCsiDriverOptions, CephRbdFileSystem,
  CephRbdMounter, CephRbdVolumeParameters, CsiController, CsiDriver, CsiNodePlugin, CsiSnapshotClass, CsiStorageClass, CsiVolumeParameters,
  EnvValue, NodePlatform, Resources,
  TargetCluster,
} from '../../../src';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { wrongWith } from '../../support/refused';

const CLUSTERS = [{ id: 'b9127830-b0cc-4e34-aa47-9d1a2e9949a8', monitors: ['10.0.0.11:6789', '10.0.0.12:6789', '10.0.0.13:6789'] }];
const SECRET = { name: 'ceph-user', namespace: 'ceph-csi' };
const RBD = { clusterId: CLUSTERS[0].id, pool: 'kubernetes', secret: SECRET };
const FS = { clusterId: CLUSTERS[0].id, fileSystemName: 'shared', secret: SECRET };

/** The containers of both pods, and the objects around them. */
function written(driver: CsiDriver, configure: (chart: any) => void = () => {}): any {
  const chart = testChart();
  configure(chart);
  new CsiNodePlugin(chart, 'ceph', { driver });
  new CsiController(chart, 'ceph-controller', { driver });
  const podOf = (kind: string, name: string) => objectOf(chart, kind, name).spec.template.spec;
  const [pod, controllerPod] = [podOf('DaemonSet', 'ceph'), podOf('Deployment', 'ceph-controller')];
  return {
    chart, pod, controllerPod, node: containerOf(pod, 'csi-driver'), controller: containerOf(controllerPod, 'csi-driver'),
    object: objectOf(chart, 'CSIDriver').spec, objects: chart.toJson(), daemonSet: objectOf(chart, 'DaemonSet', 'ceph').spec,
  };
}

const containerOf = ({ containers }: any, wanted: string) => containers.find(({ name }: any) => name === wanted);
const pathsOf = ({ volumeMounts }: any): string[] => volumeMounts.map(({ mountPath }: any) => mountPath);
const rightsOf = (
  objects: any[], name: string,
) => objects.filter(({ kind, metadata }) => kind === 'ClusterRole' && metadata.name.endsWith(name))
  .flatMap(({ rules }) => rules).flatMap(({ resources, verbs }) =>
    resources.map((resource: string) => `${resource}: ${verbs.join()}`)).sort();

function codesOfClass(driver: CsiDriver, parameters: CsiVolumeParameters): string[] {
  const chart = testChart();
  new CsiStorageClass(chart, 'volumes', { driver, parameters });
  return codesOf(chart);
}

test('one line each runs the plugin and the controller of RBD', () => {
  const chart = testChart();
  const driver = CsiDriver.cephRbd({ clusters: CLUSTERS });
  new CsiNodePlugin(chart, 'rbd', { driver });
  new CsiController(chart, 'rbd-controller', { driver });
  new CsiStorageClass(chart, 'rbd-disks', { driver, parameters: CsiVolumeParameters.cephRbd(RBD) });
  new CsiSnapshotClass(chart, 'rbd-snapshots', {
    driver, parameters: CsiVolumeParameters.cephSnapshots({ clusterId: RBD.clusterId, secret: SECRET }).parameters,
  });
  expect(errorsOf(chart)).toEqual([]);
  expectGolden('csi-ceph-rbd', chart);
});

test('one line each runs the plugin and the controller of CephFS', () => {
  const chart = testChart();
  const driver = CsiDriver.cephFs({ clusters: CLUSTERS });
  new CsiNodePlugin(chart, 'cephfs', { driver });
  new CsiController(chart, 'cephfs-controller', { driver });
  new CsiStorageClass(chart, 'cephfs-shares', { driver, parameters: CsiVolumeParameters.cephFs(FS) });
  new CsiSnapshotClass(chart, 'cephfs-snapshots', {
    driver, parameters: CsiVolumeParameters.cephSnapshots({ clusterId: FS.clusterId, secret: SECRET }).parameters,
  });
  expect(errorsOf(chart)).toEqual([]);
  expectGolden('csi-ceph-fs', chart);
});

test('both drivers run beside each other', () => {
  const chart = testChart();
  for (const driver of [CsiDriver.cephRbd({ metrics: true }), CsiDriver.cephFs({ metrics: true })]) {
    new CsiNodePlugin(chart, driver.name.split('.')[0], { driver });
    new CsiController(chart, `${driver.name.split('.')[0]}-controller`, { driver });
  }
  expect(errorsOf(chart)).toEqual([]);
});

test('every option of both drivers reaches the nodes', () => {
  const options: CephCsiDriverOptions = {
    readAffinityLabels: ['topology.kubernetes.io/zone', 'rack'], domainLabels: ['topology.kubernetes.io/zone'], seLinuxMount: true,
    networkNamespaces: true, metrics: true,
    metricsPort: 9680, env: { HTTPS_PROXY: EnvValue.of('http://proxy.example.com') }, logVerbosity: 0,
    extraArgs: ['--logslowopinterval=10s'], cephConfigMap: 'ceph-config',
    configMap: 'clusters', kmsConfigMap: 'kms', overrides: { terminationMessagePolicy: 'FallbackToLogsOnError' },
    resources: Resources.of({ memoryLimit: '4Gi' }),
  };
  const { node, pod, object } = written(CsiDriver.cephRbd(options));
  expect(node.args).toEqual([
    '--type=rbd', '--nodeid=$(NODE_ID)', '--endpoint=$(CSI_ENDPOINT)', '--drivername=rbd.csi.ceph.com', '--v=0', '--nodeserver=true',
    '--pidlimit=-1',
    '--pluginpath=/var/lib/kubelet/plugins', '--stagingpath=/var/lib/kubelet/plugins/kubernetes.io/csi/',
    '--csi-addons-endpoint=unix:///csi/csi-addons.sock',
    '--enable-read-affinity=true', '--crush-location-labels=topology.kubernetes.io/zone,rack', '--domainlabels=topology.kubernetes.io/zone',
    '--logslowopinterval=10s',
  ]);
  expect(pathsOf(node)).toEqual(expect.arrayContaining([
    '/var/lib/kubelet/plugins', '/etc/selinux/config', '/etc/ceph', '/etc/ceph-csi-config', '/etc/ceph-csi-encryption-kms-config',
    '/run/secrets/tokens', '/tmp/csi/keys',
  ]));
  expect(node).toMatchObject({ terminationMessagePolicy: 'FallbackToLogsOnError', resources: { limits: { memory: '4Gi' } } });
  expect(node.env).toContainEqual({ name: 'HTTPS_PROXY', value: 'http://proxy.example.com' });
  expect(pod.volumes).toEqual(expect.arrayContaining([
    { name: 'ceph-csi-config', configMap: { name: 'clusters' } }, { name: 'ceph-config', configMap: { name: 'ceph-config' } },
    { name: 'ceph-csi-encryption-kms-config', configMap: { name: 'kms' } },
    { name: 'keys-tmp-dir', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } },
  ]));
  expect(object.seLinuxMount).toBe(true);
  const metrics = containerOf(pod, 'liveness-prometheus');
  expect(metrics).toMatchObject({ ports: [{ name: 'metrics', containerPort: 9680 }], securityContext: { readOnlyRootFilesystem: true } });
  expect(metrics.args).toContain('--metricsport=9680');
  // it writes a ceph.conf before it does anything else, unless there is one
  expect(pathsOf(metrics)).toEqual(['/csi', '/etc/ceph']);
});

test('every option of both drivers reaches the controller', () => {
  const { controller, controllerPod } = written(CsiDriver.cephFs({
    clusterName: 'shop', volumeMetadata: false, groupSnapshots: true, domainLabels: ['zone'], extraControllerArgs: ['--instanceid=b'],
    metrics: true, omapGenerator: true,
    controllerResources: Resources.of({ memoryLimit: '2Gi' }), kmsConfigMap: 'kms', radosNamespace: 'ours', forceKernelClient: true,
  }));
  expect(controller.args).toEqual([
    '--type=cephfs', '--nodeid=$(NODE_ID)', '--endpoint=$(CSI_ENDPOINT)', '--drivername=cephfs.csi.ceph.com', '--v=5',
    '--controllerserver=true', '--setmetadata=false',
    '--clustername=shop', '--forcecephkernelclient=true', '--radosnamespacecephfs=ours', '--instanceid=b',
  ]);
  expect(controller.resources.limits.memory).toBe('2Gi');
  expect(containerOf(controllerPod, 'csi-snapshotter').args).toContain('--feature-gates=CSIVolumeGroupSnapshot=true');
  expect(containerOf(controllerPod, 'csi-provisioner').args).toContain('--feature-gates=Topology=true');
  expect(containerOf(controllerPod, 'csi-attacher')).toBeUndefined();
  const omap = containerOf(controllerPod, 'csi-omap-generator');
  expect(omap.args).toEqual([
    '--type=controller', '--drivername=cephfs.csi.ceph.com', '--drivernamespace=$(DRIVER_NAMESPACE)', '--v=5', '--setmetadata=false',
    '--clustername=shop',
  ]);
  expect(pathsOf(omap)).toEqual(expect.arrayContaining([
    '/etc/ceph-csi-config', '/etc/ceph-csi-encryption-kms-config', '/tmp/csi/keys', '/etc/ceph',
  ]));
  expect(pathsOf(omap)).not.toContain('/csi');
});

test('the controller sees nothing of its node, and has no capability', () => {
  const { controllerPod } = written(CsiDriver.cephRbd({ metrics: true, omapGenerator: true }));
  expect(controllerPod.volumes.filter(({ hostPath }: any) => hostPath !== undefined)).toEqual([]);
  expect(controllerPod.containers.map(({ securityContext }: any) => [
    securityContext.privileged ?? false, securityContext.capabilities.drop,
  ])).toEqual(
    controllerPod.containers.map(() => [false, ['ALL']]));
});

test('what reads keys is granted with the systems that keep them, and no sooner', () => {
  expect(rightsOf(written(CsiDriver.cephRbd()).objects, 'ceph')).toEqual(['nodes: get']);
  expect(rightsOf(written(CsiDriver.cephFs({ kmsConfigMap: 'kms' })).objects, 'ceph')).toEqual([
    'configmaps: get', 'nodes: get', 'secrets: get', 'serviceaccounts/token: create', 'serviceaccounts: get',
  ]);
  expect(rightsOf(written(CsiDriver.cephRbd({ nbd: true })).objects, 'ceph')).toEqual([
    'nodes: get', 'persistentvolumes: get', 'secrets: get', 'volumeattachments: get,list',
  ]);
  const hasToken = (driver: CsiDriver) => pathsOf(written(driver).controller).some(path => path.includes('serviceaccount'));
  expect([hasToken(CsiDriver.cephRbd()), hasToken(CsiDriver.cephRbd({ kmsConfigMap: 'kms' }))]).toEqual([false, true]);
});

test('only a driver of RBD shares the process ids of its node', () => {
  expect(written(CsiDriver.cephRbd()).pod).toMatchObject({ hostPID: true, hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
  const { pod } = written(CsiDriver.cephFs());
  expect([pod.hostNetwork, pod.hostPID]).toEqual([true, undefined]);
});

test.each([
  ['rbd-nbd', CsiDriver.cephRbd({ nbd: true })], ['ceph-fuse', CsiDriver.cephFs({ fuse: true })],
])('mounts of %s die with the pod, which is replaced only when someone deletes it', (_, driver) => {
  const { daemonSet, node } = written(driver);
  expect(daemonSet.updateStrategy).toEqual({ type: 'OnDelete' });
  expect([node.livenessProbe, node.readinessProbe === undefined]).toEqual([undefined, false]);
});

test('clients of the kernel outlive the pod, which is rolled and restarted', () => {
  for (const driver of [
    CsiDriver.cephRbd(), CsiDriver.cephFs({ kernelMountOptions: ['readdir_max_bytes=1048576'], fuseMountOptions: ['debug'] }),
  ]) {
    const { daemonSet, node } = written(driver);
    expect(daemonSet.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '10%' });
    expect(node.livenessProbe.httpGet.host).toBe('localhost');
  }
});

test('clusters are written as the driver reads them', () => {
  const { objects, pod, node } = written(CsiDriver.cephFs({
    clusters: [{
      ...CLUSTERS[0], rbdRadosNamespace: 'images', rbdMirrorDaemons: 2, subvolumeGroup: 'volumes', cephFsRadosNamespace: 'notes',
      kernelMountOptions: ['a', 'b=1'],
      fuseMountOptions: ['c'], readAffinityLabels: ['zone'],
    }],
  }));
  const maps = objects.filter(({ kind }: any) => kind === 'ConfigMap');
  expect(maps.map(({ metadata }: any) => metadata.name)).toEqual(['ceph-config', 'ceph-controller-config']);
  expect(JSON.parse(maps[0].data['config.json'])).toEqual([{
    clusterID: CLUSTERS[0].id, monitors: CLUSTERS[0].monitors,
    rbd: { radosNamespace: 'images', mirrorDaemonCount: 2 },
    cephFS: { subvolumeGroup: 'volumes', radosNamespace: 'notes', kernelMountOptions: 'a,b=1', fuseMountOptions: 'c' },
    readAffinity: { enabled: true, crushLocationLabels: ['zone'] },
  }]);
  expect(pod.volumes.filter(({ configMap }: any) => configMap !== undefined).map(({ configMap }: any) => configMap.name)).toEqual([
    'ceph-config',
  ]);
  expect(pathsOf(node)).toContain('/etc/ceph-csi-config');
});

test('every path follows the kubelet of the platform, and the name of the driver', () => {
  const K = '/var/snap/microk8s/common/var/lib/kubelet';
  const { pod, node } = written(CsiDriver.cephFs({
    name: 'rook-ceph.cephfs.csi.ceph.com',
  }), chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() }));
  expect(pod.volumes.map(({ hostPath }: any) => hostPath?.path)).toEqual(expect.arrayContaining([
    `${K}/plugins/rook-ceph.cephfs.csi.ceph.com`, `${K}/plugins/rook-ceph.cephfs.csi.ceph.com/mountinfo`, `${K}/pods`,
    `${K}/plugins/kubernetes.io/csi`,
  ]));
  expect(pathsOf(node)).toContain('/csi/mountinfo');
  expect(
    written(CsiDriver.cephRbd(), chart => TargetCluster.configure(chart, { platform: NodePlatform.microk8s() })).node.args,
  ).toEqual(expect.arrayContaining([
    `--pluginpath=${K}/plugins`, `--stagingpath=${K}/plugins/kubernetes.io/csi/`,
  ]));
});

test.each([
  ['OpenShift', NodePlatform.openShift()], ['Talos', NodePlatform.talos()], ['k3s', NodePlatform.k3s()], ['RKE2', NodePlatform.rke2()],
  ['MicroK8s', NodePlatform.microk8s()],
])('both drivers run on %s', (name, platform) => {
  const chart = testChart();
  TargetCluster.configure(chart, { platform });
  for (const [
    id, driver,
  ] of Object.entries({ rbd: CsiDriver.cephRbd({ nbd: true, metrics: true }), cephfs: CsiDriver.cephFs({ omapGenerator: true }) })) {
    new CsiNodePlugin(chart, id, { driver });
    new CsiController(chart, `${id}-controller`, { driver });
  }
  expect(errorsOf(chart)).toEqual([]);
  const constraints = chart.toJson().filter(({ kind }: any) => kind === 'SecurityContextConstraints')
    .map(({ metadata, allowHostPID }: any) => [metadata.name, allowHostPID]);
  expect(constraints).toEqual(
    name === 'OpenShift' ? expect.arrayContaining([['node-agents.rbd', true], ['node-agents.cephfs', false]]) : [],
  );
});

test.each([
  ['3.13.1', 'v2.11.1', 'v5.0.1', 'v8.2.0'], ['3.14.2', 'v2.14.0', 'v5.3.0', 'v8.2.0'], ['3.15.1', 'v2.15.0', 'v6.0.0', 'v8.4.0'],
  ['3.16.2', 'v2.16.0', 'v6.2.0', 'v8.5.0'],
  ['3.17.0', 'v2.17.0', 'v6.2.0', 'v8.5.0'],
])('%s has the sidecars that it was released with', (version, registrar, provisioner, snapshotter) => {
  const { pod, controllerPod, node } = written(CsiDriver.cephRbd({ version }));
  expect(node.image).toBe(`quay.io/cephcsi/cephcsi:v${version}`);
  expect(containerOf(pod, 'node-driver-registrar').image).toBe(`registry.k8s.io/sig-storage/csi-node-driver-registrar:${registrar}`);
  expect(containerOf(controllerPod, 'csi-provisioner').image).toBe(`registry.k8s.io/sig-storage/csi-provisioner:${provisioner}`);
  expect(containerOf(controllerPod, 'csi-snapshotter').image).toBe(`registry.k8s.io/sig-storage/csi-snapshotter:${snapshotter}`);
  expect(containerOf(controllerPod, 'csi-provisioner').args.includes(
    '--feature-gates=HonorPVReclaimPolicy=true',
  )).toBe(version === '3.13.1');
});

test('limits of clones and snapshots reach the controller', () => {
  expect(written(CsiDriver.cephRbd({
    hardMaxCloneDepth: 14, softMaxCloneDepth: 10, maxSnapshotsOnImage: 500, minSnapshotsOnImage: 400,
  })).controller.args).toEqual(
    expect.arrayContaining([
      '--rbdhardmaxclonedepth=14', '--rbdsoftmaxclonedepth=10', '--maxsnapshotsonimage=500', '--minsnapshotsonimage=400',
    ]));
});

const codesWith = (value: unknown) => wrongWith(value).map(({ code }) => code);

test.each<CephRbdCsiDriverOptions>([
  { clusters: [] }, { clusters: [...CLUSTERS, ...CLUSTERS] }, { clusters: [{ id: '', monitors: ['a'] }] },
  { clusters: [{ id: 'a'.repeat(37), monitors: ['a'] }] },
  { clusters: [{ id: 'a', monitors: [] }] }, { clusters: [{ id: 'a', monitors: ['a,b'] }] },
  { clusters: [{ id: 'a', monitors: ['a'], rbdMirrorDaemons: 0 }] },
  { clusters: CLUSTERS, configMap: 'clusters' }, { logVerbosity: 6 }, { readAffinityLabels: [] }, { domainLabels: ['a,b'] },
  { hardMaxCloneDepth: 15 }, { softMaxCloneDepth: 9 },
  { hardMaxCloneDepth: 3 }, { maxSnapshotsOnImage: 501 }, { maxSnapshotsOnImage: 100 }, { minSnapshotsOnImage: 1.5 },
])('options that the driver of RBD does not take are refused: %j', options => {
  expect(codesWith(CsiDriver.cephRbd(options))).toEqual(['invalid-csi-driver']);
});

test('one client mounts volumes of CephFS', () => {
  const options: CephFsCsiDriverOptions = { fuse: true, forceKernelClient: true };
  expect(codesWith(CsiDriver.cephFs(options))).toEqual(['invalid-csi-driver']);
  expect(codesWith(CsiDriver.cephFs({ version: '3.12.2' }))).toEqual(['unknown-csi-driver-version']);
});

const SECRETS = {
  'csi.storage.k8s.io/provisioner-secret-name': 'ceph-user', 'csi.storage.k8s.io/provisioner-secret-namespace': 'ceph-csi',
  'csi.storage.k8s.io/controller-expand-secret-name': 'ceph-user', 'csi.storage.k8s.io/controller-expand-secret-namespace': 'ceph-csi',
  'csi.storage.k8s.io/node-stage-secret-name': 'ceph-node', 'csi.storage.k8s.io/node-stage-secret-namespace': 'ceph-csi',
};

test('parameters of RBD are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.cephRbd({
    ...RBD, nodeSecret: { name: 'ceph-node', namespace: 'ceph-csi' }, dataPool: 'data', volumeNamePrefix: 'a-',
    encryption: { kmsId: 'vault', type: CephEncryptionType.BLOCK },
    imageFeatures: [CephImageFeature.LAYERING, CephImageFeature.EXCLUSIVE_LOCK, CephImageFeature.JOURNALING],
    fileSystem: CephRbdFileSystem.XFS, mkfsOptions: '-K',
    mounter: CephRbdMounter.NBD, tryOtherMounters: true, mapOptions: 'nbd:try-netlink', unmapOptions: 'nbd:force', stripeUnit: 65536,
    stripeCount: 16, objectSize: 4194304,
  }).parameters).toEqual({
    ...SECRETS, 'clusterID': CLUSTERS[0].id, 'pool': 'kubernetes', 'dataPool': 'data', 'volumeNamePrefix': 'a-', 'encrypted': 'true',
    'encryptionType': 'block',
    'encryptionKMSID': 'vault', 'imageFeatures': 'layering,exclusive-lock,journaling', 'csi.storage.k8s.io/fstype': 'xfs',
    'mkfsOptions': '-K', 'mounter': 'rbd-nbd',
    'tryOtherMounters': 'true', 'mapOptions': 'nbd:try-netlink', 'unmapOptions': 'nbd:force', 'stripeUnit': '65536', 'stripeCount': '16',
    'objectSize': '4194304',
  });
  const { topologyConstrainedPools: pools } = CsiVolumeParameters.cephRbd({
    clusterId: 'a', secret: SECRET, topologyPools: [{ pool: 'east', dataPool: 'east-data', domain: { zone: 'a', region: 'east' } }],
  }).parameters;
  expect(JSON.parse(pools)).toEqual([
    {
      poolName: 'east', dataPool: 'east-data',
      domainSegments: [{ domainLabel: 'region', value: 'east' }, { domainLabel: 'zone', value: 'a' }],
    },
  ]);
});

test('parameters of CephFS and of snapshots are in the spelling of the driver', () => {
  expect(CsiVolumeParameters.cephFs({
    ...FS, nodeSecret: { name: 'ceph-node', namespace: 'ceph-csi' }, pool: 'data', mounter: CephFsMounter.KERNEL,
    kernelMountOptions: ['a', 'b'], fuseMountOptions: ['c'],
    backingSnapshot: false, encryption: {},
  }).parameters).toEqual({
    ...SECRETS, clusterID: CLUSTERS[0].id, fsName: 'shared', pool: 'data', mounter: 'kernel', kernelMountOptions: 'a,b',
    fuseMountOptions: 'c', backingSnapshot: 'false',
    encrypted: 'true',
  });
  expect(CsiVolumeParameters.cephSnapshots({ clusterId: FS.clusterId, secret: SECRET, snapshotNamePrefix: 's-' }).parameters).toEqual({
    'clusterID': CLUSTERS[0].id, 'snapshotNamePrefix': 's-',
    'csi.storage.k8s.io/snapshotter-secret-name': 'ceph-user', 'csi.storage.k8s.io/snapshotter-secret-namespace': 'ceph-csi',
  });
});

test.each<Partial<CephRbdVolumeParameters>>([
  { pool: undefined }, { pool: undefined, topologyPools: [] }, { topologyPools: [{ pool: 'a', domain: {} }] }, { clusterId: '' },
  { secret: { name: '', namespace: 'a' } },
  { imageFeatures: [CephImageFeature.FAST_DIFF] }, { imageFeatures: [CephImageFeature.EXCLUSIVE_LOCK, CephImageFeature.JOURNALING] },
  { stripeUnit: 65536 }, { stripeCount: 1 },
  { objectSize: 3 }, { objectSize: 0 }, { stripeUnit: 1.5, stripeCount: 1 },
])('parameters that the driver of RBD does not take are refused: %j', more => {
  expect(codesOfClass(CsiDriver.cephRbd(), CsiVolumeParameters.cephRbd({ ...RBD, ...more }))).toEqual([
    '[test/volumes] invalid-storage-class',
  ]);
});

test.each<Partial<CephFsVolumeParameters>>([
  { fileSystemName: ' ' }, { backingSnapshot: true, pool: 'data' }, { encryption: { type: CephEncryptionType.BLOCK } },
])('parameters that the driver of CephFS does not take are refused: %j', more => {
  expect(codesOfClass(CsiDriver.cephFs(), CsiVolumeParameters.cephFs({ ...FS, ...more }))).toEqual([
    '[test/volumes] invalid-storage-class',
  ]);
});

test('a class takes the parameters of its own driver', () => {
  expect(codesOfClass(CsiDriver.cephFs(), CsiVolumeParameters.cephRbd(RBD))).toEqual(['[test/volumes] invalid-storage-class']);
  expect(codesOfClass(CsiDriver.cephFs(), CsiVolumeParameters.cephFs(FS))).toEqual([]);
});
