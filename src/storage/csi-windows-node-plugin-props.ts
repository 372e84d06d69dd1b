import { CloudIdentity } from './cloud-identity';
import { CsiDriver } from './csi-driver';
import { CsiSidecarOptions } from './csi-sidecar-options';
import { AgentOptions } from '../agent/agent-options';

/**
 * A CSI driver on the Windows nodes of a cluster. Of what holds for any agent, three defaults differ: the nodes are
 * `NodeCoverage.windows()`, the priority is `Priority.systemNodeCritical()`, and the identity is the name of the driver.
 */
export interface CsiWindowsNodePluginProps extends AgentOptions {
  /**
   * The driver: the same value as for its CsiNodePlugin, which makes the CSIDriver object.
   */
  readonly driver: CsiDriver;

  /**
   * The root directory of the kubelet on Windows nodes.
   *
   * @default C:\var\lib\kubelet
   */
  readonly kubeletDirectory?: string;

  /**
   * Details of the sidecar that registers the driver with the kubelet.
   *
   * @default - those of CsiSidecarOptions
   */
  readonly registrar?: CsiSidecarOptions;

  /**
   * The identity by which the driver signs in to its cloud.
   *
   * @default - that of the node, or none
   */
  readonly cloudIdentity?: CloudIdentity;
}
