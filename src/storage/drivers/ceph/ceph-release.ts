import { CephCsiDriverOptions } from './ceph-csi-driver-options';
import { CEPH_DEFAULTS } from './defaults';
import { fixedValue } from '../../../private/default-row';
import { CsiSidecarImages } from '../../csi-sidecar-images';
import { DriverRelease, driverRelease } from '../../private/driver-release';

/** The versions of the sidecars that a minor was released with, in the order of `sidecars`. */
const SIDECARS = {
  3.13: ['v2.11.1', 'v5.0.1', 'v4.6.1', 'v1.11.1', 'v8.2.0'],
  3.14: ['v2.14.0', 'v5.3.0', 'v4.9.0', 'v1.13.2', 'v8.2.0'],
  3.15: ['v2.15.0', 'v6.0.0', 'v4.10.0', 'v2.0.0', 'v8.4.0'],
  3.16: ['v2.16.0', 'v6.2.0', 'v4.11.0', 'v2.1.0', 'v8.5.0'],
  3.17: ['v2.17.0', 'v6.2.0', 'v4.12.0', 'v2.1.0', 'v8.5.0'],
} as const;

const SIG_STORAGE = 'registry.k8s.io/sig-storage';

function sidecars([registrar, provisioner, attacher, resizer, snapshotter]: readonly string[]): CsiSidecarImages {
  return {
    registrar: `${SIG_STORAGE}/csi-node-driver-registrar:${registrar}`, provisioner: `${SIG_STORAGE}/csi-provisioner:${provisioner}`,
    attacher: `${SIG_STORAGE}/csi-attacher:${attacher}`, resizer: `${SIG_STORAGE}/csi-resizer:${resizer}`,
    snapshotter: `${SIG_STORAGE}/csi-snapshotter:${snapshotter}`,
  };
}

/** The release of Ceph-CSI that both drivers come in. */
export function cephRelease(options: CephCsiDriverOptions): DriverRelease {
  return driverRelease(options, {
    driver: 'ceph-csi',
    repository: 'quay.io/cephcsi/cephcsi',
    standard: fixedValue(CEPH_DEFAULTS.version),
    minors: Object.fromEntries(Object.entries(SIDECARS).map(([minor, versions]) => [minor, sidecars(versions)])),
  });
}

/** In 3.13 the provisioner keeps the reclaim policy of a volume only where it is configured to. */
export function reclaimPolicyArguments({ minor }: DriverRelease): string[] {
  return minor === '3.13' ? ['--feature-gates=HonorPVReclaimPolicy=true'] : [];
}
