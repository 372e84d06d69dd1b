import { CsiSidecarImages } from './csi-sidecar-images';
import { Resources } from '../agent/container/resources';

/**
 * Options common to every CSI driver.
 */
export interface CommonCsiDriverOptions {
  /**
   * The directory of the driver's socket below `plugins` in the directory of the kubelet. No other driver of the node may have it.
   *
   * @default - the name of the driver, or what its own manifest has
   */
  readonly pluginDirectory?: string;

  /**
   * The port on which the liveness probe sidecar tells how the driver is.
   *
   * @default - 9808 in a network of the pod's own; drivers on the host network have one each (NFS 29653), on the loopback address
   */
  readonly livenessPort?: number;

  /**
   * The port on which the registrar tells how it is.
   *
   * @default - 9809 in a network of the pod's own; drivers on the host network have one each (NFS 19809), on the loopback address
   */
  readonly registrarPort?: number;

  /**
   * Whether the registrar tells how it is, and is restarted when it does not. Without it no `registrarPort` is needed.
   *
   * @default true
   */
  readonly registrarHealth?: boolean;

  /**
   * Images of the sidecars, over those of the driver's release.
   *
   * @default - those that the driver was released with
   */
  readonly sidecarImages?: CsiSidecarImages;

  /**
   * What the driver reserves and may use.
   *
   * @default - a hundredth of a processor and 40Mi of memory are reserved, so that the plugin finds room on a full node, and nothing is
   * limited: file system checks and FUSE servers run inside the driver, and one that is killed leaves mounts behind. Presets have the
   * limits of the driver's own manifest.
   */
  readonly resources?: Resources;

  /**
   * Fields of the driver's container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - what is written here stands
   */
  readonly overrides?: { [field: string]: any };
}
