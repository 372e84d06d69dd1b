import { expectParity } from './parity';
import { CsiController, CsiDriver, CsiNodePlugin } from '../../src';
import { testChart } from '../support/golden';

const of = (containers: readonly string[], ...things: readonly string[]) => containers.flatMap(container => things.map(thing => 'container '
  + `${container}, ${thing}`));

const WITH_TOKEN = ['csi-provisioner', 'csi-resizer', 'csi-snapshotter'];

function confined(sidecars: readonly string[]) {
  return {
    'capabilities have no effect on a privileged container': of(['csi-driver'], 'capability ALL dropped', 'capability SYS_ADMIN added'),
    'a sidecar that is confined calls sockets as well': of(sidecars, 'privilege escalation', 'root file system', 'user'),
    'three seconds are too few on a busy node': of(['liveness-probe'], 'flag --probe-timeout'),
  };
}

test('the node plugin of csi-driver-nfs', () => {
  const chart = testChart();
  new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
  expectParity({
    facts: 'csi-nfs-node', objects: chart.toJson(), renamed: { nfs: 'csi-driver' },
    because: {
      ...confined(['liveness-probe', 'node-driver-registrar']),
      'calling a socket writes nothing to its directory': of(['liveness-probe', 'node-driver-registrar'], 'mount /csi'),
      'the chart and later manifests have the registrar probed, on this port': of(
        ['node-driver-registrar'], 'flag --http-endpoint', 'liveness probe',
      ),
      'paths are written out, and the name of the node is read by nobody': of(
        ['node-driver-registrar'], 'flag --kubelet-registration-path', 'variable DRIVER_REG_SOCK_PATH', 'variable KUBE_NODE_NAME'),
      'virtual nodes run no pod of a DaemonSet, or have the job done': ['node term *'],
      'one node at a time takes hours on a large fleet': ['strategy'],
      'nothing calls the Kubernetes API': ['token'],
    },
  });
});

test('the controller of csi-driver-nfs', () => {
  const chart = testChart();
  new CsiController(chart, 'nfs-controller', { driver: CsiDriver.nfs() });
  expectParity({
    facts: 'csi-nfs-controller', objects: chart.toJson(), renamed: { nfs: 'csi-driver' },
    because: {
      ...confined(['liveness-probe', ...WITH_TOKEN]),
      'paths are written out': of(WITH_TOKEN, 'variable ADDRESS', 'flag --csi-address'),
      'flags have one spelling': [
        ...of(['csi-provisioner'], 'flag --v', 'flag -v'),
        ...of(
          ['csi-resizer'], 'flag -csi-address',
          ...['feature-gates', 'handle-volume-inuse-error', 'leader-election', 'v'].flatMap(flag => [`flag -${flag}`, `flag --${flag}`]),
        ),
      ],
      'the token is mounted into the containers that use it, and into no other': [
        'token', ...of(WITH_TOKEN, 'mount /var/run/secrets/kubernetes.io/serviceaccount'),
      ],
      'leases are those of the own namespace, as the projects of the sidecars have them': [
        ...['create', 'delete', 'get', 'list', 'update', 'watch', 'patch'].map(verb => `may ${verb} leases of coordination.k8s.io`),
      ],
      'the projects of the sidecars do without it': [
        'may get events of core', 'may get volumesnapshotcontents/status of snapshot.storage.k8s.io',
        'may update persistentvolumeclaims/status of core', 'may update persistentvolumes of core',
      ],
      'the provisioner protects a snapshot while it makes a volume of it': ['may update volumesnapshots of snapshot.storage.k8s.io'],
      'virtual nodes have no network of the node to share': ['node term *'],
      'add-on nodes are tolerated whatever the effect of their taint': [
        'toleration CriticalAddonsOnly:NoSchedule', 'toleration CriticalAddonsOnly:any effect',
      ],
      'these taints are older than Kubernetes 1.28': [
        'toleration node-role.kubernetes.io/controlplane:NoSchedule', 'toleration node-role.kubernetes.io/master:NoSchedule',
      ],
    },
  });
});
