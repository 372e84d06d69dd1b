import { Chart } from 'cdk8s';
import { each, LIVENESS, PROGRAM, REGISTRAR, TOKEN } from './csi-reasons';
import { expectParity } from './parity';
import { CephRbdCsiDriverOptions, CsiController, CsiDriver, CsiNodePlugin } from '../../src';
import { testChart } from '../support/golden';

const METRICS = 'container liveness-prometheus,';
const OMAP = 'container csi-omap-generator,';

/** Everything that the manifests of the project have switched on. */
const EVERYTHING: CephRbdCsiDriverOptions = {
  version: '3.13.1', metrics: true, kmsConfigMap: 'ceph-csi-encryption-kms-config', cephConfigMap: 'ceph-config', groupSnapshots: true,
  seLinuxMount: true,
};

function objectsOf(write: (chart: Chart) => void): any[] {
  const chart = testChart();
  write(chart);
  return chart.toJson();
}

/** What differs in all four pods. */
function commonReasons(callers: readonly string[]): { [reason: string]: string[] } {
  return {
    'ports of metrics are those of pods: a Service comes by `services`': ['Service port 8080', `${METRICS} port *`],
    'profiles are off where no flag asks for them': each([PROGRAM], 'flag --enableprofiling', 'variable POD_IP'),
    'a driver that hangs is found': each([LIVENESS], '*'),
    'paths have no slash at their end, and files that are only read cannot be written': each(callers, 'mount /etc/ceph*'),
    'the program writes a ceph.conf before it does anything else, and its root file system is read-only': each(
      [METRICS], 'mount /etc/ceph',
    ),
    'requests keep room for the pod': each([PROGRAM], 'requests cpu', 'requests memory'),
    'the program that only calls a socket has no capability': each(
      [METRICS], 'capability ALL dropped', 'privilege escalation', 'root file system', 'seccomp', 'user', 'limits memory', 'requests cpu',
      'requests memory'),
    'arguments stand where they are used': each([METRICS], 'flag --endpoint', 'variable CSI_ENDPOINT'),
    'the seccomp profile is named': each([PROGRAM], 'seccomp'),
    'only what calls the API server has a token, with a limited life': ['token', `${PROGRAM} ${TOKEN}`],
    'the image has programs for Linux alone': ['node selector kubernetes.io/os'],
  };
}

const NODE_REASONS: { [reason: string]: string[] } = {
  ...commonReasons([PROGRAM]),
  'a privileged container has every capability': each([PROGRAM], 'capability SYS_ADMIN added'),
  'the operator of the project lifts the limit of processes too': each([PROGRAM], 'flag --pidlimit'),
  'what the kubelet and the system own must exist': each([PROGRAM], 'mount /dev', 'mount /sys', 'mount /var/lib/kubelet/pods'),
  'volumes are staged below kubernetes.io/csi, and other drivers have the rest': each([PROGRAM], 'mount /var/lib/kubelet/plugins*'),
  'only the settings of SELinux are read': each([PROGRAM], 'mount /etc/selinux*'),
  'a socket is called, and nothing written beside it': each([METRICS, REGISTRAR], 'mount /csi'),
  'sidecars are privileged only on nodes that ask for it': [
    `${METRICS} privileged`,
    ...each([REGISTRAR], 'capability ALL dropped', 'privilege escalation', 'privileged', 'root file system', 'seccomp', 'user'),
  ],
  'sidecars of all drivers have one limit, and log alike': each(
    [REGISTRAR], 'flag --v', 'limits memory', 'requests cpu', 'requests memory',
  ),
  'a registrar that hangs is found': each([REGISTRAR], 'flag --http-endpoint', 'liveness probe'),
  'a name that nothing reads': each([REGISTRAR], 'variable KUBE_NODE_NAME'),
  'paths have no slash at their end': each([REGISTRAR], 'mount /registration'),
  'virtual-kubelet and Fargate run no pod of a DaemonSet': ['node term *'],
  'a tainted node mounts volumes too': ['toleration any:any effect'],
};

