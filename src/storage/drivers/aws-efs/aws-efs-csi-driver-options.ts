import { Duration } from 'cdk8s';
import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Details of the driver for Amazon EFS and S3 Files.
 */
export interface AwsEfsCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * Whether the driver removes the taint `efs.csi.aws.com/agent-not-ready` from its node once it runs. Without it the driver has no right
   * to patch nodes.
   *
   * @default true
   */
  readonly removesStartupTaint?: boolean;

  /**
   * How many volumes each node takes: 1 or more. Each mount with encryption has a proxy of its own, which takes memory.
   *
   * @default - as many as pods ask for
   */
  readonly volumeAttachLimit?: number;

  /**
   * How many mounts are made at once: 1 or more. The others are tried again by the kubelet.
   *
   * @default - as many as the kubelet asks for
   */
  readonly maxInflightMountCalls?: number;

  /**
   * After how long an unmount is forced. What was not written by then is lost.
   *
   * @default - never
   */
  readonly forceUnmountAfter?: Duration;

  /**
   * How often the driver counts how much each volume holds, for the metrics of the kubelet: a whole number of minutes. It walks through
   * every directory.
   *
   * @default - it does not count
   */
  readonly volumeMetricsPeriod?: Duration;

  /**
   * The last of the ports that proxies take on the loopback address of the node, 20050 to 65535. The first is 20049.
   *
   * @default 21049
   */
  readonly lastProxyPort?: number;

  /**
   * Whether the directory of a volume is deleted with it. The controller then mounts the file system, and is privileged.
   *
   * @default false - the access point is deleted, and the data stays
   */
  readonly deletesDirectories?: boolean;

  /**
   * The Secret in the namespace of the controller that names the role of another account, as the StorageClass has it in
   * `csi.storage.k8s.io/provisioner-secret-name`.
   * It is the only Secret that the controller can read.
   *
   * @default - file systems are those of the account of the cluster
   */
  readonly crossAccountSecret?: string;

  /**
   * Tags of the access points that the controller makes.
   *
   * @default - that of the driver itself
   */
  readonly tags?: { [key: string]: string };

  /**
   * Whether the driver and its proxies use endpoints of AWS with FIPS 140 validated cryptography.
   *
   * @default false
   */
  readonly fips?: boolean;

  /**
   * Whether the controller serves metrics in the format of Prometheus, on the port `metrics`: 3301.
   *
   * @default false
   */
  readonly metrics?: boolean;

  /**
   * Environment variables of the driver on nodes and in the controller, such as those of a proxy.
   *
   * @default - those that follow from the other options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * How much is logged: at 2 what changes, at 4 each call, at 5 everything.
   *
   * @default 2
   */
  readonly logVerbosity?: number;

  /**
   * What the driver reserves and may use in its controller. With `deletesDirectories` each deletion at work takes some 25 MiB.
   *
   * @default - a hundredth of a processor and 40Mi of memory are reserved, and nothing is limited
   */
  readonly controllerResources?: Resources;
}
