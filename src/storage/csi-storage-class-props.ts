import { CsiDriver } from './csi-driver';
import { CsiVolumeParameters } from './csi-volume-parameters';

/**
 * What becomes of a volume when its claim is deleted.
 */
export enum ReclaimPolicy {
  /** It is deleted, with everything in it. */
  DELETE = 'Delete',
  /** It stays, for someone to look at. */
  RETAIN = 'Retain',
}

/**
 * When a volume is made.
 */
export enum VolumeBindingMode {
  /** As soon as there is a claim: for storage that every node reaches. */
  IMMEDIATE = 'Immediate',
  /** When a pod with the claim is scheduled, where its node reaches it: for disks of a zone, and for storage of a node. */
  WAIT_FOR_FIRST_CONSUMER = 'WaitForFirstConsumer',
}

/**
 * A class of volumes. All but labels, annotations, `isDefault` and `allowVolumeExpansion` can never change on an object that exists.
 */
export interface CsiStorageClassProps {
  /**
   * The driver that makes the volumes.
   */
  readonly driver: CsiDriver;

  /**
   * The name, by which claims ask for it.
   *
   * @default - the id of the construct
   */
  readonly name?: string;

  /**
   * The parameters of each volume.
   *
   * @default - nothing: the driver decides
   */
  readonly parameters?: CsiVolumeParameters;

  /**
   * What becomes of a volume when its claim is deleted.
   *
   * @default ReclaimPolicy.DELETE - by the API server
   */
  readonly reclaimPolicy?: ReclaimPolicy;

  /**
   * When a volume is made.
   *
   * @default - VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER for drivers that attach volumes, since a disk in another zone than the pod cannot
   * be attached; else what the API server assumes, VolumeBindingMode.IMMEDIATE
   */
  readonly volumeBindingMode?: VolumeBindingMode;

  /**
   * Whether claims can ask for more room later. Needs the resizer in the controller of the driver.
   *
   * @default - true where the driver's controller has a resizer, else false by the API server
   */
  readonly allowVolumeExpansion?: boolean;

  /**
   * Options of the mounts, such as `nfsvers=4.1`. A wrong one is found when a pod starts.
   *
   * @default - those of the driver
   */
  readonly mountOptions?: string[];

  /**
   * The values of labels of nodes at which volumes may be made: `{ 'topology.kubernetes.io/zone': ['eu-west-1a'] }`.
   *
   * @default - wherever the driver can
   */
  readonly allowedTopologies?: { [label: string]: string[] };

  /**
   * Whether claims that name no class get this one. A cluster should have one such class.
   *
   * @default false
   */
  readonly isDefault?: boolean;

  /**
   * Labels of the object.
   *
   * @default - only the labels of the chart
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the object.
   *
   * @default - none but that of the default class
   */
  readonly annotations?: { [key: string]: string };
}
