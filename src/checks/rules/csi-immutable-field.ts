import { findingOf } from '../../private/finding';
import { csiDriver } from '../facts/csi-example';
import type { Rule } from '../rule';

/** What can never change, as the manifests of the projects have it. */
interface Known {
  readonly attachRequired: boolean;
  readonly volumeLifecycleModes?: readonly string[];
}

const PERSISTENT = ['Persistent'];
const BOTH = ['Ephemeral', 'Persistent'];

/** By the names of drivers: their own manifests of 2026. What a driver does not say is not compared. */
const RELEASED: ReadonlyMap<string, Known> = new Map([
  ['nfs.csi.k8s.io', { attachRequired: false, volumeLifecycleModes: PERSISTENT }],
  ['smb.csi.k8s.io', { attachRequired: false, volumeLifecycleModes: BOTH }],
  ['ebs.csi.aws.com', { attachRequired: true }],
  ['efs.csi.aws.com', { attachRequired: false }],
  ['s3.csi.aws.com', { attachRequired: false }],
  ['pd.csi.storage.gke.io', { attachRequired: true }],
  ['disk.csi.azure.com', { attachRequired: true }],
  ['file.csi.azure.com', { attachRequired: false, volumeLifecycleModes: BOTH }],
  ['rbd.csi.ceph.com', { attachRequired: true }],
  ['cephfs.csi.ceph.com', { attachRequired: false }],
  ['secrets-store.csi.k8s.io', { attachRequired: false, volumeLifecycleModes: ['Ephemeral'] }],
]);

export const csiImmutableField: Rule = {
  id: 'csi-immutable-field',
  level: 'warning',
  summary: 'A CSIDriver differs from that of the driver\'s own releases in a field that can never change.',
  looksAt: '`attachRequired` and `volumeLifecycleModes` of CSIDriver objects of known drivers (NFS, SMB, EBS, EFS, S3, Google disks, Azure '
    + 'disks and files, Ceph, secrets-store), against their own manifests. `testing.Manifests.canReplace` compares with your last release.',
  why: 'Where the driver was installed before, the apply fails with `field is immutable`, and nothing after it is applied. Where it was '
    + 'not, the kubelet attaches what cannot be attached, or does not attach what must be.',
  fix: 'Write the fields as the driver\'s own manifest has them. To change them on purpose delete the CSIDriver first: what is mounted '
    + 'stays, and pods that start meanwhile wait.',
  example: () => ({
    fails: [csiDriver('nfs.csi.k8s.io', { attachRequired: true, volumeLifecycleModes: PERSISTENT })],
    passes: [csiDriver('nfs.csi.k8s.io', { attachRequired: false, volumeLifecycleModes: PERSISTENT })],
  }),
  *check({ inventory }) {
    for (const about of inventory.ofKind('CSIDriver', 'storage.k8s.io')) {
      const known = RELEASED.get(about.name);
      if (known === undefined) {continue;}
      const attaches = about.object.spec?.attachRequired ?? true;
      const modes: readonly string[] = [...about.object.spec?.volumeLifecycleModes ?? PERSISTENT].sort();
      if (attaches !== known.attachRequired) {
        yield findingOf(csiImmutableField, {
          about, path: 'spec.attachRequired', given: String(attaches), allowed: String(known.attachRequired),
          what: 'releases of the driver have the other value, which can never change',
        });
      }
      if (known.volumeLifecycleModes !== undefined && modes.join() !== known.volumeLifecycleModes.join()) {
        yield findingOf(csiImmutableField, {
          about, path: 'spec.volumeLifecycleModes', given: modes.join(', '), allowed: known.volumeLifecycleModes.join(', '),
          what: 'releases of the driver have other modes, which can never change',
        });
      }
    }
  },
};
