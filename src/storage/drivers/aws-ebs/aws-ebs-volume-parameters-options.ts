import { Duration } from 'cdk8s';

/**
 * The types of volumes of Amazon EBS.
 */
export enum AwsEbsVolumeType {
  /** SSD, with operations and throughput that do not depend on its size. */
  GP3 = 'gp3',
  /** SSD, faster the larger it is. */
  GP2 = 'gp2',
  /** SSD for databases, with the highest durability. */
  IO2 = 'io2',
  /** SSD with provisioned operations, of the generation before. */
  IO1 = 'io1',
  /** Magnetic, for large files that are read in one go. Not for the root of an instance. */
  ST1 = 'st1',
  /** Magnetic, for what is read seldom. */
  SC1 = 'sc1',
  /** Magnetic, of the first generation. */
  STANDARD = 'standard',
}

/**
 * The file systems that the EBS driver makes.
 */
export enum AwsEbsFileSystem {
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
 * What a StorageClass tells the EBS driver of each volume.
 */
export interface AwsEbsVolumeParameters {
  /**
   * The type of the volumes.
   *
   * @default AwsEbsVolumeType.GP3 - by the driver
   */
  readonly type?: AwsEbsVolumeType;

  /**
   * The file system that empty volumes get.
   *
   * @default AwsEbsFileSystem.EXT4 - by the provisioner
   */
  readonly fileSystem?: AwsEbsFileSystem;

  /**
   * Operations per second: for GP3, IO1 and IO2. Not together with `iopsPerGb`.
   *
   * @default - what the type has without it
   */
  readonly iops?: number;

  /**
   * Operations per second for each GiB: for GP3, IO1 and IO2.
   *
   * @default - what the type has without it
   */
  readonly iopsPerGb?: number;

  /**
   * Whether the operations that `iopsPerGb` comes to are raised to the least that the type takes. Small volumes then cost more than was
   * asked for.
   *
   * @default false - a claim that is too small fails
   */
  readonly raisesIops?: boolean;

  /**
   * Whether the operations keep to `iopsPerGb` when the volume grows.
   *
   * @default false
   */
  readonly raisesIopsWithSize?: boolean;

  /**
   * MiB per second: for GP3.
   *
   * @default 125 - by the driver
   */
  readonly throughput?: number;

  /**
   * Whether the volumes are encrypted.
   *
   * @default - as the account of AWS is set in this region
   */
  readonly encrypted?: boolean;

  /**
   * The ARN of the key that they are encrypted with. Needs a grant of that key for the role of the controller.
   *
   * @default - the key of the account for EBS
   */
  readonly kmsKeyId?: string;

  /**
   * How fast a volume that is made from a snapshot is filled, in MiB per second. It costs by the snapshot.
   *
   * @default - blocks are fetched when they are first read
   */
  readonly initializationRate?: number;

  /**
   * Whether a volume that is made from a snapshot is attached only when it is filled.
   *
   * @default false
   */
  readonly attachesWhenInitialized?: boolean;

  /**
   * The size of a block of the file system, in bytes. Not for NTFS.
   *
   * @default - that of the program which makes the file system
   */
  readonly blockSize?: number;

  /**
   * The size of an inode, in bytes. Not for NTFS.
   *
   * @default - that of the program which makes the file system
   */
  readonly inodeSize?: number;

  /**
   * How many bytes of the volume have one inode: for ext3 and ext4.
   *
   * @default - that of the program which makes the file system
   */
  readonly bytesPerInode?: number;

  /**
   * How many inodes there are: for ext3 and ext4.
   *
   * @default - as many as follow from the size
   */
  readonly numberOfInodes?: number;

  /**
   * Whether blocks are allocated in clusters: for ext4, on kernels that can.
   *
   * @default false
   */
  readonly ext4BigAlloc?: boolean;

  /**
   * The size of a cluster, in bytes. Needs `ext4BigAlloc`.
   *
   * @default - that of the program which makes the file system
   */
  readonly ext4ClusterSize?: number;

  /**
   * Whether programs can encrypt directories of the file system: for ext4. It encrypts nothing by itself.
   *
   * @default false
   */
  readonly ext4EncryptionSupport?: boolean;

  /**
   * Tags of the volumes. `{{ .PVCNamespace }}`, `{{ .PVCName }}` and `{{ .PVName }}` in a value are filled in by the driver.
   *
   * @default - those of the driver
   */
  readonly tags?: { [key: string]: string };
}

/**
 * Who can take the lock of a snapshot away before its time.
 */
export enum AwsEbsLockMode {
  /** Users with the right to. */
  GOVERNANCE = 'governance',
  /** Nobody, once the cooling-off period is over. */
  COMPLIANCE = 'compliance',
}

/**
 * What a VolumeSnapshotClass tells the EBS driver of each snapshot.
 */
export interface AwsEbsSnapshotParameters {
  /**
   * The availability zones in which volumes of the snapshot are filled at once. Each costs by the hour. The controller needs the right
   * `ec2:EnableFastSnapshotRestores`.
   *
   * @default - volumes of a snapshot are filled as blocks are read
   */
  readonly fastRestoreZones?: string[];

  /**
   * The ARN of the Outpost that keeps the snapshots.
   *
   * @default - the region keeps them
   */
  readonly outpostArn?: string;

  /**
   * Whether snapshots are locked, so that nobody deletes them. The controller needs the right `ec2:LockSnapshot`.
   *
   * @default - they are not
   */
  readonly lockMode?: AwsEbsLockMode;

  /**
   * How long they are locked, in whole days. A lock has this or `lockExpiration`.
   *
   * @default - until `lockExpiration`
   */
  readonly lockDuration?: Duration;

  /**
   * When the lock ends, such as `2030-01-01T00:00:00.000Z`.
   *
   * @default - after `lockDuration`
   */
  readonly lockExpiration?: string;

  /**
   * How long the lock can still be taken away, in whole hours, 1 to 72: for COMPLIANCE.
   *
   * @default - it holds at once
   */
  readonly lockCoolOff?: Duration;

  /**
   * Tags of the snapshots. `{{ .VolumeSnapshotNamespace }}`, `{{ .VolumeSnapshotName }}` and `{{ .VolumeSnapshotContentName }}` in a
   * value are filled in by the driver.
   *
   * @default - those of the driver
   */
  readonly tags?: { [key: string]: string };
}
