import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Details of the driver that keeps volumes in a directory of the node: for tests.
 */
export interface HostPathCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * The name that the driver answers to. A second instance needs another one, and another `dataDirectory`.
   *
   * @default hostpath.csi.k8s.io
   */
  readonly name?: string;

  /**
   * How much room each node has for volumes of a kind, such as `{ fast: '100Gi', slow: '10Gi' }`. The kind is a parameter of the
   * StorageClass; nothing but the driver's own count holds to it.
   *
   * @default - one kind without a name, as large as the driver says
   */
  readonly capacity?: { [kind: string]: string };

  /**
   * The directory of each node that holds the volumes. It is made where it does not exist, and stays when the driver goes.
   *
   * @default /var/lib/csi-hostpath-data
   */
  readonly dataDirectory?: string;

  /**
   * How many volumes each node takes: 1 or more.
   *
   * @default - any number
   */
  readonly maxVolumes?: number;

  /**
   * How much is logged: at 5 each call.
   *
   * @default 5
   */
  readonly logVerbosity?: number;
}
