import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Details of the driver for persistent disks and Hyperdisks of Google Cloud.
 */
export interface GcePersistentDiskCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * The Secret of the controller's namespace with the key of a service account, as `cloud-sa.json`. Workload identity (`cloudIdentity`)
   * needs none.
   *
   * @default - the controller signs in as its service account, or as its node does
   */
  readonly credentialsSecret?: string;

  /**
   * Whether volumes can have a cache on local disks of the node (`dataCacheSize`), by the device mapper of its kernel.
   *
   * @default true
   */
  readonly dataCache?: boolean;

  /**
   * Whether volumes can be made in storage pools (`storagePools`).
   *
   * @default false
   */
  readonly storagePools?: boolean;

  /**
   * Labels of every disk, snapshot and image that the driver makes.
   *
   * @default - those of the driver
   */
  readonly extraLabels?: { [key: string]: string };

  /**
   * Whether the controller removes the taint `pd.csi.storage.gke.io/not-ready` with the value `true` and the effect NoSchedule from nodes
   * on which the driver has registered. The node pool has to put it there. The controller itself then may patch nodes; the plugin on nodes
   * may not.
   *
   * @default false
   */
  readonly removesStartupTaint?: boolean;

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
   * How much is logged: at 5 each call.
   *
   * @default 5
   */
  readonly logVerbosity?: number;

  /**
   * What the driver reserves and may use in its controller.
   *
   * @default - as on nodes
   */
  readonly controllerResources?: Resources;
}
