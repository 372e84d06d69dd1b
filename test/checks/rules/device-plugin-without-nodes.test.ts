import { foundBy } from './found-by';
import { DevicePlugin, DevicePluginDriver } from '../../../src';
import { daemonSet, node } from '../../../src/checks/example';
import { devicePluginWithoutNodes } from '../../../src/checks/rules/device-plugin-without-nodes';
import { AksNodes, EksNodes, GkeNodes, KubeadmNodes, NodeTaint, SimulatedNode } from '../../../src/cluster';
import { objectOf, testChart } from '../../support/golden';

function plugin(driver: DevicePluginDriver = DevicePluginDriver.nvidia()): any {
  const chart = testChart();
  new DevicePlugin(chart, 'gpu', { plugin: driver });
  return objectOf(chart, 'DaemonSet');
}

const found = (object: any, ...nodes: SimulatedNode[]) => foundBy(
  devicePluginWithoutNodes, object, ...nodes.map(each => each.toManifest()),
);

test.each([[EksNodes.gpu()], [AksNodes.gpu()], [SimulatedNode.gpu()]])('one node with a GPU is enough: %s', gpu => {
  expect(found(plugin(), EksNodes.managed(), gpu)).toEqual([]);
});

test('without such nodes the labels are named that the plugin asks for', () => {
  const [line, ...others] = found(plugin(), KubeadmNodes.worker(), KubeadmNodes.controlPlane());
  expect(others).toEqual([]);
  expect(line).toMatch(
    /^warning gpu spec.template.spec \(no node has the labels: .*nvidia.com\/gpu.present.*pci-10de.present.*gke-accelerator/,
  );
});

test('where the labels match and a taint does not, the taint is named', () => {
  const closed = SimulatedNode.gpu('gpu', { taints: [NodeTaint.noSchedule('dedicated', 'ml')] });
  expect(found(plugin(), EksNodes.managed(), closed)).toEqual([
    'warning gpu spec.template.spec (the taint dedicated=ml:NoSchedule is not tolerated)',
  ]);
});

test('on GKE the plugin of GKE is named', () => {
  expect(found(plugin(), GkeNodes.standard(), GkeNodes.gpu())).toEqual([expect.stringContaining('GKE runs a device plugin of its own')]);
  expect(found(plugin(), GkeNodes.gpu().withLabels({ 'gke-no-default-nvidia-gpu-device-plugin': 'true' }))).toEqual([]);
});

test('plugins of other vendors are judged by their own nodes', () => {
  expect(found(plugin(DevicePluginDriver.amd()), EksNodes.gpu())).toHaveLength(1);
});

test('agents that register no device may run nowhere, and nothing is said where no node is known', () => {
  expect(foundBy(devicePluginWithoutNodes, daemonSet({ nodeSelector: { a: 'b' } }), node('worker'))).toEqual([]);
  expect(found(plugin())).toEqual([]);
});
