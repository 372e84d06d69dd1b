import { Duration } from 'cdk8s';

/**
 * The kinds of disks of Azure.
 */
export enum AzureDiskSku {
  /** SSD, kept three times in one zone. */
  STANDARD_SSD_LRS = 'StandardSSD_LRS',
  /** SSD, kept in three zones. */
  STANDARD_SSD_ZRS = 'StandardSSD_ZRS',
  /** Magnetic. */
  STANDARD_LRS = 'Standard_LRS',
  /** Fast SSD, kept three times in one zone. */
  PREMIUM_LRS = 'Premium_LRS',
  /** Fast SSD, kept in three zones. */
  PREMIUM_ZRS = 'Premium_ZRS',
  /** Fast SSD, whose operations and throughput do not depend on its size. */
  PREMIUM_V2_LRS = 'PremiumV2_LRS',
  /** The fastest SSD. Nodes have to be made for it. */
  ULTRA_SSD_LRS = 'UltraSSD_LRS',
}

/**
 * The file systems that the Azure Disk driver makes.
 */
export enum AzureDiskFileSystem {
  /** The usual one. */
  EXT4 = 'ext4',
  /** For old kernels. */
  EXT3 = 'ext3',
  /** Without a journal. */
  EXT2 = 'ext2',
  /** Without a limit on the number of files. */
  XFS = 'xfs',
  /** With snapshots of its own. */
  BTRFS = 'btrfs',
  /** For Windows nodes. */
  NTFS = 'ntfs',
}

/**
 * Whether the host of a machine keeps blocks of a disk.
 */
export enum AzureDiskCaching {
  /** It does not: all that PREMIUM_V2_LRS and ULTRA_SSD_LRS can do. */
  NONE = 'None',
  /** Those that were read. */
  READ_ONLY = 'ReadOnly',
}

/**
 * Who can get a link by which a disk is copied.
 */
export enum AzureDiskNetworkAccess {
  /** Who has the right to. */
  ALLOW_ALL = 'AllowAll',
  /** Nobody. */
  DENY_ALL = 'DenyAll',
  /** Who has the right to, by a private endpoint: `diskAccessId`. */
  ALLOW_PRIVATE = 'AllowPrivate',
}

/**
 * With which keys disks are encrypted.
 */
export enum AzureDiskEncryption {
  /** A key of the customer. */
  CUSTOMER_KEY = 'EncryptionAtRestWithCustomerKey',
  /** A key of the customer, and one of Azure. */
  PLATFORM_AND_CUSTOMER_KEYS = 'EncryptionAtRestWithPlatformAndCustomerKeys',
}

/**
 * How nodes are set up for the disks.
 */
export enum AzureDiskPerformanceProfile {
  /** As they are. */
  NONE = 'none',
  /** By the kind and the size of the disk. */
  BASIC = 'basic',
  /** By `deviceSettings`. */
  ADVANCED = 'advanced',
}

/**
 * What a StorageClass tells the Azure Disk driver of each volume.
 */
export interface AzureDiskVolumeParameters {
  /**
   * The kind of the disks.
   *
   * @default AzureDiskSku.STANDARD_SSD_LRS - by the driver
   */
  readonly sku?: AzureDiskSku;

  /**
   * The file system that empty disks get.
   *
   * @default - ext4 on Linux nodes and NTFS on Windows nodes, by the driver
   */
  readonly fileSystem?: AzureDiskFileSystem;

  /**
   * Whether the host keeps blocks of the disks.
   *
   * @default - AzureDiskCaching.READ_ONLY by the driver; NONE for PREMIUM_V2_LRS and ULTRA_SSD_LRS
   */
  readonly caching?: AzureDiskCaching;

  /**
   * The region, such as `westeurope`.
   *
   * @default - that of the cluster
   */
  readonly location?: string;

  /**
   * The resource group of the disks. The identity of the controller needs rights in it.
   *
   * @default - that of the nodes
   */
  readonly resourceGroup?: string;

  /**
   * The subscription of the disks. Needs `resourceGroup`.
   *
   * @default - that of the cluster
   */
  readonly subscriptionId?: string;

  /**
   * Operations per second: for PREMIUM_V2_LRS and ULTRA_SSD_LRS.
   *
   * @default - what the kind of disk has without it
   */
  readonly iops?: number;

  /**
   * Megabytes per second: for PREMIUM_V2_LRS and ULTRA_SSD_LRS.
   *
   * @default - what the kind of disk has without it
   */
  readonly throughput?: number;

  /**
   * The size of a sector, 512 or 4096 bytes: for PREMIUM_V2_LRS and ULTRA_SSD_LRS.
   *
   * @default 4096 - by Azure
   */
  readonly logicalSectorSize?: number;

  /**
   * How many nodes can attach a disk at once, for raw block volumes.
   *
   * @default 1
   */
  readonly maxShares?: number;

  /**
   * The name of the disks: `${pvc.metadata.name}`, `${pvc.metadata.namespace}` and `${pv.metadata.name}` are filled in by the driver. One
   * that names none of them makes one disk alone.
   *
   * @default - the name of the volume
   */
  readonly diskName?: string;

  /**
   * Tags of the disks.
   *
   * @default - those of the driver
   */
  readonly tags?: { [key: string]: string };

  /**
   * The id of a disk encryption set.
   *
   * @default - disks are encrypted with a key of Azure
   */
  readonly encryptionSetId?: string;

  /**
   * With which keys. Needs `encryptionSetId`.
   *
   * @default AzureDiskEncryption.CUSTOMER_KEY - by the driver
   */
  readonly encryption?: AzureDiskEncryption;

  /**
   * Whether writes are confirmed by the host: for PREMIUM_LRS on machines that can.
   *
   * @default false
   */
  readonly writeAccelerator?: boolean;

  /**
   * Whether a disk is faster for a while than its size says: for PREMIUM_LRS and PREMIUM_ZRS of more than 512 GiB. It costs by use.
   *
   * @default false
   */
  readonly bursting?: boolean;

  /**
   * Whether disks have more operations than their size says: for disks of 513 GiB and more that are neither PREMIUM_V2_LRS nor
   * ULTRA_SSD_LRS.
   *
   * @default false
   */
  readonly performancePlus?: boolean;

  /**
   * How nodes are set up for the disks.
   *
   * @default AzureDiskPerformanceProfile.NONE - by the driver
   */
  readonly performanceProfile?: AzureDiskPerformanceProfile;

  /**
   * Settings of the block device, by their path below `/sys/block/DEVICE`, such as `{ 'queue/scheduler': 'mq-deadline' }`. Goes with the
   * profile ADVANCED.
   *
   * @default - the settings of the kernel stay
   */
  readonly deviceSettings?: { [path: string]: string };

  /**
   * Who can get a link by which a disk is copied.
   *
   * @default AzureDiskNetworkAccess.ALLOW_ALL - by Azure
   */
  readonly networkAccess?: AzureDiskNetworkAccess;

  /**
   * The id of the private endpoint. Goes with ALLOW_PRIVATE.
   *
   * @default - disks have no private endpoint
   */
  readonly diskAccessId?: string;

  /**
   * Whether such links work from the internet.
   *
   * @default true - by Azure
   */
  readonly publicNetworkAccess?: boolean;

  /**
   * How long the controller collects disks of a node before it attaches them together.
   *
   * @default Duration.seconds(1) - by the driver
   */
  readonly attachDelay?: Duration;
}