/** What differs in both controllers. */
function controllerReasons(sidecars: readonly string[]): { [reason: string]: string[] } {
  return {
    ...commonReasons([PROGRAM]),
    'nothing is mapped or mounted in a controller': each([PROGRAM], 'mount /dev', 'mount /sys', 'mount /lib/modules'),
    'a driver that hangs is restarted': each([PROGRAM], 'liveness probe'),
    'OpenShift drops the capabilities of the program too': each([PROGRAM], 'capability ALL dropped', 'privilege escalation', 'user'),
    'the limit of processes is one of nodes: the program looks at it there alone': each([PROGRAM], 'flag --pidlimit'),
    'the socket has one name': each([PROGRAM], 'variable CSI_ENDPOINT'),
    'sidecars have no capability, and one limit': each(
      sidecars, 'capability ALL dropped', 'privilege escalation', 'root file system', 'seccomp', 'user', 'limits memory', 'requests cpu',
      'requests memory', 'flag --v'),
    'arguments stand where they are used, and the namespace of the leases is named': each(
      sidecars, 'flag --csi-address', 'variable ADDRESS', 'flag --leader-election*', 'variable POD_NAMESPACE'),
    'metrics of sidecars come by `extraArgs`': each(sidecars, 'flag --http-endpoint', 'port *', 'variable POD_IP'),
    'each caller has a token of its own': each(sidecars, TOKEN),
    'nodes of the control plane take the controller too': ['toleration *'],
    'the snapshot controller makes snapshots and their contents, and no sidecar': [
      'may create volumesnapshotcontents *', 'may create volumesnapshots *', 'may patch volumesnapshots *',
      'may get volumesnapshots/status *', 'may list volumesnapshots/status *',
      'may patch volumesnapshots/status *',
    ],
    'sidecars of today patch': ['may update persistentvolumeclaims/status *', 'may update persistentvolumes *'],
    'leases took the place of ConfigMaps for leaders; those of tenants are read by name': [
      'may get configmaps of core', 'may list configmaps of core', 'may watch configmaps of core',
    ],
  };
}

test('the node plugin of Ceph-CSI for RBD of its manifest', () => {
  expectParity({
    facts: 'csi-ceph-rbd-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'rbd', { driver: CsiDriver.cephRbd({ ...EVERYTHING, nbd: true }) })),
    renamed: { 'csi-rbdplugin': 'csi-driver', 'driver-registrar': 'node-driver-registrar' },
    because: {
      ...NODE_REASONS,
      'arguments stand where they are used, sockets too': each([PROGRAM], 'flag --csi-addons-endpoint', 'variable CSI_ADDONS_ENDPOINT'),
      'devices of rbd-nbd end with the pod: someone drains the node and deletes it': ['strategy', `${PROGRAM} readiness probe`],
    },
  });
});

test('the node plugin of Ceph-CSI for CephFS of its manifest', () => {
  expectParity({
    facts: 'csi-ceph-fs-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'cephfs', { driver: CsiDriver.cephFs(EVERYTHING) })),
    renamed: { 'csi-cephfsplugin': 'csi-driver', 'driver-registrar': 'node-driver-registrar' },
    because: {
      ...NODE_REASONS,
      'the operator of the project runs it without the processes of the node': ['hostPID'],
      'the path of the socket has no slash at its end': each([PROGRAM], 'mount /csi'),
      'a driver that hangs is restarted: mounts of the kernel stay': each([PROGRAM], 'liveness probe'),
      'one node at a time takes days': ['strategy'],
    },
  });
});

test('the controller of Ceph-CSI for RBD of its manifest', () => {
  const sidecars = ['csi-attacher', 'csi-provisioner', 'csi-resizer', 'csi-snapshotter'].map(name => `container ${name},`);
  expectParity({
    facts: 'csi-ceph-rbd-controller',
    objects: objectsOf(chart => new CsiController(chart, 'rbd-controller', {
      driver: CsiDriver.cephRbd({ ...EVERYTHING, omapGenerator: true }),
    })),
    renamed: { 'csi-rbdplugin': 'csi-driver', 'csi-rbdplugin-controller': 'csi-omap-generator' },
    because: {
      ...controllerReasons(sidecars),
      'arguments stand where they are used, sockets too': each([PROGRAM], 'flag --csi-addons-endpoint', 'variable CSI_ADDONS_ENDPOINT'),
      'the driver has the same depths without a flag': each([PROGRAM], 'flag --rbdhardmaxclonedepth', 'flag --rbdsoftmaxclonedepth'),
      'what generates omaps is confined as the driver is, and finds the keys of encrypted volumes': each(
        [OMAP], 'capability ALL dropped', 'privilege escalation', 'seccomp', 'user', 'requests cpu', 'requests memory', 'mount /etc/ceph*',
        TOKEN, 'variable POD_NAMESPACE'),
      'its leader is noted in a Lease of its own namespace': [
        'may create configmaps *', 'may delete configmaps *', 'may update configmaps *', 'may create events *', 'may patch events *',
      ],
      'the snapshot controller deletes contents': ['may delete volumesnapshotcontents *'],
      'the attacher of today patches': ['may update volumeattachments *'],
    },
  });
});

test('the controller of Ceph-CSI for CephFS of its manifest', () => {
  const sidecars = ['csi-provisioner', 'csi-resizer', 'csi-snapshotter'].map(name => `container ${name},`);
  expectParity({
    facts: 'csi-ceph-fs-controller',
    objects: objectsOf(chart => new CsiController(chart, 'cephfs-controller', { driver: CsiDriver.cephFs(EVERYTHING) })),
    renamed: { 'csi-cephfsplugin': 'csi-driver' },
    because: {
      ...controllerReasons(sidecars),
      'Secrets are read by name, when a class names them': ['may list secrets of core', 'may watch secrets of core'],
    },
  });
});
