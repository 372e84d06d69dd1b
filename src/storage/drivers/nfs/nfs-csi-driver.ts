import { NfsCsiDriverOptions } from './nfs-csi-driver-options';
import { Resources } from '../../../agent/container/resources';
import { HostNamespace } from '../../../agent/host-namespace';
import { fail } from '../../../private/problem';
import { FsGroupPolicy, VolumeLifecycleMode } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiMounts } from '../../csi-mounts';

const NAME = 'nfs.csi.k8s.io';

/** csi-driver-nfs v4.13.4, after its own manifest. docs/guides/storage.md says where this differs, and why. */
export function nfsCsiDriver(options: NfsCsiDriverOptions): CsiDriverOptions {
  const name = options.name ?? NAME;
  return {
    name,
    image: options.image ?? 'registry.k8s.io/sig-storage/nfsplugin:v4.13.4',
    args: [
      `-v=${options.logVerbosity ?? 5}`,
      '--nodeid=$(NODE_ID)',
      '--endpoint=$(CSI_ENDPOINT)',
      ...name === NAME ? [] : [`--drivername=${name}`],
      ...options.mountPermissions === undefined ? [] : [`--mount-permissions=${octal(options.mountPermissions)}`],
      ...options.extraArgs ?? [],
    ],
    pluginDirectory: options.pluginDirectory ?? (name === NAME ? 'csi-nfsplugin' : name),
    mounts: CsiMounts.podVolumes(),
    hostNamespaces: [HostNamespace.network('NFS connections belong to a network namespace, and must outlive the pod that made them')],
    livenessPort: options.livenessPort ?? 29653,
    registrarPort: options.registrarPort ?? 19809,
    resources: options.resources ?? Resources.of({ cpu: '10m', memory: '20Mi', memoryLimit: '300Mi' }),
    overrides: options.overrides,
    driverObject: { attachRequired: false, volumeLifecycleModes: [VolumeLifecycleMode.PERSISTENT], fsGroupPolicy: FsGroupPolicy.FILE },
  };
}

/** The driver reads a leading zero as octal. */
function octal(permissions: number): string {
  if (!Number.isInteger(permissions) || permissions < 1 || permissions > 0o7777) {
    fail({
      code: 'invalid-csi-driver',
      what: 'the root of a share cannot have these permissions',
      given: `mountPermissions: ${permissions}`,
      allowed: '1 to 4095, which is 0o7777',
      fix: 'write it as an octal number: 0o777',
    });
  }
  return `0${permissions.toString(8)}`;
}
