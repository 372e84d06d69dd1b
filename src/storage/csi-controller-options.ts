import { CsiPodOptions } from './csi-pod-options';
import { CsiSidecar } from './csi-sidecar';
import { Resources } from '../agent/container/resources';

/**
 * The controller of a CSI driver: its program with the sidecars that tell it what to do. The socket is in a directory of the pod.
 */
export interface CsiControllerOptions extends CsiPodOptions {
  /**
   * The image.
   *
   * @default - that of the driver on nodes
   */
  readonly image?: string;

  /**
   * How many pods run. One of them is the leader of each sidecar; the others wait.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Makes volumes for claims, and deletes them.
   *
   * @default CsiSidecar.of()
   */
  readonly provisioner?: CsiSidecar;

  /**
   * Attaches volumes to nodes: for drivers with `attachRequired`.
   *
   * @default - CsiSidecar.of() unless the CSIDriver object says `attachRequired: false`, which is what Kubernetes assumes too
   */
  readonly attacher?: CsiSidecar;

  /**
   * Makes volumes larger.
   *
   * @default CsiSidecar.none()
   */
  readonly resizer?: CsiSidecar;

  /**
   * Makes snapshots. The cluster needs the custom resources of snapshots and the snapshot controller, once for all drivers.
   *
   * @default CsiSidecar.none()
   */
  readonly snapshotter?: CsiSidecar;

  /**
   * Whether sidecars read the Secrets that a StorageClass or VolumeSnapshotClass names: any Secret of the cluster, by its name.
   *
   * @default false
   */
  readonly readsSecrets?: boolean;

  /**
   * Whether the driver changes volumes by VolumeAttributesClasses. Without it the provisioner and the resizer do not watch them.
   *
   * @default false
   */
  readonly modifiesVolumes?: boolean;

  /**
   * Whether the driver makes snapshots of groups of volumes. The snapshotter is then configured for it, and the cluster needs the custom
   * resources of groups as well.
   *
   * @default false
   */
  readonly groupSnapshots?: boolean;

  /**
   * Whether volumes grow while pods use them. Then the resizer does not watch every pod of the cluster.
   *
   * @default false
   */
  readonly expandsOnline?: boolean;

  /**
   * The port on which the liveness probe sidecar tells how the controller is.
   *
   * @default - 9808 in a network of the pod's own; on the host network it must be named
   */
  readonly livenessPort?: number;

  /**
   * What the program reserves and may use.
   *
   * @default - that of the driver on nodes
   */
  readonly resources?: Resources;

  /**
   * Fields of the program's container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is
   * replaced.
   *
   * @default - what is written here stands
   */
  readonly overrides?: { [field: string]: any };
}
