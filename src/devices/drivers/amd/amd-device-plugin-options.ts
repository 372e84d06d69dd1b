import { Duration } from 'cdk8s';
import { AmdResourceNaming } from './amd-resource-naming';
import { CommonDevicePluginOptions } from '../../common-device-plugin-options';

/**
 * Details of the AMD device plugin.
 */
export interface AmdDevicePluginOptions extends CommonDevicePluginOptions {
  /**
   * How partitions of GPUs are offered.
   *
   * @default AmdResourceNaming.SINGLE
   */
  readonly resourceNaming?: AmdResourceNaming;

  /**
   * How often the plugin looks whether the GPUs still work, in whole seconds. What the AMD metrics exporter knows of them is taken into
   * account, by its socket in `/var/lib/amd-metrics-exporter`.
   *
   * @default - it does not look again, and GPUs count as healthy
   */
  readonly healthCheckInterval?: Duration;
}
