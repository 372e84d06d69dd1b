import { Duration } from 'cdk8s';
import { AzureDiskNetworkAccess } from './azure-disk-volume-parameters-options';

/**
 * What a VolumeSnapshotClass tells the Azure Disk driver of each snapshot.
 */
export interface AzureDiskSnapshotParameters {
  /**
   * Whether a snapshot keeps only what changed since the one before.
   *
   * @default true - by the driver
   */
  readonly incremental?: boolean;

  /**
   * The resource group of the snapshots.
   *
   * @default - that of the disk
   */
  readonly resourceGroup?: string;

  /**
   * The subscription of the snapshots. Needs `resourceGroup` and `incremental: false`.
   *
   * @default - that of the cluster
   */
  readonly subscriptionId?: string;

  /**
   * The region of the snapshots, such as `westeurope`.
   *
   * @default - that of the cluster
   */
  readonly location?: string;

  /**
   * Whether who reads the snapshot by a link has to sign in as well.
   *
   * @default false
   */
  readonly requiresSignIn?: boolean;

  /**
   * Who can get a link by which a snapshot is copied.
   *
   * @default AzureDiskNetworkAccess.ALLOW_ALL - by Azure
   */
  readonly networkAccess?: AzureDiskNetworkAccess;

  /**
   * Whether such links work from the internet.
   *
   * @default true - by Azure
   */
  readonly publicNetworkAccess?: boolean;

  /**
   * How long disks can be made of a snapshot before it is copied, 60 to 300 whole minutes: for PREMIUM_V2_LRS and ULTRA_SSD_LRS.
   *
   * @default - they can when it is copied
   */
  readonly instantAccess?: Duration;

  /**
   * Tags of the snapshots.
   *
   * @default - those of the driver
   */
  readonly tags?: { [key: string]: string };
}
