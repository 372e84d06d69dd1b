import type { AmdDevicePluginOptions } from './amd-device-plugin-options';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { Resources } from '../../../agent/container/resources';
import { GpuNodes } from '../../../presets/gpu-nodes';
import { fixedValue } from '../../../private/default-row';
import { wholeSeconds } from '../../../private/duration';
import { DEVICE_DEFAULTS } from '../../defaults';
import type { DevicePluginProgram } from '../../private/device-plugin-program';
import { OWNS_ITS_SOCKET } from '../../private/generic-device-plugin';

/** ROCm/k8s-device-plugin 1.31, after its chart. docs/guides/devices.md says where this differs, and why. */
export function amdDevicePlugin(options: AmdDevicePluginOptions): DevicePluginProgram {
  const { resourceNaming, healthCheckInterval } = options;
  const own = [
    ...healthCheckInterval === undefined ? [] : [`-pulse=${wholeSeconds(healthCheckInterval, 'healthCheckInterval')}`],
    ...resourceNaming === undefined ? [] : [`-resource_naming_strategy=${resourceNaming}`],
  ];
  return {
    resourceNames: ['amd.com/gpu'],
    nodes: GpuNodes.amd({ architectures: ['amd64'] }),
    preset: {
      application: 'amd-gpu-device-plugin',
      image: options.image ?? fixedValue(DEVICE_DEFAULTS.amdImage),
      container: {
        // the image has no entry point, so that arguments alone would be taken for the program
        ...own.length > 0 && { command: ['./k8s-device-plugin'], args: ['-logtostderr=true', '-stderrthreshold=INFO', ...own] },
        hostPaths: [
          HostPath.readOnly('/sys'),
          // the plugin looks for the driver once, so its pod waits for this directory, which comes with the driver
          HostPath.readOnly('/sys/class/kfd', { mountPath: '/run/amd-gpu-driver', volumeName: 'driver', type: HostPathType.DIRECTORY }),
          ...healthCheckInterval === undefined ? [] : [
            HostPath.readOnly('/var/lib/amd-metrics-exporter', { type: HostPathType.DIRECTORY_OR_CREATE, volumeName: 'health' }),
          ],
        ],
        resources: Resources.of(fixedValue(DEVICE_DEFAULTS.amdResources)),
        securityContext: ContainerSecurity.root(OWNS_ITS_SOCKET),
      },
    },
  };
}
