import { CephCsiDriverOptions } from './ceph-csi-driver-options';

/**
 * Details of the driver for CephFS.
 */
export interface CephFsCsiDriverOptions extends CephCsiDriverOptions {
  /**
   * Whether volumes are mounted by ceph-fuse: classes ask for it (`mounter`), or kernels are older than 4.17. Such mounts die with the
   * pod of the driver, so pods are then replaced only when someone deletes them.
   *
   * @default false - volumes are mounted by the kernel
   */
  readonly fuse?: boolean;

  /**
   * Whether kernels older than 4.17 mount volumes themselves, without their quotas. For kernels of distributions that have quotas
   * nevertheless. Not together with `fuse`.
   *
   * @default false
   */
  readonly forceKernelClient?: boolean;

  /**
   * Options of every mount by the client of the kernel, such as `readdir_max_bytes=1048576`.
   *
   * @default - those of the class
   */
  readonly kernelMountOptions?: string[];

  /**
   * Options of every mount by ceph-fuse.
   *
   * @default - those of the class
   */
  readonly fuseMountOptions?: string[];

  /**
   * The RADOS namespace of what the driver notes of volumes, for clusters that do not say one. It can never change while there are volumes.
   *
   * @default - csi, by the driver
   */
  readonly radosNamespace?: string;
}
