import { CommonCsiDriverOptions } from './common-csi-driver-options';
import { CsiControllerOptions } from './csi-controller-options';
import { CsiDriverObjectOptions } from './csi-driver-object-options';
import { CsiPodOptions } from './csi-pod-options';
import { CsiSocket } from './csi-socket';
import { CsiWindowsOptions } from './csi-windows-options';
import { VirtualNodes } from '../agent/nodes/virtual-nodes';

/**
 * A CSI driver: how it runs on Linux nodes, and what Kubernetes must know of it. `controller` and `windows` say how the same driver runs
 * elsewhere.
 */
export interface CsiDriverOptions extends CommonCsiDriverOptions, CsiPodOptions {
  /**
   * The name that the driver answers to GetPluginInfo, such as `ebs.csi.aws.com`: at most 63 characters. The registrar asks the driver for
   * it; another name here would leave the CSIDriver object without effect.
   */
  readonly name: string;

  /**
   * The image of the driver, with a tag other than `latest`, or a digest, or both.
   */
  readonly image: string;

  /**
   * The variable that holds the name of the node, by which the driver is known to its controller.
   *
   * @default NODE_ID
   */
  readonly nodeIdVariable?: string;

  /**
   * Where the containers see the socket of the driver.
   *
   * @default CsiSocket.mountedAt('/csi')
   */
  readonly socket?: CsiSocket;

  /**
   * Whether mounts die with the process that serves them: FUSE, proxies for TLS, rbd-nbd. A new pod then takes the volumes of every pod of
   * its node down, so pods are replaced only when someone deletes them (`Rollout.onDelete()`), and a driver that does not answer is
   * reported as not ready in place of being restarted.
   *
   * @default false - mounts of the kernel outlive the driver
   */
  readonly mountsDieWithPod?: boolean;

  /**
   * Which nodes have no driver because none can run there, or because the provider runs one of its own.
   *
   * @default VirtualNodes.excluded() - every machine of the cluster has one; presets for volumes that only some machines can have leave out
   * the others
   */
  readonly virtualNodes?: VirtualNodes;

  /**
   * Whether the driver removes the taint `<name>/agent-not-ready` from its node once it has registered, so that no pod with a volume comes
   * too early. It is granted what that takes, and tolerates the taint whatever its coverage says. The node group has to put the taint on
   * new nodes; the effect NoExecute is advised.
   *
   * @default false
   */
  readonly removesStartupTaint?: boolean;

  /**
   * What the CSIDriver object says of the driver.
   *
   * @default - what Kubernetes assumes of a driver: volumes are attached before they are mounted
   */
  readonly driverObject?: CsiDriverObjectOptions;

  /**
   * How the driver makes, attaches, resizes and snapshots volumes: what a CsiController runs.
   *
   * @default - the driver has no controller, or it is installed by other means
   */
  readonly controller?: CsiControllerOptions;

  /**
   * How the driver runs on Windows nodes: what a CsiWindowsNodePlugin runs.
   *
   * @default - the driver has no program for Windows
   */
  readonly windows?: CsiWindowsOptions;
}
