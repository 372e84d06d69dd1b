import { Chart } from 'cdk8s';
import {
  CloudIdentity, ContainerSecurity, CsiController, CsiControllerOptions, CsiControllerProps, CsiDriver, CsiDriverOptions, CsiMounts,
  CsiNodePlugin, CsiSidecar,
  HostNamespace, KubernetesVersion, NodePlatform, PodSecurityContext, Resources, TargetCluster,
} from '../../src';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../support/golden';

const IMAGE = 'images.example.com/csi-block:v1.2.3';

function driver(controller: CsiControllerOptions = {}, more: Partial<CsiDriverOptions> = {}): CsiDriver {
  return CsiDriver.of({ name: 'block.csi.example.com', image: IMAGE, controller, ...more });
}

function made(props: CsiControllerProps, chart: Chart = testChart()): any {
  new CsiController(chart, 'block-controller', props);
  return objectOf(chart, 'Deployment').spec;
}

function containersOf(props: CsiControllerProps): { [name: string]: any } {
  return Object.fromEntries(made(props).template.spec.containers.map((container: any) => [container.name, container]));
}

/** What the controller may do: `get persistentvolumes`. */
function rightsOf(props: CsiControllerProps): string[] {
  const chart = testChart();
  new CsiController(chart, 'block-controller', props);
  return chart.toJson().filter(({ kind }: any) => kind === 'ClusterRole' || kind === 'Role').flatMap(({ rules }: any) => rules)
    .flatMap(({ resources, verbs }: any) => resources.flatMap((resource: string) => verbs.map((verb: string) => `${verb} ${resource}`)));
}

test('one line runs the controller of the NFS driver', () => {
  const chart = testChart();
  new CsiController(chart, 'nfs-controller', { driver: CsiDriver.nfs() });
  expectGolden('csi-controller', chart);
});

test('a driver that attaches has a provisioner and an attacher, and what else it says', () => {
  expect(Object.keys(containersOf({ driver: driver() }))).toEqual(['csi-driver', 'csi-provisioner', 'csi-attacher', 'liveness-probe']);
  expect(Object.keys(containersOf({ driver: driver({}, { driverObject: { attachRequired: false } }) }))).toEqual([
    'csi-driver', 'csi-provisioner', 'liveness-probe',
  ]);
  const all = driver({ provisioner: CsiSidecar.none(), resizer: CsiSidecar.of(), snapshotter: CsiSidecar.of() });
  expect(Object.keys(containersOf({ driver: all }))).toEqual([
    'csi-driver', 'csi-attacher', 'csi-resizer', 'csi-snapshotter', 'liveness-probe',
  ]);
  expect(Object.keys(containersOf({ driver: all, snapshotter: CsiSidecar.none(), provisioner: CsiSidecar.of() })))
    .toEqual(['csi-driver', 'csi-provisioner', 'csi-attacher', 'csi-resizer', 'liveness-probe']);
});

test('each sidecar has the rights that its work takes, and no other', () => {
  expect(rightsOf({ driver: driver() })).toContain('get volumeattachments');
  const without = rightsOf({ driver: driver({}, { driverObject: { attachRequired: false } }) });
  expect(without.filter(right =>
    /volumeattachments|snapshots|secrets|pods|volumeattributesclasses|csistoragecapacities/.test(right))).toEqual([]);
  expect(without).toContain('delete persistentvolumes');
  expect(without).toContain('create leases');
  expect(rightsOf({ driver: driver({ resizer: CsiSidecar.of() }) })).toContain('watch pods');
  expect(rightsOf({ driver: driver({ resizer: CsiSidecar.of(), expandsOnline: true }) })).not.toContain('watch pods');
  expect(rightsOf({ driver: driver({ readsSecrets: true }) })).toContain('get secrets');
  expect(rightsOf({ driver: driver({ modifiesVolumes: true }) })).toContain('watch volumeattributesclasses');
  expect(rightsOf({ driver: driver({}, { driverObject: { storageCapacity: true } }) })).toContain('create csistoragecapacities');
  expect(rightsOf({ driver: driver({ snapshotter: CsiSidecar.of() }) })).toContain('update volumesnapshotcontents/status');
});

test('only sidecars have a token: the program of the driver asks nothing of the Kubernetes API', () => {
  const containers = containersOf({ driver: driver() });
  const hasToken = (name: string) =>
    containers[name].volumeMounts.some(({ mountPath }: any) => mountPath === '/var/run/secrets/kubernetes.io/serviceaccount');
  expect(Object.keys(containers).filter(hasToken)).toEqual(['csi-provisioner', 'csi-attacher']);
});

test('a program that does not mount is a user without rights, and its sidecars are the same user, who may open the socket', () => {
  const containers = containersOf({ driver: driver() });
  expect(Object.values(containers).map(({ securityContext }) => securityContext.runAsUser)).toEqual([65534, 65534, 65534, 65534]);
  expect(containers['csi-driver'].securityContext.readOnlyRootFilesystem).toBe(true);
});

