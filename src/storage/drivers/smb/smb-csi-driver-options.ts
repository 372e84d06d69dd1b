import { SmbOnDelete } from './smb-volume-parameters-options';
import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Details of the SMB driver.
 */
export interface SmbCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * The name that the driver answers to. A second instance needs another one, another plugin directory and other ports.
   *
   * @default smb.csi.k8s.io
   */
  readonly name?: string;

  /**
   * Whether shares can be written into pods, which name a Secret of their namespace: the driver then reads any Secret of the cluster by its
   * name. It can never change on a CSIDriver object that exists.
   *
   * @default true
   */
  readonly inlineVolumes?: boolean;

  /**
   * Whether shares are mounted with tickets of Kerberos from Secrets: `kerberos` in the directory of the kubelet must exist on every node,
   * and its `/etc/krb5.conf` must name it.
   *
   * @default false
   */
  readonly kerberos?: boolean;

  /**
   * What becomes of the directory of a volume when the volume is deleted, where its class does not say it.
   *
   * @default SmbOnDelete.DELETE - by the driver
   */
  readonly onDelete?: SmbOnDelete;

  /**
   * Whether the controller serves metrics in the format of Prometheus, on the port `metrics` (29644). On the host network it is a port of
   * every address of the node.
   *
   * @default false
   */
  readonly metrics?: boolean;

  /**
   * How much is logged: at 5 each call, at 2 only what changes.
   *
   * @default 5
   */
  readonly logVerbosity?: number;

  /**
   * The image for Windows nodes.
   *
   * @default - `image` with `-windows-hp` at the end of its tag
   */
  readonly windowsImage?: string;

  /**
   * What the driver reserves and may use in its controller.
   *
   * @default - 10m of a processor and 20Mi of memory are reserved, 200Mi of memory is the most: those of its own manifest
   */
  readonly controllerResources?: Resources;
}
