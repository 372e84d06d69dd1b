import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Details of the NFS driver.
 */
export interface NfsCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * The name that the driver answers to. A second instance needs another one, another plugin directory and other ports.
   *
   * @default nfs.csi.k8s.io
   */
  readonly name?: string;

  /**
   * The permissions that the root of each share is set to after it is mounted, 1 to 0o7777.
   *
   * @default - they are left as the server has them
   */
  readonly mountPermissions?: number;

  /**
   * How much is logged: at 5 each call, at 2 only what changes.
   *
   * @default 5
   */
  readonly logVerbosity?: number;

  /**
   * What the driver reserves and may use in its controller.
   *
   * @default - 10m of a processor and 20Mi of memory are reserved, 200Mi of memory is the most: those of its own manifest
   */
  readonly controllerResources?: Resources;
}
