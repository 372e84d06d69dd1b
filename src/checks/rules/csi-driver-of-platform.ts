import { findingOf } from '../../private/finding';
import { csiDriver, csiPlugin } from '../facts/csi-example';
import { OWNED_DRIVERS } from '../facts/owned-drivers';
import type { Rule } from '../rule';

export const csiDriverOfPlatform: Rule = {
  id: 'csi-driver-of-platform',
  level: 'warning',
  summary: 'A CSIDriver object belongs to an add-on of the platform.',
  looksAt: 'The names of CSIDriver objects against the drivers that GKE, AKS, EKS Auto Mode and OpenShift install or have as add-ons, '
    + 'where the platform is named (`TargetCluster`, `--platform`).',
  why: 'Two owners write one object without a namespace: each puts its own fields back, and an apply fails with `field is immutable` where '
    + 'they differ in `attachRequired`. A second plugin on the same nodes takes the registration of the first.',
  fix: 'Leave the driver to the add-on, or switch the add-on off first. Where only the object is its own: `driverObject: '
    + 'CsiDriverObject.unmanaged()`.',
  example: () => ({
    platform: 'gke',
    fails: [csiPlugin(), csiDriver('pd.csi.storage.gke.io', { attachRequired: true })],
    passes: [csiPlugin(), csiDriver('disk.csi.example.com', { attachRequired: true })],
  }),
  *check({ inventory, platform }) {
    if (platform === undefined) {return;}
    for (const entry of inventory.ofKind('CSIDriver', 'storage.k8s.io')) {
      const owned = OWNED_DRIVERS.find(({ platform: id, drivers }) => id.test(platform.id) && drivers.includes(entry.name));
      if (owned !== undefined) {
        yield findingOf(csiDriverOfPlatform, {
          about: entry, path: 'metadata.name', given: entry.name, what: `on ${platform.name} ${owned.owner} owns the object`,
        });
      }
    }
  },
};
