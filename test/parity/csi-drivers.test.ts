import { Chart } from 'cdk8s';
import {
  bareReasons, controllerReasons, each, LINUX_ONLY, LIVENESS, NODE_TOKEN, nodeReasons, PROGRAM, REGISTRAR, SNAPSHOT_RIGHTS, TOKEN,
  windowsReasons,
} from './csi-reasons';
import { expectParity } from './parity';
import { CsiController, CsiDriver, CsiNodePlugin, CsiWindowsNodePlugin } from '../../src';
import { testChart } from '../support/golden';

const PROVISIONER = 'container csi-provisioner,';
const TAINTS = 'container taint-controller,';
const EKS = { 'nodes without a kubelet run no pod of a DaemonSet': ['node term *'] };

function objectsOf(write: (chart: Chart) => void): any[] {
  const chart = testChart();
  write(chart);
  return chart.toJson();
}

test('the node plugin of the SMB driver of its manifest', () => {
  expectParity({
    facts: 'csi-smb-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'smb', { driver: CsiDriver.smb() })),
    renamed: { smb: 'csi-driver' },
    because: {
      ...nodeReasons(), ...NODE_TOKEN, ...EKS,
      'a privileged container has all capabilities': [`${PROGRAM} capability ALL dropped`],
      'the registrar tells how it is, as in the release that follows': each([REGISTRAR], 'flag --http-endpoint', 'liveness probe'),
    },
  });
});

test('the controller of the SMB driver of its manifest', () => {
  expectParity({
    facts: 'csi-smb-controller',
    objects: objectsOf(chart => new CsiController(chart, 'smb-controller', { driver: CsiDriver.smb({ metrics: true }) })),
    renamed: { smb: 'csi-driver' },
    because: {
      ...controllerReasons([PROVISIONER, 'container csi-resizer,']),
      'a privileged container has all capabilities': [`${PROGRAM} capability ALL dropped`],
      'shares are not changed by VolumeAttributesClasses': each([PROVISIONER, 'container csi-resizer,'], 'flag --feature-gates'),
      'a processor limit slows what waits for a call': each([PROVISIONER, LIVENESS], 'limits cpu'),
      'sidecars have the rights that their own projects name': ['may update persistentvolumes of core'],
    },
  });
});

test('the plugin of the SMB driver for Windows of its manifest', () => {
  expectParity({
    facts: 'csi-smb-windows',
    objects: objectsOf(chart => new CsiWindowsNodePlugin(chart, 'smb-windows', { driver: CsiDriver.smb() })),
    renamed: { smb: 'csi-driver' },
    because: { ...windowsReasons(), ...NODE_TOKEN, ...EKS, ...LINUX_ONLY.seccomp },
  });
});

test('the host path driver of its manifest with a provisioner on each node', () => {
  expectParity({
    facts: 'csi-host-path-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'scratch', {
      driver: CsiDriver.hostPath({ capacity: { fast: '100Gi', slow: '10Gi' } }),
    })),
    renamed: { hostpath: 'csi-driver' },
    because: {
      ...EKS,
      ...bareReasons('every container has requests, and the seccomp profile is named', [PROGRAM]),
      ...bareReasons(
        'sidecars have requests, a limit and no capability', [PROVISIONER, REGISTRAR, LIVENESS], 'limits memory', 'capability ALL dropped',
        'privilege escalation', 'root file system', 'user', 'mount /csi',
      ),
      'sidecars are privileged only where SELinux asks for it': each([PROVISIONER, REGISTRAR], 'privileged'),
      'the directory of the kubelet is made by the kubelet, and paths have no slash at their end': [
        `${PROGRAM} mount /var/lib/kubelet/pods`, `${PROGRAM} mount /csi-data-dir`,
      ],
      'kinds are sorted by name': [`${PROGRAM} flag --capacity`],
      'the usual health port, which the sidecar binds on IPv6 too': [
        `${PROGRAM} port 9898/TCP`, `${PROGRAM} liveness probe`,
        ...each([LIVENESS], 'flag --health-port', 'flag --http-endpoint', 'flag --probe-timeout', 'flag --v', 'port 9808/TCP'),
      ],
      'the registrar has nothing to do with volumes, and asks for no node': each(
        [REGISTRAR], 'mount /csi-data-dir', 'variable KUBE_NODE_NAME', 'flag --v', 'liveness probe', 'port 9809/TCP',
      ),
      'only the provisioner calls the API server, and its token has a limited life': ['token', `${PROVISIONER} ${TOKEN}`],
      'the driver changes no volume by VolumeAttributesClasses: two gates are two flags': [`${PROVISIONER} flag --feature-gates`],
      'roles are in the namespace of the plugin': [
        ...[
          'create', 'delete', 'get', 'list', 'patch', 'update', 'watch',
        ].map(verb => `may ${verb} csistoragecapacities of storage.k8s.io`), 'may get pods of core',
      ],
      'the pod owns what tells of its room, none leads the others, nothing is attached, and no snapshot is restored': [
        'may get replicasets of apps', ...['create', 'delete', 'get', 'list', 'update', 'watch'].map(verb => `may ${verb} leases of `
          + 'coordination.k8s.io'),
        ...['get', 'list', 'watch'].map(verb => `may ${verb} volumeattachments of storage.k8s.io`), 'may get volumesnapshot*',
        'may list volumesnapshot*', 'may watch volumesnapshot*',
        'may update volumesnapshot*',
      ],
      'a driver runs on every Linux node, and is evicted last': [
        'node selector kubernetes.io/os', 'priorityClassName', 'toleration any:any effect', 'strategy',
      ],
    },
  });
});

