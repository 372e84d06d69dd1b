import { CsiGrant } from './csi-grant';
import { EnvValue } from '../agent/container/env-value';
import { LifecycleHook } from '../agent/container/lifecycle-hook';
import { Resources } from '../agent/container/resources';

/**
 * A CSI driver on Windows nodes, as HostProcess containers: they run on the node itself, so nothing is mounted.
 */
export interface CsiWindowsOptions {
  /**
   * The image.
   *
   * @default - that of the driver on Linux nodes
   */
  readonly image?: string;

  /**
   * The program, such as `smbplugin.exe`.
   *
   * @default - the entry point of the image
   */
  readonly command?: string[];

  /**
   * The arguments. `$(CSI_ENDPOINT)`, the node id under the name of `nodeIdVariable`, and `$(KUBELET_DIRECTORY)` stand for what the plugin
   * knows.
   *
   * @default - `--endpoint=$(CSI_ENDPOINT)` and `--nodeid=$(NODE_ID)`
   */
  readonly args?: string[];

  /**
   * Environment variables beside `CSI_ENDPOINT` and the node id.
   *
   * @default - those two alone
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * The user of Windows that all containers run as.
   *
   * @default NT AUTHORITY\SYSTEM
   */
  readonly userName?: string;

  /**
   * The port on which the liveness probe sidecar tells how the driver is: a port of the node.
   *
   * @default - nothing asks the driver, as in the manifests of the drivers that have a HostProcess variant
   */
  readonly livenessPort?: number;

  /**
   * What the driver may do with the Kubernetes API.
   *
   * @default - what it may on Linux nodes
   */
  readonly grants?: CsiGrant[];

  /**
   * What the driver runs before it is stopped.
   *
   * @default - it is stopped by a signal
   */
  readonly preStop?: LifecycleHook;

  /**
   * What the driver reserves and may use.
   *
   * @default - that of the driver on Linux nodes
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
