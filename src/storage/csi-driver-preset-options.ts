import { CommonCsiDriverOptions } from './common-csi-driver-options';

/**
 * Options common to every CSI driver that this library has a preset for.
 */
export interface CsiDriverPresetOptions extends CommonCsiDriverOptions {
  /**
   * The release of the driver, without `v`. It decides the image, the images of the sidecars and the arguments.
   *
   * @default - what the tag of `image` says, else the newest release that is known here: see docs/guides/storage.md
   */
  readonly version?: string;

  /**
   * The image. Name `version` too where its tag does not begin with it.
   *
   * @default - that of the project, with the tag of `version`
   */
  readonly image?: string;

  /**
   * Further arguments of the driver on nodes. The last of two equal flags wins.
   *
   * @default - the arguments that follow from the other options
   */
  readonly extraArgs?: string[];

  /**
   * Further arguments of the driver's controller. The last of two equal flags wins.
   *
   * @default - the arguments that follow from the other options
   */
  readonly extraControllerArgs?: string[];
}
