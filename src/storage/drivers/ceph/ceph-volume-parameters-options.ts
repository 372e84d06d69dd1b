/**
 * A Secret with a user of Ceph: `userID` and `userKey`.
 */
export interface CephSecretReference {
  /**
   * The name of the Secret.
   */
  readonly name: string;

  /**
   * The namespace of the Secret. `${pvc.namespace}` stands for that of the claim.
   */
  readonly namespace: string;
}

/**
 * What encrypts the volumes of a class.
 */
export interface CephEncryption {
  /**
   * The id of a key management system in the ConfigMap of the driver (`kmsConfigMap`).
   *
   * @default - the passphrase `encryptionPassphrase` in the Secret of the class
   */
  readonly kmsId?: string;

  /**
   * What is encrypted. CephFS has files alone.
   *
   * @default - CephEncryptionType.BLOCK for RBD, by the driver
   */
  readonly type?: CephEncryptionType;
}

/**
 * What of an RBD volume is encrypted.
 */
export enum CephEncryptionType {
  /** The whole device, by LUKS. */
  BLOCK = 'block',
  /** The files and their names, by fscrypt. */
  FILE = 'file',
}

/**
 * What mounts a volume of CephFS.
 */
export enum CephFsMounter {
  /** The kernel. */
  KERNEL = 'kernel',
  /** ceph-fuse, whose mounts die with the driver's pod: `fuse` of CsiDriver.cephFs must be set. */
  FUSE = 'fuse',
}

/**
 * What classes of both drivers of Ceph say.
 */
export interface CephVolumeParameters {
  /**
   * The Ceph cluster, by its `id` in the configuration of the driver.
   */
  readonly clusterId: string;

  /**
   * The user of Ceph that makes and changes volumes, and mounts them where `nodeSecret` is not given.
   */
  readonly secret: CephSecretReference;

  /**
   * The user of Ceph that mounts volumes on nodes.
   *
   * @default - that of `secret`
   */
  readonly nodeSecret?: CephSecretReference;

  /**
   * What names of images and subvolumes begin with.
   *
   * @default - csi-vol-, by the driver
   */
  readonly volumeNamePrefix?: string;

  /**
   * Whether volumes are encrypted, and by which keys.
   *
   * @default - they are not
   */
  readonly encryption?: CephEncryption;
}

/**
 * How subvolumes of CephFS are made.
 */
export interface CephFsVolumeParameters extends CephVolumeParameters {
  /**
   * The file system of Ceph, by its name.
   */
  readonly fileSystemName: string;

  /**
   * The pool of the data. Not with `backingSnapshot: true`.
   *
   * @default - the first data pool of the file system
   */
  readonly pool?: string;

  /**
   * What mounts the volumes.
   *
   * @default - the kernel, where it is 4.17 or newer, by the driver
   */
  readonly mounter?: CephFsMounter;

  /**
   * Options of mounts by the kernel.
   *
   * @default - those of the driver
   */
  readonly kernelMountOptions?: string[];

  /**
   * Options of mounts by ceph-fuse.
   *
   * @default - those of the driver
   */
  readonly fuseMountOptions?: string[];

  /**
   * Whether read-only volumes from a snapshot are the snapshot itself, and no copy.
   *
   * @default - true, by the driver
   */
  readonly backingSnapshot?: boolean;
}

/**
 * How snapshots of images and subvolumes are made.
 */
export interface CephSnapshotParameters {
  /**
   * The Ceph cluster, by its `id` in the configuration of the driver.
   */
  readonly clusterId: string;

  /**
   * The user of Ceph that makes snapshots.
   */
  readonly secret: CephSecretReference;

  /**
   * What names of snapshots begin with.
   *
   * @default - csi-snap-, by the driver
   */
  readonly snapshotNamePrefix?: string;
}
