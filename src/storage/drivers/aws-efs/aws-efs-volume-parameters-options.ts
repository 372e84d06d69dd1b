/**
 * Which kind of file system has the access points.
 */
export enum AwsEfsProvisioningMode {
  /** Amazon EFS. */
  EFS = 'efs-ap',
  /** Amazon S3 Files: a bucket as a file system. */
  S3_FILES = 's3files-ap',
}

/**
 * Where volumes of the EFS driver are made: each is an access point of one file system.
 */
export interface AwsEfsVolumeParameters {
  /**
   * The file system, such as `fs-0123456789abcdef0`.
   */
  readonly fileSystemId: string;

  /**
   * Which kind of file system it is.
   *
   * @default AwsEfsProvisioningMode.EFS
   */
  readonly provisioningMode?: AwsEfsProvisioningMode;

  /**
   * The permissions of the directory of a volume, 0 to 0o777.
   *
   * @default 0o700
   */
  readonly directoryPermissions?: number;

  /**
   * The user that owns the directory, and that every client becomes: 0 or more.
   *
   * @default - the group of the volume
   */
  readonly uid?: number;

  /**
   * The group that owns the directory, and that every client becomes: 0 or more.
   *
   * @default - the next free one of the range
   */
  readonly gid?: number;

  /**
   * The first group of the range from which each volume has one: 1 or more. Goes with `gidRangeEnd`.
   *
   * @default 50000 - by the driver
   */
  readonly gidRangeStart?: number;

  /**
   * The last group of the range. Goes with `gidRangeStart`.
   *
   * @default 7000000 - by the driver
   */
  readonly gidRangeEnd?: number;

  /**
   * The directory of the file system below which those of volumes are made.
   *
   * @default - the root of the file system
   */
  readonly basePath?: string;

  /**
   * The directory of a volume: `${.PVC.namespace}`, `${.PVC.name}` and `${.PV.name}` are filled in by the driver.
   *
   * @default - the name of the volume
   */
  readonly subPathPattern?: string;

  /**
   * Whether an id is put behind `subPathPattern`, so that no two volumes share a directory.
   *
   * @default true - by the driver
   */
  readonly ensureUniqueDirectory?: boolean;

  /**
   * The availability zone whose mount target is used, for file systems of other accounts.
   *
   * @default - that of each node
   */
  readonly availabilityZone?: string;

  /**
   * Whether pods with volumes of a One Zone file system are kept in its zone.
   *
   * @default false
   */
  readonly enforceZoneAffinity?: boolean;

  /**
   * Whether claims of one name share one access point, also in other clusters.
   *
   * @default false
   */
  readonly reuseAccessPoint?: boolean;

  /**
   * Whether access points have tags. Policies of IAM that look at them fail without.
   *
   * @default true - by the driver
   */
  readonly enableTagging?: boolean;
}
