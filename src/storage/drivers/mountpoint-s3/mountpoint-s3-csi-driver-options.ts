import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Details of the Mountpoint driver for Amazon S3.
 */
export interface MountpointS3CsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * Whether the driver removes the taint `s3.csi.aws.com/agent-not-ready` from its node once it runs. Without it the driver has no right to
   * patch nodes; it still tries for ten minutes, and logs that it is refused.
   *
   * @default true
   */
  readonly removesStartupTaint?: boolean;

  /**
   * The namespace of the pods that serve volumes, which has to be there before the plugin: `new AgentNamespace(...)` makes it.
   *
   * @default mount-s3
   */
  readonly mountNamespace?: string;

  /**
   * Labels of the pods that serve volumes.
   *
   * @default - those of the driver
   */
  readonly mountPodLabels?: { [key: string]: string };

  /**
   * Whether the cluster is OpenShift, where the driver has neither the process ids of the node nor an SELinux type of its own.
   *
   * @default - what the platform of the cluster is; where none is named, false: the type is `super_t`, which Bottlerocket needs and nodes
   * without SELinux do not look at
   */
  readonly openShift?: boolean;

  /**
   * Whether the driver keeps volumes that its release 1 mounted by systemd.
   *
   * @default false
   */
  readonly keepsSystemdMounts?: boolean;

  /**
   * Environment variables of the driver on nodes, such as keys from a Secret.
   *
   * @default - those that follow from the other options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * How much is logged: at 4 each call.
   *
   * @default 4
   */
  readonly logVerbosity?: number;

  /**
   * What the controller reserves and may use.
   *
   * @default - 10m of a processor and 40Mi of memory are reserved, 256Mi of memory is the most: those of the driver on nodes
   */
  readonly controllerResources?: Resources;
}
