/**
 * A Ceph cluster, as the drivers find it.
 */
export interface CephCluster {
  /**
   * The name by which classes of volumes and existing volumes know the cluster, at most 36 characters. Most take the fsid of the cluster.
   * It can never change.
   */
  readonly id: string;

  /**
   * The addresses of the monitors, such as `10.0.0.11:6789`.
   */
  readonly monitors: string[];

  /**
   * The RADOS namespace of images. It must exist, and can never change while there are volumes.
   *
   * @default - the one without a name
   */
  readonly rbdRadosNamespace?: string;

  /**
   * How many daemons of the cluster mirror images: 1 or more.
   *
   * @default - 1, by the driver
   */
  readonly rbdMirrorDaemons?: number;

  /**
   * The group of the subvolumes of CephFS. It must exist.
   *
   * @default - csi, by the driver
   */
  readonly subvolumeGroup?: string;

  /**
   * The RADOS namespace of what the driver notes of volumes of CephFS. It can never change while there are volumes.
   *
   * @default - csi, by the driver
   */
  readonly cephFsRadosNamespace?: string;

  /**
   * Options of mounts by the client of the kernel, such as `readdir_max_bytes=1048576`: in place of those of the driver.
   *
   * @default - those of the driver
   */
  readonly kernelMountOptions?: string[];

  /**
   * Options of mounts by ceph-fuse: in place of those of the driver.
   *
   * @default - those of the driver
   */
  readonly fuseMountOptions?: string[];

  /**
   * Labels of nodes that say where a node is in the CRUSH map, such as `topology.kubernetes.io/zone`: data are read from the nearest
   * replica.
   *
   * @default - those of the driver, else from the primary replica
   */
  readonly readAffinityLabels?: string[];
}
