import { KubeletLayout } from './private/kubelet-layout';
import { HostPath, HostPathType } from '../agent/container/host-path';
import { MountPropagation } from '../agent/container/volume-mount';
import { guardClass } from '../private/doors/guard-class';

/**
 * Which directories of the kubelet a driver makes its mounts in. They are mounted at the same path as on the node, because the kubelet names paths of the node in its
 * calls, and mounts made there appear on the node.
 *
 * The less, the better: the whole directory of the kubelet holds the secrets and tokens of every pod of the node.
 */
export class CsiMounts {
  /** The volumes of the pods alone: for drivers that mount straight into the pod, such as file shares and secrets. */
  public static podVolumes(): CsiMounts {
    return new CsiMounts('podVolumes', false);
  }

  /**
   * The volumes of the pods, and the directory in which a volume is staged once for the node: for block devices, and whatever else implements NodeStageVolume. Both are
   * needed: a volume that is staged in the container alone is gone for the node.
   */
  public static stagedVolumes(): CsiMounts {
    return new CsiMounts('stagedVolumes', false);
  }

  /** All there is: for drivers that keep mounts in places of their own below the directory of the kubelet. */
  public static kubeletDirectory(): CsiMounts {
    return new CsiMounts('kubeletDirectory', true);
  }

  private constructor(
    /** `podVolumes`, `stagedVolumes` or `kubeletDirectory`. */
    public readonly extent: string,
    private readonly all: boolean,
  ) {}

  /** @internal */
  public _hostPaths(kubelet: KubeletLayout): HostPath[] {
    if (this.all) {return [shared(kubelet.root, 'kubelet-dir')];}
    return [
      shared(kubelet.pods, 'pods-dir'),
      // the kubelet makes this one with the first volume, so a new node does not have it yet
      ...this.extent === 'stagedVolumes' ? [shared(kubelet.staging, 'staging-dir', HostPathType.DIRECTORY_OR_CREATE)] : [],
    ];
  }
}

guardClass({ CsiMounts });

function shared(path: string, volumeName: string, type: HostPathType = HostPathType.DIRECTORY): HostPath {
  return HostPath.readWrite(path, { propagation: MountPropagation.BIDIRECTIONAL, type, volumeName });
}
