import { foundBy } from './found-by';
import { DevicePlugin, DevicePluginDriver, NodeCoverage } from '../../../src';
import { daemonSet, hostPath } from '../../../src/checks/example';
import { deviceServedTwice } from '../../../src/checks/rules/device-served-twice';
import { EksNodes } from '../../../src/cluster';
import { objectOf, testChart } from '../../support/golden';

function plugin(made: DevicePluginDriver, nodes?: NodeCoverage): any {
  const chart = testChart();
  new DevicePlugin(chart, 'gpu', { plugin: made, nodes });
  return objectOf(chart, 'DaemonSet');
}

const NVIDIA = DevicePluginDriver.nvidia();
const [AMD, INTEL] = [DevicePluginDriver.amd(), DevicePluginDriver.intelGpu()];
const GPUS_BY = (who: string) => ({ 'example.com/gpus-by': who });

function driver(image: string, container: string = 'gpus', pod: object = {}, path: string = '/var/lib/kubelet/plugins_registry'): any {
  return daemonSet(
    { volumes: [hostPath('registry', path)], ...pod }, { name: container, image, volumeMounts: [{ name: 'registry', mountPath: path }] },
    { name: 'dra' },
  );
}

test.each<[string, DevicePluginDriver, string]>([
  ['NVIDIA', NVIDIA, 'registry.k8s.io/dra-driver-nvidia/dra-driver-nvidia-gpu:v0.5.0'],
  ['NVIDIA, by its former name', NVIDIA, 'nvcr.io/nvidia/k8s-dra-driver-gpu:v25.8.0'],
  ['AMD', AMD, 'docker.io/rocm/k8s-gpu-dra-driver:v1.0.0'],
  ['Intel', INTEL, 'ghcr.io/intel/intel-resource-drivers-for-kubernetes/intel-gpu-resource-driver:v0.10.0'],
])('%s: the plugin and the driver on one node', (_, gpu, image) => {
  expect(foundBy(deviceServedTwice, plugin(gpu), driver(image))).toEqual(['warning gpu spec.template.spec (DaemonSet agents/dra)']);
});

test.each<[string, any]>([
  ['the driver of another vendor', driver('docker.io/rocm/k8s-gpu-dra-driver:v1.0.0')],
  ['the part of the driver that serves compute domains', driver('nvcr.io/nvidia/k8s-dra-driver-gpu:v25.8.0', 'compute-domains')],
  ['a program of the same image that registers nothing', driver('nvcr.io/nvidia/k8s-dra-driver-gpu:v25.8.0', 'gpus', {}, '/var/log')],
])('%s is none', (_, other) => {
  expect(foundBy(deviceServedTwice, plugin(NVIDIA), other)).toEqual([]);
});

test('a label of the nodes keeps them apart', () => {
  const byClaim = driver('nvcr.io/nvidia/k8s-dra-driver-gpu:v25.8.0', 'gpus', { nodeSelector: GPUS_BY('claim') });
  expect(foundBy(deviceServedTwice, plugin(NVIDIA, NodeCoverage.labelled(GPUS_BY('plugin'))), byClaim)).toEqual([]);
});

test('nodes that are known decide', () => {
  const byClaim = driver('nvcr.io/nvidia/k8s-dra-driver-gpu:v25.8.0', 'gpus', { nodeSelector: GPUS_BY('claim') });
  const node = EksNodes.gpu();
  expect(foundBy(deviceServedTwice, plugin(NVIDIA), byClaim, node.toManifest())).toEqual([]);
  expect(foundBy(deviceServedTwice, plugin(NVIDIA), byClaim, node.withLabels(GPUS_BY('claim')).toManifest())).toHaveLength(1);
});
