import { CommonCsiDriverOptions } from '../../common-csi-driver-options';

/**
 * Details of the NFS driver.
 */
export interface NfsCsiDriverOptions extends CommonCsiDriverOptions {
  /**
   * The name that the driver answers to. A second instance needs another one, another plugin directory and other ports.
   *
   * @default nfs.csi.k8s.io
   */
  readonly name?: string;

  /**
   * The image.
   *
   * @default registry.k8s.io/sig-storage/nfsplugin:v4.13.4
   */
  readonly image?: string;

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
   * Further arguments, such as `--vol-stats-cache-expire-in-minutes=60`.
   *
   * @default - the arguments that follow from the other options
   */
  readonly extraArgs?: string[];
}
