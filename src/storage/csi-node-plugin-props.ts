import { CloudIdentity } from './cloud-identity';
import { CsiDriver } from './csi-driver';
import { CsiDriverObject } from './csi-driver-object';
import { CsiLiveness } from './csi-liveness';
import { CsiSeLinux } from './csi-se-linux';
import { CsiSidecarOptions } from './csi-sidecar-options';
import { AgentOptions } from '../agent/agent-options';

/**
 * A CSI driver on the nodes of a cluster. Of what holds for any agent, three defaults differ: the priority is
 * `Priority.systemNodeCritical()`, the identity is the name of the driver, and the rollout of a driver whose mounts die with its pod is
 * `Rollout.onDelete()`.
 */
export interface CsiNodePluginProps extends AgentOptions {
  /**
   * The driver.
   */
  readonly driver: CsiDriver;

  /**
   * The root directory of the kubelet, where these nodes have another one than the rest of the cluster.
   *
   * @default - that of the TargetCluster, `/var/lib/kubelet`
   */
  readonly kubeletDirectory?: string;

  /**
   * Whether the CSIDriver object is made, and what it says.
   *
   * @default CsiDriverObject.managed() - with what the driver says of itself
   */
  readonly driverObject?: CsiDriverObject;

  /**
   * Details of the sidecar that registers the driver with the kubelet.
   *
   * @default - those of CsiSidecarOptions
   */
  readonly registrar?: CsiSidecarOptions;

  /**
   * How the driver is asked whether it still answers.
   *
   * @default CsiLiveness.sidecar()
   */
  readonly liveness?: CsiLiveness;

  /**
   * How the sidecars get through to the driver on nodes that enforce SELinux.
   *
   * @default - the type that the platform of the TargetCluster has for it (OpenShift, Bottlerocket), else CsiSeLinux.notEnforced()
   */
  readonly seLinux?: CsiSeLinux;

  /**
   * The identity by which the driver signs in to its cloud. Most drivers need one in their controller alone.
   *
   * @default - that of the node, or none
   */
  readonly cloudIdentity?: CloudIdentity;
}
