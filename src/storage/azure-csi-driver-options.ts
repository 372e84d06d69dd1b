import { AzureCloudConfig } from './azure-cloud-config';
import { CsiDriverPresetOptions } from './csi-driver-preset-options';
import { EnvValue } from '../agent/container/env-value';
import { Resources } from '../agent/container/resources';

/**
 * Details that the drivers for disks and for files of Azure have in common.
 */
export interface AzureCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * Where the driver finds the settings of the cloud. Workload identity (`cloudIdentity`) signs in with another client, and still needs
   * them.
   *
   * @default AzureCloudConfig.nodeFile()
   */
  readonly cloudConfig?: AzureCloudConfig;

  /**
   * Whether the controller shares the network of its node, as it must to sign in with a managed identity of the node. Without it its ports
   * are those of a pod.
   *
   * @default true
   */
  readonly controllerOnHostNetwork?: boolean;

  /**
   * The image for Windows nodes.
   *
   * @default - `image` with the end of its tag that the project has for HostProcess containers
   */
  readonly windowsImage?: string;

  /**
   * Whether the driver serves metrics in the format of Prometheus, on the port `metrics`. On the host network it is a port of every address
   * of the node.
   *
   * @default false
   */
  readonly metrics?: boolean;

  /**
   * Environment variables of the driver wherever it runs: a proxy, the log level of the SDK (`AZURE_GO_SDK_LOG_LEVEL`), a collector of
   * traces.
   *
   * @default - those that follow from the other options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * How much is logged: at 2 what changes, at 5 each call.
   *
   * @default 5
   */
  readonly logVerbosity?: number;

  /**
   * What the driver reserves and may use in its controller.
   *
   * @default - 10m of a processor and 20Mi of memory are reserved, 500Mi of memory is the most, 800Mi for files: those of its own chart
   */
  readonly controllerResources?: Resources;
}
