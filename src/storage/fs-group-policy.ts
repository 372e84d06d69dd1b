/**
 * Whether the kubelet changes owner and permissions of the files of a volume to the `fsGroup` of the pod that mounts it.
 */
export enum FsGroupPolicy {
  /** Only where the volume has a file system type and is mounted by one node alone: what Kubernetes assumes. */
  READ_WRITE_ONCE_WITH_FS_TYPE = 'ReadWriteOnceWithFSType',
  /** For every volume of the driver. */
  FILE = 'File',
  /** For none: the driver does it, or the server does not allow it. */
  NONE = 'None',
}
