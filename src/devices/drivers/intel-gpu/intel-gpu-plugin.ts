import type { IntelGpuPluginOptions } from './intel-gpu-plugin-options';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { HostPath } from '../../../agent/container/host-path';
import { Resources } from '../../../agent/container/resources';
import { GpuNodes } from '../../../presets/gpu-nodes';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber, MAX_INT32 } from '../../../private/whole-number';
import { DEVICE_DEFAULTS } from '../../defaults';
import type { DevicePluginProgram } from '../../private/device-plugin-program';
import { OWNS_ITS_SOCKET } from '../../private/generic-device-plugin';

/**
 * gpu_plugin of intel/intel-device-plugins-for-kubernetes 0.36.0, after its manifest. docs/guides/devices.md says where this differs, and
 * why.
 */
export function intelGpuPlugin(options: IntelGpuPluginOptions): DevicePluginProgram {
  return {
    resourceNames: ['gpu.intel.com/i915', 'gpu.intel.com/xe'],
    nodes: GpuNodes.intel({ architectures: ['amd64'] }),
    preset: {
      application: 'intel-gpu-plugin',
      image: options.image ?? fixedValue(DEVICE_DEFAULTS.intelImage),
      container: {
        args: argsOf(options),
        hostPaths: [
          // they appear with the driver: until then the kubelet tries again, and says so in an event
          HostPath.readOnly('/dev/dri'),
          HostPath.readOnly('/sys/class/drm'),
          HostPath.readWrite('/var/run/cdi', { volumeName: 'cdi' }),
        ],
        resources: Resources.of(fixedValue(DEVICE_DEFAULTS.intelResources)),
        // without effect where SELinux is not installed
        securityContext: ContainerSecurity.root(OWNS_ITS_SOCKET, { seLinux: { type: 'container_device_plugin_t' } }),
      },
    },
  };
}

function argsOf(options: IntelGpuPluginOptions): string[] {
  const { sharedDevices = 1, allocationPolicy, monitoring, allowedDeviceIds = [], deniedDeviceIds = [] } = options;
  if (!isWholeNumber(sharedDevices, 1, MAX_INT32)) {
    fail({
      code: 'invalid-device-plugin', what: 'a GPU cannot be shared by this many containers', given: `sharedDevices: ${sharedDevices}`,
      allowed: 'a whole number, at least 1',
      fix: 'leave it out for one container',
    });
  }
  if (allowedDeviceIds.length > 0 && deniedDeviceIds.length > 0) {
    fail({
      code: 'invalid-device-plugin', what: 'the Intel GPU plugin refuses to start with both lists of devices',
      given: '`allowedDeviceIds` and `deniedDeviceIds`',
      allowed: 'one of them', fix: 'leave out the one that follows from the other',
    });
  }
  if (allocationPolicy !== undefined && allocationPolicy !== 'none' && sharedDevices === 1) {
    fail({
      code: 'invalid-device-plugin', what: 'the Intel GPU plugin has no use for a policy where GPUs are not shared',
      given: `allocationPolicy: ${allocationPolicy}, sharedDevices: 1`,
      allowed: 'a policy where `sharedDevices` is 2 or more', fix: 'leave `allocationPolicy` out, or raise `sharedDevices`',
    });
  }
  return [
    ...sharedDevices === 1 ? [] : [`-shared-dev-num=${sharedDevices}`],
    ...allocationPolicy === undefined ? [] : [`-allocation-policy=${allocationPolicy}`],
    ...monitoring ? ['-enable-monitoring'] : [],
    ...idsFlag('allow-ids', allowedDeviceIds),
    ...idsFlag('deny-ids', deniedDeviceIds),
  ];
}

function idsFlag(flag: string, ids: readonly string[]): string[] {
  const wrong = ids.find(id => !/^0x[0-9a-f]{4}$/.test(id));
  if (wrong !== undefined) {
    fail({
      code: 'invalid-device-plugin', what: 'this is no PCI device id', given: wrong,
      allowed: '`0x` and four hexadecimal digits in lower case: 0x56c0',
      fix: 'copy it from `lspci -nn`, where it is after `8086:`',
    });
  }
  return ids.length === 0 ? [] : [`-${flag}=${[...ids].sort().join(',')}`];
}
