import { Resources } from '../agent/container/resources';

/**
 * Details of a container that stands next to a CSI driver.
 */
export interface CsiSidecarOptions {
  /**
   * The image, with a tag other than `latest`, or a digest, or both.
   *
   * @default - `csi-node-driver-registrar:v2.17.0` and `livenessprobe:v2.19.0` of registry.k8s.io/sig-storage
   */
  readonly image?: string;

  /**
   * Further arguments, such as `--timeout=5s`.
   *
   * @default - the arguments that the plugin writes
   */
  readonly extraArgs?: string[];

  /**
   * What the container reserves and may use.
   *
   * @default - 10m of a processor and 20Mi of memory are reserved, 100Mi of memory is the most
   */
  readonly resources?: Resources;

  /**
   * Fields of the container in the spelling of the Kubernetes API, laid upon what is written here: maps merge, everything else is replaced.
   *
   * @default - what is written here stands
   */
  readonly overrides?: { [field: string]: any };
}
