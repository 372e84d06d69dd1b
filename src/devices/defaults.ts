import { NODE_CRITICAL } from '../presets/default-rows';
import { defaultRow, DefaultTable } from '../private/default-row';
import { resourcesText } from '../private/standard-values';

const KUBERNETES = 'https://kubernetes.io/docs';
const NVIDIA = 'https://github.com/NVIDIA/k8s-device-plugin';
const AMD = 'https://github.com/ROCm/k8s-device-plugin';
const INTEL = 'https://github.com/intel/intel-device-plugins-for-kubernetes';

/** What applies to a DevicePlugin where a user says nothing, in addition to the defaults of every agent. */
export const DEVICE_DEFAULTS = {
  priority: defaultRow({
    ...NODE_CRITICAL,
    about: 'priority of a device plugin',
    reason: 'without its plugin a node has no devices, and pods that ask for one are not placed there',
    change: '`priority: Priority...`, as on GKE without a ResourceQuota for the class',
  }),
  rolloutPercent: defaultRow({
    about: 'rollout of a device plugin',
    value: 10,
    shown: percent => `${percent} % of the nodes at a time, never with two pods on a node`,
    reason: 'running pods keep their devices while the plugin is replaced; two plugins of one resource can leave a node with none',
    source: '[an issue of Kubernetes](https://github.com/kubernetes/kubernetes/issues/127821)',
    change: '`rollout: Rollout...`',
  }),
  minReadySeconds: defaultRow({
    about: 'time in which a broken device plugin shows',
    value: 30,
    shown: seconds => `${seconds} seconds until a new pod counts as available`,
    reason: 'plugins have no readiness probe: one that exits after it has started would reach every node',
    source: `[minReadySeconds](${KUBERNETES}/reference/kubernetes-api/workload-resources/daemon-set-v1/)`,
    change: '`rollout: Rollout.percent(10, { minReady })`',
  }),
  nvidiaImage: imageRow(
    'the NVIDIA device plugin', 'nvcr.io/nvidia/k8s-device-plugin:v0.20.0', `${NVIDIA}/releases`,
    '`image` of `DevicePluginDriver.nvidia(...)`',
  ),
  nvidiaResources: defaultRow({
    about: 'resources of the NVIDIA device plugin',
    value: { cpu: '50m', memory: '100Mi', memoryLimit: '500Mi' },
    shown: resourcesText,
    reason: 'NVIDIA names none; Google reserves as much for its own plugin on the same nodes',
    source: '[plugin of '
      + 'GKE](https://github.com/GoogleCloudPlatform/container-engine-accelerators/blob/master/cmd/nvidia_gpu/device-plugin.yaml)',
    change: '`resources`',
  }),
  nvidiaMigStrategy: defaultRow({
    about: 'MIG devices',
    value: 'none' as 'none' | 'single' | 'mixed',
    shown: strategy => `strategy \`${strategy}\``,
    reason: 'most GPUs cannot be partitioned, and the other strategies need the capability SYS_ADMIN',
    source: `[configuration](${NVIDIA}#configuration-option-details)`,
    change: '`migStrategy` of `DevicePluginDriver.nvidia(...)`',
  }),
  nvidiaFailOnInitError: defaultRow({
    about: 'NVIDIA device plugin while the driver is missing',
    value: true,
    shown: fails => (fails ? 'it exits, and the kubelet starts it again' : 'it waits, and does not look again'),
    reason: 'a driver that is installed later is then found; the plugin that waits has to be restarted by hand',
    source: `[configuration](${NVIDIA}#configuration-option-details)`,
    change: '`failOnInitError: false` of `DevicePluginDriver.nvidia(...)`',
  }),
  nvidiaFailRequestsGreaterThanOne: defaultRow({
    about: 'requests for several shares of one GPU',
    value: true,
    shown: fails => (fails ? 'they fail' : 'they are granted'),
    reason: 'two shares are not twice the time of a GPU, and the pod would not notice',
    source: `[shared access to GPUs](${NVIDIA}#shared-access-to-gpus)`,
    change: '`failRequestsGreaterThanOne: false` of `NvidiaSharing.timeSlicing(...)`',
  }),
  discoveryResources: defaultRow({
    about: 'resources of GPU Feature Discovery',
    value: { cpu: '10m', memory: '100Mi', memoryLimit: '500Mi' },
    shown: resourcesText,
    reason: 'it loads the same library as the device plugin, and works once a minute',
    source: `[GPU Feature Discovery](${NVIDIA}/tree/main/docs/gpu-feature-discovery)`,
    change: '`resources` of `GpuFeatureDiscovery...`',
  }),
  amdImage: imageRow(
    'the AMD device plugin', 'docker.io/rocm/k8s-device-plugin:1.31.0.9', `${AMD}/tree/master/helm/amd-gpu`,
    '`image` of `DevicePluginDriver.amd(...)`',
  ),
  amdResources: defaultRow({
    about: 'resources of the AMD device plugin',
    value: { cpu: '20m', memory: '40Mi', memoryLimit: '200Mi' },
    shown: resourcesText,
    reason: 'AMD names none; the program reads `/sys` and answers the kubelet',
    source: `[chart](${AMD}/blob/master/helm/amd-gpu/values.yaml)`,
    change: '`resources`',
  }),
  intelImage: imageRow(
    'the Intel GPU plugin', 'docker.io/intel/intel-gpu-plugin:0.36.0', `${INTEL}/releases`, '`image` of `DevicePluginDriver.intelGpu(...)`',
  ),
  intelResources: defaultRow({
    about: 'resources of the Intel GPU plugin',
    value: { cpu: '40m', memory: '45Mi', memoryLimit: '90Mi' },
    shown: resourcesText,
    reason: 'they are those of the manifest of Intel, without its limit of processors, which only delays the kubelet',
    source: `[manifest](${INTEL}/blob/main/deployments/gpu_plugin/base/intel-gpu-plugin.yaml)`,
    change: '`resources`',
  }),
} satisfies DefaultTable;

function imageRow(program: string, image: string, source: string, change: string) {
  return defaultRow({
    about: `image of ${program}`, value: image, shown: each => `\`${each}\``, reason: 'it is the image of the project itself',
    source: `[releases](${source})`, change,
  });
}
