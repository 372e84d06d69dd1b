import { CsiDriver } from './csi-driver';
import { ReclaimPolicy } from './csi-storage-class-props';

/**
 * A class of snapshots. The cluster needs the custom resources of snapshots and the snapshot controller, once for all drivers.
 */
export interface CsiSnapshotClassProps {
  /**
   * The driver that makes the snapshots.
   */
  readonly driver: CsiDriver;

  /**
   * The name, by which snapshots ask for it.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * What becomes of a snapshot of the storage when its object is deleted.
   *
   * @default ReclaimPolicy.DELETE
   */
  readonly deletionPolicy?: ReclaimPolicy;

  /**
   * The parameters of each snapshot, as it documents it.
   *
   * @default - nothing: the driver decides
   */
  readonly parameters?: { [name: string]: string };

  /**
   * Whether snapshots of volumes of this driver that name no class get this one. A driver should have one such class.
   *
   * @default false
   */
  readonly isDefault?: boolean;

  /**
   * Labels of the object.
   *
   * @default - only the labels of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the object.
   *
   * @default - none but that of the default class
   */
  readonly annotations?: { [key: string]: string };
}
