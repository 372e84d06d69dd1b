import { CephVolumeParameters } from './ceph-volume-parameters-options';

/**
 * What maps an RBD image to a device.
 */
export enum CephRbdMounter {
  /** The kernel. */
  KRBD = 'rbd',
  /** A process of the driver's pod, which knows every feature of images: `nbd` of CsiDriver.cephRbd must be set. */
  NBD = 'rbd-nbd',
}

/**
 * A file system of RBD volumes.
 */
export enum CephRbdFileSystem {
  /** ext4. */
  EXT4 = 'ext4',
  /** XFS. */
  XFS = 'xfs',
}

/**
 * A feature of RBD images.
 */
export enum CephImageFeature {
  /** Clones that share data with their snapshot. */
  LAYERING = 'layering',
  /** One writer at a time. */
  EXCLUSIVE_LOCK = 'exclusive-lock',
  /** Which objects exist: needs EXCLUSIVE_LOCK. */
  OBJECT_MAP = 'object-map',
  /** Quick differences of snapshots: needs OBJECT_MAP. */
  FAST_DIFF = 'fast-diff',
  /** Snapshots are made independent with their image. */
  DEEP_FLATTEN = 'deep-flatten',
  /** A journal of writes, for mirrors: needs EXCLUSIVE_LOCK, and the mounter rbd-nbd. */
  JOURNALING = 'journaling',
}

/**
 * A pool that is in one failure domain.
 */
export interface CephTopologyPool {
  /**
   * The name of the pool.
   */
  readonly pool: string;

  /**
   * The erasure coded pool of the data.
   *
   * @default - data are in `pool`
   */
  readonly dataPool?: string;

  /**
   * The values of the labels of `domainLabels`: the last part of each label, such as `{ zone: 'eu-1a' }`.
   */
  readonly domain: { [label: string]: string };
}

/**
 * How RBD images are made.
 */
export interface CephRbdVolumeParameters extends CephVolumeParameters {
  /**
   * The pool of the images. Needed unless `topologyPools` are given.
   *
   * @default - one of `topologyPools`
   */
  readonly pool?: string;

  /**
   * An erasure coded pool for the data; `pool` then keeps the metadata alone.
   *
   * @default - data are in `pool`
   */
  readonly dataPool?: string;

  /**
   * Pools that are in one failure domain each: an image is made where the pod of its claim is to run. Needs `domainLabels` of the driver.
   *
   * @default - `pool` is reached by every node
   */
  readonly topologyPools?: CephTopologyPool[];

  /**
   * The features of the images.
   *
   * @default - those of the Ceph cluster
   */
  readonly imageFeatures?: CephImageFeature[];

  /**
   * The file system.
   *
   * @default CephRbdFileSystem.EXT4 - by the provisioner
   */
  readonly fileSystem?: CephRbdFileSystem;

  /**
   * Options of mkfs, in place of those of the driver: `-m0 -Ediscard`.
   *
   * @default - those of the driver for the file system
   */
  readonly mkfsOptions?: string;

  /**
   * What maps the images.
   *
   * @default CephRbdMounter.KRBD - by the driver
   */
  readonly mounter?: CephRbdMounter;

  /**
   * Whether another mounter is tried where this one does not know a feature of the image.
   *
   * @default false
   */
  readonly tryOtherMounters?: boolean;

  /**
   * Options of rbd map, by mounter: `krbd:lock_on_read,queue_depth=1024;nbd:try-netlink`.
   *
   * @default - rbd map runs without options
   */
  readonly mapOptions?: string;

  /**
   * Options of rbd unmap, by mounter: `krbd:force;nbd:force`.
   *
   * @default - rbd unmap runs without options
   */
  readonly unmapOptions?: string;

  /**
   * How many bytes are written to an object before the next one of a stripe. Together with `stripeCount`.
   *
   * @default - the size of an object
   */
  readonly stripeUnit?: number;

  /**
   * How many objects a stripe has. Together with `stripeUnit`.
   *
   * @default - 1
   */
  readonly stripeCount?: number;

  /**
   * The size of the objects of an image in bytes: a power of two.
   *
   * @default - 4 MiB, by Ceph
   */
  readonly objectSize?: number;
}
