/**
 * The kinds of disks of Google Cloud.
 */
export enum GcePersistentDiskType {
  /** SSD of a fair price. */
  PD_BALANCED = 'pd-balanced',
  /** SSD. */
  PD_SSD = 'pd-ssd',
  /** Magnetic. */
  PD_STANDARD = 'pd-standard',
  /** SSD with provisioned operations. */
  PD_EXTREME = 'pd-extreme',
  /** Network storage of newer machines, with operations and throughput of its own. */
  HYPERDISK_BALANCED = 'hyperdisk-balanced',
  /** The same, kept in two zones. */
  HYPERDISK_BALANCED_HIGH_AVAILABILITY = 'hyperdisk-balanced-high-availability',
  /** With the most operations. */
  HYPERDISK_EXTREME = 'hyperdisk-extreme',
  /** For large files. */
  HYPERDISK_THROUGHPUT = 'hyperdisk-throughput',
  /** For models that many nodes read. */
  HYPERDISK_ML = 'hyperdisk-ml',
}

/**
 * The file systems that the driver for Google disks makes.
 */
export enum GcePersistentDiskFileSystem {
  /** The usual one. */
  EXT4 = 'ext4',
  /** Without a limit on the number of files. */
  XFS = 'xfs',
  /** For old kernels. */
  EXT3 = 'ext3',
  /** For Windows nodes. */
  NTFS = 'ntfs',
}

/**
 * When a write to a volume with a cache is done.
 */
export enum GceDataCacheMode {
  /** When the disk has it. */
  WRITE_THROUGH = 'writethrough',
  /** When the local disk of the node has it: what is not yet on the disk is lost with the node. */
  WRITE_BACK = 'writeback',
}

/**
 * What a StorageClass tells the driver for Google disks of each volume.
 */
export interface GcePersistentDiskVolumeParameters {
  /**
   * The kind of the disks.
   *
   * @default GcePersistentDiskType.PD_STANDARD - by the driver
   */
  readonly type?: GcePersistentDiskType;

  /**
   * The file system that empty disks get.
   *
   * @default GcePersistentDiskFileSystem.EXT4 - by the provisioner
   */
  readonly fileSystem?: GcePersistentDiskFileSystem;

  /**
   * Whether a disk is kept in two zones: for persistent disks but PD_EXTREME.
   *
   * @default false
   */
  readonly regional?: boolean;

  /**
   * Whether a regional disk is taken from a node that does not answer, without waiting for it. Needs `regional`, or a kind that is kept in
   * two zones.
   *
   * @default false
   */
  readonly hardFailover?: boolean;

  /**
   * Operations per second: for PD_EXTREME, HYPERDISK_BALANCED, HYPERDISK_BALANCED_HIGH_AVAILABILITY and HYPERDISK_EXTREME.
   *
   * @default - what follows from the size
   */
  readonly iops?: number;

  /**
   * MiB per second: for HYPERDISK_BALANCED, HYPERDISK_BALANCED_HIGH_AVAILABILITY, HYPERDISK_THROUGHPUT and HYPERDISK_ML.
   *
   * @default - what follows from the size
   */
  readonly throughput?: number;

  /**
   * The key that disks are encrypted with: `projects/P/locations/L/keyRings/R/cryptoKeys/K`. The service agent of Compute Engine needs the
   * right to use it.
   *
   * @default - a key of Google
   */
  readonly kmsKey?: string;

  /**
   * Whether disks are for confidential machines. Needs `kmsKey`, and HYPERDISK_BALANCED.
   *
   * @default false
   */
  readonly confidential?: boolean;

  /**
   * The storage pools that disks are made in, one of a zone: `projects/P/zones/Z/storagePools/N`. Needs `storagePools` of the driver, and
   * HYPERDISK_BALANCED or HYPERDISK_THROUGHPUT.
   *
   * @default - disks are made outside storage pools
   */
  readonly storagePools?: string[];

  /**
   * The size of the cache on local disks of the node, such as `50Gi`. Needs `dataCache` of the driver.
   *
   * @default - volumes are not cached
   */
  readonly dataCacheSize?: string;

  /**
   * When a write is done. Needs `dataCacheSize`.
   *
   * @default GceDataCacheMode.WRITE_THROUGH - by the driver
   */
  readonly dataCacheMode?: GceDataCacheMode;

  /**
   * Labels of the disks.
   *
   * @default - those of the driver
   */
  readonly labels?: { [key: string]: string };
}

/**
 * What a snapshot becomes.
 */
export enum GceSnapshotType {
  /** A snapshot. */
  SNAPSHOTS = 'snapshots',
  /** An image, of which disks can be made faster. */
  IMAGES = 'images',
}

/**
 * What a VolumeSnapshotClass tells the driver for Google disks of each snapshot.
 */
export interface GcePersistentDiskSnapshotParameters {
  /**
   * What a snapshot becomes.
   *
   * @default GceSnapshotType.SNAPSHOTS - by the driver
   */
  readonly type?: GceSnapshotType;

  /**
   * The region, or the group of regions, that keeps it, such as `europe-west4` or `eu`.
   *
   * @default - that of Google for the region of the disk
   */
  readonly storageLocation?: string;

  /**
   * The family of the images. Goes with IMAGES.
   *
   * @default - images belong to no family
   */
  readonly imageFamily?: string;

  /**
   * Labels of the snapshots.
   *
   * @default - those of the driver
   */
  readonly labels?: { [key: string]: string };
}
