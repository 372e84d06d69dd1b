import { DevicePluginDriverOptions } from './device-plugin-driver-options';
import { amdDevicePlugin } from './drivers/amd/amd-device-plugin';
import { AmdDevicePluginOptions } from './drivers/amd/amd-device-plugin-options';
import { intelGpuPlugin } from './drivers/intel-gpu/intel-gpu-plugin';
import { IntelGpuPluginOptions } from './drivers/intel-gpu/intel-gpu-plugin-options';
import { nvidiaDevicePlugin } from './drivers/nvidia/nvidia-device-plugin';
import { NvidiaDevicePluginOptions } from './drivers/nvidia/nvidia-device-plugin-options';
import { DevicePluginProgram } from './private/device-plugin-program';
import { genericDevicePlugin } from './private/generic-device-plugin';
import { guardClass } from '../private/doors/guard-class';

/**
 * The program that tells the kubelet which devices a node has, and prepares them for containers.
 */
export class DevicePluginDriver {
  /**
   * NVIDIA GPUs, by k8s-device-plugin. The driver and the NVIDIA Container Toolkit must be on the nodes.
   *
   * @throws invalid-device-plugin
   */
  public static nvidia(options: NvidiaDevicePluginOptions = {}): DevicePluginDriver {
    return new DevicePluginDriver(nvidiaDevicePlugin(options));
  }

  /**
   * AMD GPUs, by the device plugin of ROCm. The driver must be on the nodes.
   *
   * @throws invalid-device-plugin
   */
  public static amd(options: AmdDevicePluginOptions = {}): DevicePluginDriver {
    return new DevicePluginDriver(amdDevicePlugin(options));
  }

  /**
   * Intel GPUs, by the GPU plugin of the Intel device plugins. The driver i915 or xe must be on the nodes.
   *
   * @throws invalid-device-plugin
   */
  public static intelGpu(options: IntelGpuPluginOptions = {}): DevicePluginDriver {
    return new DevicePluginDriver(intelGpuPlugin(options));
  }

  /**
   * Any plugin, from its own manifest.
   *
   * @throws invalid-device-plugin
   */
  public static of(options: DevicePluginDriverOptions): DevicePluginDriver {
    return new DevicePluginDriver(genericDevicePlugin(options));
  }

  /** The value of the label `app.kubernetes.io/name`. */
  public readonly application: string;
  /** The image. */
  public readonly image: string;
  /** The resources that the plugin can offer, by the names that pods ask for: `nvidia.com/gpu`. */
  public readonly resourceNames: string[];

  private constructor(
    /** @internal */
    public readonly _program: DevicePluginProgram,
  ) {
    this.application = _program.preset.application;
    this.image = _program.preset.image;
    this.resourceNames = [..._program.resourceNames];
  }
}

guardClass({ DevicePluginDriver });
