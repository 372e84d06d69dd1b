import { featureDiscovery } from './feature-discovery-agent';
import { GpuFeatureDiscovery } from './gpu-feature-discovery';
import { MigStrategy } from './mig-strategy';
import { CONFIG_ARGUMENT, configFile, DRIVER_ROOT, NvidiaConfig, nvidiaConfig } from './nvidia-config';
import { NvidiaDeviceList } from './nvidia-device-list';
import type { NvidiaDevicePluginOptions } from './nvidia-device-plugin-options';
import { systemAdmin } from './system-admin';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { HostPath } from '../../../agent/container/host-path';
import { Resources } from '../../../agent/container/resources';
import { MountPropagation } from '../../../agent/container/volume-mount';
import { IAgentFeature } from '../../../agent/plan/agent-feature';
import { GpuNodes } from '../../../presets/gpu-nodes';
import { fixedValue } from '../../../private/default-row';
import { DEVICE_DEFAULTS } from '../../defaults';
import type { DevicePluginProgram } from '../../private/device-plugin-program';
import { OWNS_ITS_SOCKET } from '../../private/generic-device-plugin';

/** NVIDIA/k8s-device-plugin v0.20.0, after its manifests. docs/guides/devices.md says where this differs, and why. */
export function nvidiaDevicePlugin(options: NvidiaDevicePluginOptions): DevicePluginProgram {
  const image = options.image ?? fixedValue(DEVICE_DEFAULTS.nvidiaImage);
  const config = nvidiaConfig(options);
  const discovery = options.featureDiscovery ?? GpuFeatureDiscovery.none();
  return {
    resourceNames: ['nvidia.com/gpu'],
    nodes: GpuNodes.nvidia({ excludeGkeManaged: true }),
    preset: {
      application: 'nvidia-device-plugin',
      image,
      files: [configFile(config)],
      container: {
        args: [CONFIG_ARGUMENT],
        env: config.migStrategy === MigStrategy.NONE ? {} : { NVIDIA_MIG_MONITOR_DEVICES: EnvValue.of('all') },
        hostPaths: hostPathsOf(config),
        resources: Resources.of(fixedValue(DEVICE_DEFAULTS.nvidiaResources)),
        securityContext: securityOf(config),
      },
      features: mountsDriver(config) && driverRootOf(config) === '/' ? [SEES_THE_DRIVER] : [],
    },
    companion: discovery.kind === 'none' ? undefined : featureDiscovery(discovery, image, config),
  };
}

const SEES_THE_DRIVER: IAgentFeature = {
  contribute: plan => plan.acknowledge({
    id: 'sensitive-host-path',
    reason: 'describes libraries and device files of the driver, wherever the distribution of the node has them; `driverRoot` narrows it',
  }),
};

function usesCdi({ deviceLists }: NvidiaConfig): boolean {
  return [NvidiaDeviceList.CDI_ANNOTATIONS, NvidiaDeviceList.CDI_CRI].some(list => deviceLists.includes(list));
}

function mountsDriver(config: NvidiaConfig): boolean {
  return config.driverRoot !== undefined || usesCdi(config);
}

function driverRootOf({ driverRoot = '/' }: NvidiaConfig): string {
  return driverRoot;
}

/** For CDI the plugin reads the libraries of the driver, and writes where runtimes look for descriptions of devices. */
function hostPathsOf(config: NvidiaConfig): HostPath[] {
  return [
    ...mountsDriver(config) ? [HostPath.readOnly(driverRootOf(config), {
      mountPath: DRIVER_ROOT, volumeName: 'driver-root', propagation: MountPropagation.HOST_TO_CONTAINER,
    })] : [],
    ...usesCdi(config) ? [HostPath.readWrite('/var/run/cdi', { volumeName: 'cdi' })] : [],
  ];
}

/**
 * The NVIDIA Container Runtime updates the cache of the dynamic linker within the container, so its root file system cannot be read-only.
 */
function securityOf(config: NvidiaConfig): ContainerSecurity {
  if (config.passesDeviceSpecs) {return ContainerSecurity.privileged('names each device file of the GPUs to the kubelet');}
  const why = [
    ...config.migStrategy === MigStrategy.NONE ? [] : ['sees the MIG devices of every GPU'],
    ...config.deviceLists.includes(NvidiaDeviceList.VOLUME_MOUNTS) ? ['is given all GPUs where variables are not trusted'] : [],
  ];
  return why.length === 0
    ? ContainerSecurity.root(OWNS_ITS_SOCKET, { writableRootFilesystem: true })
    : systemAdmin(OWNS_ITS_SOCKET, why.join(', and '));
}
