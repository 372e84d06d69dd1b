import { IntelAllocationPolicy } from './intel-allocation-policy';
import { CommonDevicePluginOptions } from '../../common-device-plugin-options';

/**
 * Details of the Intel GPU plugin.
 */
export interface IntelGpuPluginOptions extends CommonDevicePluginOptions {
  /**
   * How many containers can use one GPU at the same time. Neither memory nor time is divided among them.
   *
   * @default 1
   */
  readonly sharedDevices?: number;

  /**
   * Which GPU a container gets where `sharedDevices` is more than 1.
   *
   * @default IntelAllocationPolicy.NONE
   */
  readonly allocationPolicy?: IntelAllocationPolicy;

  /**
   * Whether a resource is offered that gives a container all GPUs of its node, for programs that watch them.
   *
   * @default false
   */
  readonly monitoring?: boolean;

  /**
   * PCI device ids of the only GPUs that are offered, such as `0x56c0`. Not together with `deniedDeviceIds`.
   *
   * @default - all GPUs
   */
  readonly allowedDeviceIds?: string[];

  /**
   * PCI device ids of GPUs that are not offered, such as `0x4c8a`, an integrated one.
   *
   * @default - all GPUs are offered
   */
  readonly deniedDeviceIds?: string[];
}