/** What differs in both places of the driver for Google disks. */
const GOOGLE = {
  'a flag has a value': [`${PROGRAM} flag --enable-data-cache`],
  'the socket has the three slashes of the specification': [`${PROGRAM} flag --endpoint`, `${PROGRAM} variable CSI_ENDPOINT`],
  'the image of the project, which its overlays put in the place of the other': [`${PROGRAM} image`],
  'on the network of the node, names are looked up as the node does': ['dnsPolicy'],
};

test('the node plugin of the driver for Google disks of its manifest', () => {
  expectParity({
    facts: 'csi-gce-persistent-disk-node',
    objects: objectsOf(chart => new CsiNodePlugin(chart, 'disks', { driver: CsiDriver.gcePersistentDisk() })),
    renamed: { 'gce-pd-driver': 'csi-driver', 'csi-driver-registrar': 'node-driver-registrar' },
    because: {
      ...NODE_TOKEN, ...EKS, ...GOOGLE, ...bareReasons('every container has requests, and the seccomp profile is named', [PROGRAM]),
      ...bareReasons(
        'sidecars have requests, a limit and no capability', [REGISTRAR], 'limits memory', 'capability ALL dropped', 'privilege escalation',
        'root file system', 'user', 'mount /csi', 'mount /registration',
      ),
      'the registrar logs what changes, and asks for no node': each([REGISTRAR], 'flag --v', 'variable KUBE_NODE_NAME'),
      'paths have no slash at their end, and immutable images have no kernel modules': each(
        [PROGRAM], 'mount /csi', 'mount /lib/modules', 'mount /var/lib/kubelet/pods',
      ),
      'rules of udev are read': each([PROGRAM], 'mount /etc/udev', 'mount /lib/udev'),
      'it gets its own node alone, and policies of pods are gone': ['may list nodes of core', 'may use podsecuritypolicies*'],
      'one node at a time takes hours on a large fleet, and the class of Kubernetes is made for such plugins': [
        'strategy', 'priorityClassName',
      ],
    },
  });
});

test('the controller of the driver for Google disks of its manifest', () => {
  const sidecars = ['csi-attacher', 'csi-provisioner', 'csi-resizer', 'csi-snapshotter'].map(name => `container ${name},`);
  expectParity({
    facts: 'csi-gce-persistent-disk-controller',
    objects: objectsOf(chart => new CsiController(chart, 'disks-controller', {
      driver: CsiDriver.gcePersistentDisk({ credentialsSecret: 'cloud-sa', removesStartupTaint: true, modifiesVolumes: true }),
    })),
    renamed: { 'gce-pd-driver': 'csi-driver' },
    because: {
      ...GOOGLE, ...SNAPSHOT_RIGHTS,
      ...bareReasons(
        'every container is nobody, without a capability, and has requests', [PROGRAM, TAINTS, ...sidecars], 'capability ALL dropped',
        'privilege escalation', 'root file system', 'user',
      ),
      'sidecars that stop leading end by themselves': each(sidecars.slice(0, 3), 'flag --http-endpoint', 'liveness probe'),
      'metrics of sidecars are open to nobody': [
        'container csi-attacher, port 22012/TCP', 'container csi-provisioner, port 22011/TCP', 'container csi-resizer, port 22013/TCP',
        'container csi-snapshotter, flag --metrics-address',
        `${TAINTS} flag --taint-metrics-addr`, `${TAINTS} port 8081/TCP`,
      ],
      'the attacher makes ext4 where nothing is said, as in the overlay of releases': ['container csi-attacher, flag --default-fstype'],
      'off by the program itself': [`${PROGRAM} flag --enable-multitenancy`],
      'the name of the node is a variable of the program everywhere': [`${PROGRAM} variable KUBE_NODE_NAME`],
      'the remover of the taint has the image of the project, a limit and a token of its own': [
        `${TAINTS} image`, `${TAINTS} limits memory`, `${TAINTS} ${TOKEN}`, 'token',
      ],
      'leases are in the namespace of the controller': ['create', 'delete', 'get', 'list', 'update', 'watch'].map(
        verb => `may ${verb} leases of coordination.k8s.io`,
      ),
      'volumes grow in use, so the resizer never looks at pods': [
        'may get pods of core', 'may list pods of core', 'may watch pods of core',
      ],
      'a field is patched and never replaced': [
        'may update persistentvolumeclaims/status of core', 'may update persistentvolumes of core',
        'may update volumeattachments of storage.k8s.io',
      ],
      'policies of pods are gone': ['may use podsecuritypolicies*'],
      'what is on the network of its node runs on no virtual node, and twice on none': ['node term *', 'strategy'],
      'the class of Kubernetes is made for such controllers': ['priorityClassName'],
      'nodes of the control plane take the controller too': [
        'toleration CriticalAddonsOnly:any effect', 'toleration node-role.kubernetes.io/control-plane:NoSchedule',
      ],
      'the taint that the program removes has this name': [
        'toleration pd.csi.storage.gke.io/not-ready:NoSchedule', 'toleration pd.csi.storage.gke.io/startup:NoSchedule',
      ],
      'sidecars have a limit, log what changes, and name the namespace of their leases': each(
        sidecars, 'limits memory', 'flag --v', 'flag --leader-election-namespace', 'variable PDCSI_NAMESPACE', 'variable POD_NAMESPACE',
        TOKEN),
    },
  });
});
