import { Duration } from 'cdk8s';
import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Where the EBS driver learns of its instance.
 */
export enum AwsEbsMetadataSource {
  /** The metadata service of EC2. Pods reach it only where the instance allows two hops, or on the host network. */
  IMDS = 'imds',
  /** The labels and the provider id of the Node object. How many network interfaces and disks the instance has is then a guess. */
  KUBERNETES = 'kubernetes',
}

/**
 * Details of the driver for Amazon EBS.
 */
export interface AwsEbsCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * Whether the driver removes the taint `ebs.csi.aws.com/agent-not-ready` from its node once it has registered and the node says how
   * many volumes it takes. Without it the
   * driver has no right to patch nodes.
   *
   * @default true
   */
  readonly removesStartupTaint?: boolean;

  /**
   * Where the driver learns of its instance, and the controller of its region where `region` does not say it: one after the other, until
   * one answers.
   *
   * @default - IMDS, then KUBERNETES, by the driver
   */
  readonly metadataSources?: AwsEbsMetadataSource[];

  /**
   * How many volumes each node takes, whatever its instance type: 1 or more. Not together with `reservedVolumeAttachments`.
   *
   * @default - what the type of the instance takes
   */
  readonly volumeAttachLimit?: number;

  /**
   * How many attachments of each instance are kept for what is not a volume of this driver, such as its root disk: 0 or more. Needed
   * where a driver can restart on nodes that
   * have volumes attached, since it counts those as reserved.
   *
   * @default - what was attached when the instance started
   */
  readonly reservedVolumeAttachments?: number;

  /**
   * How often the kubelet asks how many volumes the node takes, which changes with its network interfaces: 10 seconds or more. Needs
   * Kubernetes 1.35.
   *
   * @default - it asks once, when the driver registers
   */
  readonly nodeAllocatableUpdatePeriod?: Duration;

  /**
   * Whether volumes are mounted with the SELinux label of their pod, in place of relabelling each file. Only where every node has SELinux.
   *
   * @default false
   */
  readonly seLinuxMount?: boolean;

  /**
   * Whether volumes are changed by VolumeAttributesClasses. Needs Kubernetes 1.34.
   *
   * @default false
   */
  readonly modifiesVolumes?: boolean;

  /**
   * The region, such as `eu-west-1`. With it the controller needs neither the metadata service nor the right to read nodes.
   *
   * @default - that of the instance of the controller
   */
  readonly region?: string;

  /**
   * The name of the cluster, for tags by which its volumes are found and by which policies of IAM can be limited to them.
   *
   * @default - volumes do not say which cluster made them
   */
  readonly clusterId?: string;

  /**
   * Tags of every volume and snapshot that the driver makes, at most 50.
   *
   * @default - those of the driver itself
   */
  readonly extraTags?: { [key: string]: string };

  /**
   * Whether the driver uses FIPS 140-3 validated cryptography, and the endpoints of AWS for it.
   *
   * @default false
   */
  readonly fips?: boolean;

  /**
   * Whether the driver serves metrics in the format of Prometheus, on the port `metrics`: 3302 on nodes, 3301 in the controller.
   *
   * @default false
   */
  readonly metrics?: boolean;

  /**
   * Environment variables of the driver on nodes and in the controller: a proxy, an endpoint (`AWS_EC2_ENDPOINT`), keys from a Secret.
   *
   * @default - those that follow from the other options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * How much is logged: at 2 what changes, at 4 each call, at 7 everything.
   *
   * @default 2
   */
  readonly logVerbosity?: number;

  /**
   * What the driver reserves and may use in its controller.
   *
   * @default - 10m of a processor and 40Mi of memory are reserved, 256Mi of memory is the most: those of its own chart
   */
  readonly controllerResources?: Resources;

  /**
   * The port on which the liveness probe sidecar tells how the driver is on Windows nodes, on the loopback address of the node.
   *
   * @default 9808
   */
  readonly windowsLivenessPort?: number;
}
