import { KubeletLayout } from './private/kubelet-layout';
import { HostPath, HostPathType } from '../agent/container/host-path';
import { MountPropagation } from '../agent/container/volume-mount';
import { guardClass } from '../private/doors/guard-class';
import { lookUp } from '../private/look-up';
import { requireRelativePath } from '../private/paths';

/**
 * Which directories of the kubelet a driver makes its mounts in. They are mounted at the same path as on the node, because the kubelet
 * names paths of the node in its calls, and mounts made there appear on the node.
 *
 * The less, the better: the whole directory of the kubelet holds the secrets and tokens of every pod of the node.
 */
export class CsiMounts {
  /** The volumes of the pods alone: for drivers that mount straight into the pod, such as file shares and secrets. */
  public static podVolumes(): CsiMounts {
    return new CsiMounts('podVolumes', ['pods']);
  }

  /**
   * The volumes of the pods, and the directory in which a volume is staged once for the node: for block devices, and whatever else
   * implements NodeStageVolume. Both are needed: a volume that is staged in the container alone is gone for the node.
   */
  public static stagedVolumes(): CsiMounts {
    return new CsiMounts('stagedVolumes', ['pods', STAGING]);
  }

  /**
   * The volumes of the pods, and everything below `plugins`: for drivers that stage volumes in a directory of their own there.
   */
  public static pluginVolumes(): CsiMounts {
    return new CsiMounts('pluginVolumes', ['pods', 'plugins']);
  }

  /** All there is: for drivers that keep mounts in places of their own below the directory of the kubelet. */
  public static kubeletDirectory(): CsiMounts {
    return new CsiMounts('kubeletDirectory', ['']);
  }

  /**
   * Any directories below that of the kubelet, such as `['plugins']`; an empty list for a driver that mounts nothing.
   *
   * @throws invalid-path
   */
  public static of(directories: string[]): CsiMounts {
    return new CsiMounts('own', directories.map(directory => requireRelativePath(directory, 'a directory of the kubelet')));
  }

  private constructor(
    /** `podVolumes`, `stagedVolumes`, `pluginVolumes`, `kubeletDirectory` or `own`. */
    public readonly extent: string,
    /** The directories, below that of the kubelet; empty text for all of it. */
    public readonly directories: string[],
  ) {}

  /** @internal */
  public _hostPaths(kubelet: KubeletLayout): HostPath[] {
    return this.directories.map(directory => shared(kubelet.below(directory), directory));
  }

  /** @internal whether a directory of the node is among them */
  public _holds(kubelet: KubeletLayout, path: string): boolean {
    return this.directories.some(directory => `${path}/`.startsWith(`${kubelet.below(directory)}/`));
  }
}

guardClass({ CsiMounts });

/** What the kubelet makes at its start. It makes others with the first volume, so a new node does not have them yet. */
const AT_START: {
  readonly [directory: string]: string;
} = { '': 'kubelet-dir', 'pods': 'pods-dir', 'plugins': 'plugins-dir', 'plugins_registry': 'registration-dir' };

const STAGING = 'plugins/kubernetes.io/csi';

function shared(path: string, directory: string): HostPath {
  const known = lookUp(AT_START, directory);
  return HostPath.readWrite(path, {
    propagation: MountPropagation.BIDIRECTIONAL,
    type: known === undefined ? HostPathType.DIRECTORY_OR_CREATE : HostPathType.DIRECTORY,
    volumeName: known ?? (directory === STAGING ? 'staging-dir' : undefined),
  });
}
