import { CloudIdentity } from './cloud-identity';
import { CsiDriver } from './csi-driver';
import { CsiLiveness } from './csi-liveness';
import { CsiSeLinux } from './csi-se-linux';
import { CsiSidecar } from './csi-sidecar';
import { ClusterAgentOptions } from '../agent/replicas/cluster-agent-options';

/**
 * The controller of a CSI driver. Of what holds for any agent with replicas, four defaults differ: the priority is
 * `Priority.systemClusterCritical()`, the identity is the name of the driver with `-controller`, nodes of the control plane and those for
 * add-ons are tolerated, and on the host network the old pod stops before the new one starts.
 */
export interface CsiControllerProps extends ClusterAgentOptions {
  /**
   * The driver: the same value as for its CsiNodePlugin.
   */
  readonly driver: CsiDriver;

  /**
   * The root directory of the kubelet, where it is another one than in the rest of the cluster. It matters to controllers that mount.
   *
   * @default - that of the TargetCluster, `/var/lib/kubelet`
   */
  readonly kubeletDirectory?: string;

  /**
   * Makes volumes for claims, and deletes them.
   *
   * @default - as the driver has it
   */
  readonly provisioner?: CsiSidecar;

  /**
   * Attaches volumes to nodes.
   *
   * @default - as the driver has it
   */
  readonly attacher?: CsiSidecar;

  /**
   * Makes volumes larger.
   *
   * @default - as the driver has it
   */
  readonly resizer?: CsiSidecar;

  /**
   * Makes snapshots. CsiSidecar.none() where the cluster has no custom resources for them.
   *
   * @default - as the driver has it
   */
  readonly snapshotter?: CsiSidecar;

  /**
   * The port on which the liveness probe sidecar tells how the controller is.
   *
   * @default - that of the driver
   */
  readonly livenessPort?: number;

  /**
   * How the driver is asked whether it still answers.
   *
   * @default - as the driver has it, else CsiLiveness.sidecar()
   */
  readonly liveness?: CsiLiveness;

  /**
   * How the sidecars get through to a privileged driver on nodes that enforce SELinux.
   *
   * @default - as for CsiNodePlugin
   */
  readonly seLinux?: CsiSeLinux;

  /**
   * The identity by which the controller signs in to its cloud.
   *
   * @default - that of the node, or none
   */
  readonly cloudIdentity?: CloudIdentity;
}
