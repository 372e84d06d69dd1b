import { expectParity, Parity } from './parity';
import { DevicePlugin, DevicePluginDriver, GpuFeatureDiscovery } from '../../src';
import { testChart } from '../support/golden';

function objectsOf(plugin: DevicePluginDriver): any[] {
  const chart = testChart();
  new DevicePlugin(chart, 'gpu', { plugin });
  return chart.toJson();
}

/** Why every plugin differs from its own manifest. */
const OURS: Parity['because'] = {
  'any label that marks such nodes will do, and pods of a DaemonSet run neither on Fargate nor on virtual nodes': [
    'node term *', 'node selector kubernetes.io/os',
  ],
  'ten percent at a time do not take hours for a thousand nodes, and a plugin that exits is seen before the next wave': [
    'strategy', 'minReadySeconds',
  ],
  'no plugin calls the API server': ['token'],
  'Azure advises the taint': ['toleration sku=gpu:NoSchedule'],
};

test('the NVIDIA device plugin of its static manifest', () => {
  const container = 'container nvidia-device-plugin,';
  expectParity({
    facts: 'nvidia-device-plugin-static',
    objects: objectsOf(DevicePluginDriver.nvidia()),
    renamed: { 'nvidia-device-plugin-ctr': 'nvidia-device-plugin' },
    because: {
      ...OURS,
      'the configuration is a file, and a change of it replaces the pods': [
        `${container} flag --config-file`, `${container} mount /etc/nvidia-device-plugin`, 'pod annotation checksum/config',
      ],
      'a pod without requests is evicted first, and a leak takes the node along': [`${container} limits memory`, `${container} requests *`],
      'what the image says is written out': [`${container} user`, `${container} seccomp`],
      'a node that is emptied keeps its devices until it is empty': ['toleration nvidia.com/gpu:*'],
    },
  });
});

test('the NVIDIA device plugin of its chart', () => {
  const container = 'container nvidia-device-plugin,';
  expectParity({
    facts: 'nvidia-device-plugin-chart',
    objects: objectsOf(DevicePluginDriver.nvidia()),
    renamed: { 'nvidia-device-plugin-ctr': 'nvidia-device-plugin' },
    because: {
      ...OURS,
      'the configuration is a file, and a change of it replaces the pods': [
        `${container} flag --config-file`, `${container} mount /etc/nvidia-device-plugin`, 'pod annotation checksum/config',
      ],
      'the chart prepares every node for MPS, which is refused here': [
        `${container} mount /dev/shm`, `${container} mount /mps`, `${container} variable MPS_ROOT`,
      ],
      'specifications of CDI are written where CDI is chosen': [`${container} mount /var/run/cdi`],
      'the image sets the same': [
        `${container} variable NVIDIA_DRIVER_CAPABILITIES`, `${container} variable NVIDIA_VISIBLE_DEVICES`, `${container} words`,
      ],
      'a pod without requests is evicted first, and a leak takes the node along': [`${container} limits memory`, `${container} requests *`],
      'what the image says is written out': [`${container} user`, `${container} seccomp`],
      'nodes are read by the manager of configurations of the chart alone, which a pool replaces': [
        'may get nodes of core', 'may list nodes of core', 'may watch nodes of core',
      ],
      'a node that is emptied keeps its devices until it is empty': ['toleration nvidia.com/gpu:*'],
      'the taint of critical add-ons is one of other nodes': ['toleration CriticalAddonsOnly:any effect'],
    },
  });
});

test('GPU Feature Discovery of its static manifest', () => {
  const container = 'container gpu-feature-discovery,';
  expectParity({
    facts: 'gpu-feature-discovery-static',
    objects: objectsOf(DevicePluginDriver.nvidia({ featureDiscovery: GpuFeatureDiscovery.featureFiles() })),
    workload: 'gpu-feature-discovery',
    because: {
      ...OURS,
      'the configuration is the one of the plugin': [
        `${container} flag --config-file`, `${container} mount /etc/nvidia-device-plugin`, 'pod annotation checksum/config',
        `${container} variable MIG_STRATEGY`,
      ],
      'without the flag it would ask the API server, for which the manifest grants nothing': [`${container} flag --use-node-feature-api`],
      'to read all of the PCI configuration, the kernel asks for SYS_ADMIN and no more': [
        `${container} privileged`, `${container} capability *`, `${container} mount /sys`, `${container} user`, `${container} seccomp`,
      ],
      'a pod without requests is evicted first, and a leak takes the node along': [`${container} limits memory`, `${container} requests *`],
      'the program is on the path of the image': [`${container} words`],
      'it runs where the plugin does, which the taint of GPUs keeps the manifest from': [
        'toleration nvidia.com/gpu:any effect', 'priorityClassName',
      ],
    },
  });
});

test('the Intel GPU plugin of its manifest', () => {
  const container = 'container intel-gpu-plugin,';
  expectParity({
    facts: 'intel-gpu-plugin',
    objects: objectsOf(DevicePluginDriver.intelGpu()),
    because: {
      ...OURS,
      'the registry is named, since not every runtime adds it': [`${container} image`],
      'a throttled plugin delays the kubelet': [`${container} limits cpu`],
      'a path that is missing would become an empty directory': [
        `${container} mount /dev/dri`, `${container} mount /sys/class/drm`, `${container} mount /var/lib/kubelet/device-plugins`,
      ],
      'what the image says is written out': [`${container} user`],
      'the program does not read them': [`${container} variable HOST_IP`, `${container} variable NODE_NAME`],
      'it is part of the affinity': ['node selector kubernetes.io/arch'],
      'nodes with GPUs may be tainted by the names of their resources': [
        'toleration gpu.intel.com/i915:any effect', 'toleration gpu.intel.com/xe:any effect',
      ],
      'a node without its plugin has no devices': ['priorityClassName'],
    },
  });
});

test('the AMD device plugin of its static manifest', () => {
  const container = 'container amd-gpu-device-plugin,';
  expectParity({
    facts: 'amd-device-plugin-static',
    objects: objectsOf(DevicePluginDriver.amd()),
    renamed: { 'amdgpu-dp-cntr': 'amd-gpu-device-plugin' },
    because: {
      ...OURS,
      'the registry is named, since not every runtime adds it': [`${container} image`],
      'the chart of the same project runs it without privileges, since it reads /sys alone': [
        `${container} privileged`, `${container} privilege escalation`, `${container} mount /sys`, `${container} root file system`,
        `${container} seccomp`, `${container} user`,
      ],
      'a path that is missing would become an empty directory': [`${container} mount /var/lib/kubelet/device-plugins`],
      'the program looks for the driver once, so its pod waits for what comes with the driver': [`${container} mount /run/amd-gpu-driver`],
      'a pod without requests is evicted first, and a leak takes the node along': [`${container} limits memory`, `${container} requests *`],
      'it is part of the affinity': ['node selector kubernetes.io/arch'],
      'the taint of the resource marks the nodes; that of critical add-ons is one of other nodes': [
        'toleration CriticalAddonsOnly:any effect', 'toleration amd.com/gpu:any effect',
      ],
    },
  });
});
