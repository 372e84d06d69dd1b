import { NfsCsiDriverOptions } from './nfs-csi-driver-options';
import { octalPermissions } from './nfs-permissions';
import { Resources } from '../../../agent/container/resources';
import { HostNamespace } from '../../../agent/host-namespace';
import { fixedValue } from '../../../private/default-row';
import { FsGroupPolicy, VolumeLifecycleMode } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiMounts } from '../../csi-mounts';
import { CsiSidecar } from '../../csi-sidecar';
import { STORAGE_DEFAULTS } from '../../defaults';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';

const SIG_STORAGE = 'registry.k8s.io/sig-storage';

/** The releases of csi-driver-nfs that are known, with the sidecars of their own manifests. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'csi-driver-nfs',
  repository: 'registry.k8s.io/sig-storage/nfsplugin',
  minors: {
    4.13: {
      registrar: `${SIG_STORAGE}/csi-node-driver-registrar:v2.17.0`, livenessProbe: `${SIG_STORAGE}/livenessprobe:v2.19.0`,
      provisioner: `${SIG_STORAGE}/csi-provisioner:v6.3.0`, resizer: `${SIG_STORAGE}/csi-resizer:v2.2.0`,
      snapshotter: `${SIG_STORAGE}/csi-snapshotter:v8.6.0`,
    },
  },
};

const HOST_NETWORK = 'NFS connections belong to a network namespace, and must outlive the pod that made them';

/** How long a call of a sidecar may take: copies of directories are made in them. */
const PATIENCE = ['--timeout=1200s', '--retry-interval-max=30m'];

/** csi-driver-nfs, after its own manifest. docs/guides/storage.md says where this differs, and why. */
export function nfsCsiDriver(options: NfsCsiDriverOptions): CsiDriverOptions {
  const usualName = fixedValue(STORAGE_DEFAULTS.nfsName);
  const ports = fixedValue(STORAGE_DEFAULTS.nfsPorts);
  const { name = usualName } = options;
  const { image, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(STORAGE_DEFAULTS.nfsVersion) });
  const args = [
    `-v=${options.logVerbosity ?? fixedValue(STORAGE_DEFAULTS.nfsLogVerbosity)}`,
    '--nodeid=$(NODE_ID)',
    '--endpoint=$(CSI_ENDPOINT)',
    ...name === usualName ? [] : [`--drivername=${name}`],
    ...options.mountPermissions === undefined ? [] : [`--mount-permissions=${octalPermissions(options.mountPermissions)}`],
  ];
  return {
    name, image, sidecarImages,
    args: [...args, ...options.extraArgs ?? []],
    ...commonOptions(options, {
      pluginDirectory: name === usualName ? 'csi-nfsplugin' : name,
      livenessPort: ports.liveness,
      registrarPort: ports.registrar,
      resources: Resources.of(fixedValue(STORAGE_DEFAULTS.nfsResources)),
    }),
    mounts: CsiMounts.podVolumes(),
    hostNamespaces: [HostNamespace.network(HOST_NETWORK)],
    driverObject: { attachRequired: false, volumeLifecycleModes: [VolumeLifecycleMode.PERSISTENT], fsGroupPolicy: FsGroupPolicy.FILE },
    controller: {
      args: [...args, ...options.extraControllerArgs ?? []],
      provisioner: CsiSidecar.of({ extraArgs: ['--extra-create-metadata=true', ...PATIENCE] }),
      resizer: CsiSidecar.of(),
      snapshotter: CsiSidecar.of({ extraArgs: PATIENCE, resources: Resources.of(fixedValue(STORAGE_DEFAULTS.nfsControllerResources)) }),
      // a StorageClass can name one with options of the mount
      readsSecrets: true,
      expandsOnline: true,
      // it mounts the share to make and delete the directories of volumes
      mounts: CsiMounts.podVolumes(),
      hostNamespaces: [HostNamespace.network('mounts shares by the network of the node, as the node plugin does')],
      livenessPort: fixedValue(STORAGE_DEFAULTS.nfsControllerPort),
      resources: options.controllerResources ?? Resources.of(fixedValue(STORAGE_DEFAULTS.nfsControllerResources)),
    },
  };
}
