import { NfsCsiDriverOptions } from './nfs-csi-driver-options';
import { Resources } from '../../../agent/container/resources';
import { HostNamespace } from '../../../agent/host-namespace';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber } from '../../../private/whole-number';
import { FsGroupPolicy, VolumeLifecycleMode } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiMounts } from '../../csi-mounts';
import { STORAGE_DEFAULTS } from '../../defaults';

/** csi-driver-nfs v4.13.4, after its own manifest. docs/guides/storage.md says where this differs, and why. */
export function nfsCsiDriver(options: NfsCsiDriverOptions): CsiDriverOptions {
  const usualName = fixedValue(STORAGE_DEFAULTS.nfsName);
  const ports = fixedValue(STORAGE_DEFAULTS.nfsPorts);
  const name = options.name ?? usualName;
  return {
    name,
    image: options.image ?? fixedValue(STORAGE_DEFAULTS.nfsImage),
    args: [
      `-v=${options.logVerbosity ?? fixedValue(STORAGE_DEFAULTS.nfsLogVerbosity)}`,
      '--nodeid=$(NODE_ID)',
      '--endpoint=$(CSI_ENDPOINT)',
      ...name === usualName ? [] : [`--drivername=${name}`],
      ...options.mountPermissions === undefined ? [] : [`--mount-permissions=${octal(options.mountPermissions)}`],
      ...options.extraArgs ?? [],
    ],
    pluginDirectory: options.pluginDirectory ?? (name === usualName ? 'csi-nfsplugin' : name),
    mounts: CsiMounts.podVolumes(),
    hostNamespaces: [HostNamespace.network('NFS connections belong to a network namespace, and must outlive the pod that made them')],
    livenessPort: options.livenessPort ?? ports.liveness,
    registrarPort: options.registrarPort ?? ports.registrar,
    resources: options.resources ?? Resources.of(fixedValue(STORAGE_DEFAULTS.nfsResources)),
    overrides: options.overrides,
    driverObject: { attachRequired: false, volumeLifecycleModes: [VolumeLifecycleMode.PERSISTENT], fsGroupPolicy: FsGroupPolicy.FILE },
  };
}

/** The driver reads a leading zero as octal. */
function octal(permissions: number): string {
  if (!isWholeNumber(permissions, 1, 0o7777)) {
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