test('sidecars of a program that is root are root too, without a capability', () => {
  for (const controller of [
    { mounts: CsiMounts.podVolumes() }, { securityContext: ContainerSecurity.root('writes to a directory of root') },
  ]) {
    const { 'csi-provisioner': provisioner } = containersOf({ driver: driver(controller) });
    expect(provisioner.securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false });
  }
});

test('on OpenShift sidecars of a privileged program have the type that may connect to it', () => {
  const chart = testChart();
  TargetCluster.configure(chart, { platform: NodePlatform.openShift(), kubernetesVersion: KubernetesVersion.V1_30 });
  const { template } = made({ driver: CsiDriver.nfs() }, chart);
  expect(template.spec.containers[1].securityContext.seLinuxOptions).toEqual({ type: 'spc_t' });
});

test('what is given of a sidecar is laid over what the driver says, and its arguments come last', () => {
  const { 'csi-provisioner': provisioner } = containersOf({
    driver: driver({ provisioner: CsiSidecar.of({ extraArgs: ['--timeout=60s'], resources: Resources.of({ cpu: '20m' }) }) }),
    provisioner: CsiSidecar.of({ image: 'images.example.com/csi-provisioner:v6.3.0', extraArgs: ['--timeout=120s'] }),
  });
  expect(provisioner.image).toBe('images.example.com/csi-provisioner:v6.3.0');
  expect(provisioner.args.slice(-2)).toEqual(['--timeout=60s', '--timeout=120s']);
  expect(provisioner.resources).toEqual({ requests: { cpu: '20m' } });
});

test('images of sidecars are those of the release of the driver', () => {
  const {
    'csi-attacher': attacher,
  } = containersOf({ driver: driver({}, { sidecarImages: { attacher: 'images.example.com/csi-attacher:v4.9.0' } }) });
  expect(attacher.image).toBe('images.example.com/csi-attacher:v4.9.0');
});

test('on the host network the controller needs a health port of its own, and its old pod stops first', () => {
  const hostNamespaces = [HostNamespace.network('asks the metadata server of the cloud')];
  const chart = testChart();
  new CsiController(chart, 'block-controller', { driver: driver({ hostNamespaces }) });
  expect(codesOf(chart)).toEqual(['[test/block-controller] missing-health-port']);
  const { strategy } = made({ driver: driver({ hostNamespaces, livenessPort: 29700 }) });
  expect(strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } });
  expect(containersOf({ driver: driver({ hostNamespaces, livenessPort: 29700 }), livenessPort: 29701 })['liveness-probe'].args).toContain(
    '--http-endpoint=localhost:29701',
  );
});

test('a driver without a controller says so', () => {
  const chart = testChart();
  new CsiController(chart, 'none', { driver: CsiDriver.of({ name: 'block.csi.example.com', image: IMAGE }) });
  expect(codesOf(chart)).toEqual(['[test/none] csi-controller-unknown']);
});

test('plugin and controller of one driver stand next to each other', () => {
  const chart = testChart();
  const nfs = CsiDriver.nfs();
  new CsiNodePlugin(chart, 'nfs', { driver: nfs });
  new CsiController(chart, 'nfs-controller', { driver: nfs });
  expect(errorsOf(chart)).toEqual([]);
});

test('capacity is reported by a provisioner that knows its pod', () => {
  const { 'csi-provisioner': provisioner } = containersOf({ driver: driver({}, { driverObject: { storageCapacity: true } }) });
  expect(provisioner.args).toEqual(expect.arrayContaining(['--enable-capacity', '--capacity-ownerref-level=2']));
  expect(provisioner.env.map(({ name }: any) => name)).toEqual(['NAMESPACE', 'POD_NAME', 'POD_NAMESPACE']);
});

test('the identity of a cloud is that of the service account', () => {
  const chart = testChart();
  new CsiController(chart, 'block-controller', {
    driver: driver(), cloudIdentity: CloudIdentity.awsRole('arn:aws:iam::111122223333:role/block'),
  });
  expect(
    objectOf(chart, 'ServiceAccount').metadata.annotations,
  ).toEqual({ 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/block' });
});

test('snapshots of groups are asked for, with the rights for them', () => {
  const snapshotter = CsiSidecar.of();
  expect(containersOf({ driver: driver({ snapshotter }) })['csi-snapshotter'].args.join()).not.toContain('feature-gates');
  expect(containersOf({ driver: driver({ snapshotter, groupSnapshots: true }) })['csi-snapshotter'].args).toContain(
    '--feature-gates=CSIVolumeGroupSnapshot=true',
  );
  expect(rightsOf({ driver: driver({ snapshotter }) }).filter(right => right.includes('group'))).toEqual([]);
  expect(rightsOf({ driver: driver({ snapshotter, groupSnapshots: true }) })).toContain('update volumegroupsnapshotcontents');
});

test('a pod of root has a driver and sidecars of root', () => {
  const containers = containersOf({ driver: driver({ podSecurityContext: PodSecurityContext.root('the image has another user') }) });
  expect(Object.values(containers).map(({ securityContext }) => securityContext.runAsUser)).toEqual([0, 0, 0, 0]);
});
