import { GCE_PERSISTENT_DISK_DEFAULTS } from './defaults';
import { gcePersistentDiskController, verbosity } from './gce-persistent-disk-controller';
import { GcePersistentDiskCsiDriverOptions } from './gce-persistent-disk-csi-driver-options';
import { Dns } from '../../../agent/dns';
import { HostNamespace } from '../../../agent/host-namespace';
import { fixedValue } from '../../../private/default-row';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiLiveness } from '../../csi-liveness';
import { CsiMounts } from '../../csi-mounts';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';

const SIG_STORAGE = 'registry.k8s.io/sig-storage';

/** The releases that are known, with the sidecars of their manifests. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'gcp-compute-persistent-disk-csi-driver',
  repository: 'registry.k8s.io/cloud-provider-gcp/gcp-compute-persistent-disk-csi-driver',
  minors: {
    1.26: {
      registrar: `${SIG_STORAGE}/csi-node-driver-registrar:v2.13.0`, provisioner: `${SIG_STORAGE}/csi-provisioner:v6.0.0`,
      attacher: `${SIG_STORAGE}/csi-attacher:v4.8.1`,
      resizer: `${SIG_STORAGE}/csi-resizer:v2.0.0`, snapshotter: `${SIG_STORAGE}/csi-snapshotter:v8.2.1`,
    },
  },
};

/**
 * gcp-compute-persistent-disk-csi-driver, after its own manifest. docs/guides/csi-gce-persistent-disk.md says where this differs, and why.
 */
export function gcePersistentDiskCsiDriver(options: GcePersistentDiskCsiDriverOptions): CsiDriverOptions {
  const { image, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(GCE_PERSISTENT_DISK_DEFAULTS.version) });
  const { dataCache = true, seLinuxMount = false } = options;
  const { livenessPort, registrarPort } = options;
  return {
    name: 'pd.csi.storage.gke.io', image, sidecarImages,
    nodeIdVariable: 'KUBE_NODE_NAME',
    args: [
      verbosity(options), '--endpoint=$(CSI_ENDPOINT)', '--run-controller-service=false', `--enable-data-cache=${dataCache}`,
      '--node-name=$(KUBE_NODE_NAME)',
      ...options.extraArgs ?? [],
    ],
    // its manifest has neither, so there is no port that is known to be free on the network of the node
    ...commonOptions(options, { registrarHealth: registrarPort !== undefined }),
    liveness: livenessPort === undefined ? CsiLiveness.none() : CsiLiveness.sidecar(),
    mounts: CsiMounts.stagedVolumes(),
    hostAccess: [
      CsiHostAccess.blockDevices(), CsiHostAccess.udev(), CsiHostAccess.deviceTree(), CsiHostAccess.kernelModules(),
      ...seLinuxMount ? [CsiHostAccess.seLinux()] : [],
    ],
    hostNamespaces: [HostNamespace.network('asks the metadata server of the node, which workload identity of GKE replaces elsewhere')],
    dns: Dns.node(),
    grants: [CsiGrant.nodeTopology()],
    driverObject: { attachRequired: true, podInfoOnMount: false, seLinuxMount: seLinuxMount || undefined },
    controller: gcePersistentDiskController(options, image),
  };
}
