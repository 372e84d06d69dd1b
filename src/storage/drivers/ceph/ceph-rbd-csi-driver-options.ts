import { CephCsiDriverOptions } from './ceph-csi-driver-options';

/**
 * Details of the driver for RBD images of Ceph.
 */
export interface CephRbdCsiDriverOptions extends CephCsiDriverOptions {
  /**
   * Whether classes ask for rbd-nbd (`mounter`, `tryOtherMounters`). Its devices are served by processes of the pod: pods are then
   * replaced only when someone deletes them, the driver may read the volumes and Secrets of its node to take such devices up again, and
   * its logs are in `/var/log/ceph` of the node.
   *
   * @default false - images are mapped by the kernel
   */
  readonly nbd?: boolean;

  /**
   * How many clones an image may be away from its first one before a new clone waits until one of them is flattened: 1 to 14.
   *
   * @default - 8, by the driver
   */
  readonly hardMaxCloneDepth?: number;

  /**
   * From which depth on clones are flattened in the background: 0 to `hardMaxCloneDepth`.
   *
   * @default - 4, by the driver
   */
  readonly softMaxCloneDepth?: number;

  /**
   * How many snapshots an image may have before a new one waits until older ones are flattened: 1 to 500.
   *
   * @default - 450, by the driver
   */
  readonly maxSnapshotsOnImage?: number;

  /**
   * From how many snapshots on they are flattened in the background: 0 to `maxSnapshotsOnImage`.
   *
   * @default - 250, by the driver
   */
  readonly minSnapshotsOnImage?: number;
}
