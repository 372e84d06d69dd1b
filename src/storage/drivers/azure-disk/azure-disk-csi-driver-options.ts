import { AzureCsiDriverOptions } from '../../azure-csi-driver-options';

/**
 * Details of the driver for disks of Azure.
 */
export interface AzureDiskCsiDriverOptions extends AzureCsiDriverOptions {
  /**
   * Whether the driver removes the taint `disk.csi.azure.com/agent-not-ready` from its node once it has registered. Without it the driver
   * has no right to patch nodes.
   *
   * @default true
   */
  readonly removesStartupTaint?: boolean;

  /**
   * Whether the driver learns its zone and the size of its node from the labels of the node alone. It then has neither the cloud config nor
   * the network of the node, and StorageClasses cannot have a performance profile. The labels must be there before the driver starts:
   * without a zone, the node takes no disk of a zone.
   *
   * @default false - it asks the metadata service, and the labels where that does not answer
   */
  readonly nodeInfoFromLabels?: boolean;

  /**
   * How many disks each node takes, whatever its size: 1 or more. Not together with `reservedDisks`.
   *
   * @default - what the size of the machine takes
   */
  readonly volumeAttachLimit?: number;

  /**
   * How many disks of each node are kept for what is not a volume of this driver: 0 or more.
   *
   * @default 0 - by the driver
   */
  readonly reservedDisks?: number;

  /**
   * Whether nodes tell their zone, so that disks are made where their pods run.
   *
   * @default true - by the driver
   */
  readonly supportsZones?: boolean;

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
   * Whether the controller takes every node as a machine of a scale set, without looking among those of availability sets.
   *
   * @default false
   */
  readonly scaleSetsOnly?: boolean;
}
