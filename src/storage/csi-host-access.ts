import { HostPath, HostPathType } from '../agent/container/host-path';
import { MountPropagation } from '../agent/container/volume-mount';
import { guardClass } from '../private/doors/guard-class';

/**
 * What of its node a driver needs next to the directories of the kubelet. What the operating system owns must exist, so that a pod on the
 * wrong kind of node says so at once.
 */
export class CsiHostAccess {
  /** `/dev`: block devices, as they come and go. */
  public static blockDevices(): CsiHostAccess {
    return new CsiHostAccess([HostPath.readWrite('/dev')]);
  }

  /** `/sys`: to look devices up and have buses scanned again. */
  public static deviceTree(): CsiHostAccess {
    return new CsiHostAccess([HostPath.readWrite('/sys')]);
  }

  /** `/lib/modules`, read-only: for drivers that load kernel modules. Some immutable images do not have it, so it is not checked. */
  public static kernelModules(): CsiHostAccess {
    return new CsiHostAccess([HostPath.readOnly('/lib/modules')]);
  }

  /** The rules, the database and the control socket of udev: for drivers that wait until udev has named a device. */
  public static udev(): CsiHostAccess {
    return new CsiHostAccess([HostPath.readOnly('/etc/udev'), HostPath.readOnly('/lib/udev'), HostPath.readWrite('/run/udev')]);
  }

  /** `/run/mount`: what mount helpers note of their own mounts, shared with the node. */
  public static mountTable(): CsiHostAccess {
    return new CsiHostAccess([HostPath.readWrite('/run/mount', { type: HostPathType.UNCHECKED })]);
  }

  /**
   * The SELinux settings of the node: for drivers with `seLinuxMount`. Nodes without SELinux do not have them, and the pods do not start
   * there.
   */
  public static seLinux(): CsiHostAccess {
    return new CsiHostAccess([HostPath.file('/etc/selinux/config'), HostPath.readWrite('/sys/fs/selinux')]);
  }

  /**
   * The whole node at `/host`, with mounts that are made later: for drivers that call programs of the node by chroot, such as iscsiadm or
   * zfs.
   */
  public static hostRoot(): CsiHostAccess {
    return new CsiHostAccess([HostPath.readWrite('/', { mountPath: '/host', propagation: MountPropagation.HOST_TO_CONTAINER })]);
  }

  /** Any other paths. */
  public static of(hostPaths: HostPath[]): CsiHostAccess {
    return new CsiHostAccess([...hostPaths]);
  }

  private constructor(
    /** What is mounted into the container of the driver. */
    public readonly hostPaths: HostPath[],
  ) {}
}

guardClass({ CsiHostAccess });
