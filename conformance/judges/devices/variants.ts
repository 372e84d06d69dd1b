import { App, Chart, Duration } from 'cdk8s';
import {
  DevicePlugin, DevicePluginDriver, FeatureSource, GpuFeatureDiscovery, IntelAllocationPolicy, IntelGpuPluginOptions, KubernetesVersion,
  MigStrategy,
  NodeFeatureDiscovery, NvidiaDeviceList, NvidiaDevicePluginOptions, NvidiaSharing, PciLabelField, TargetCluster,
} from '../../../src';

/** What is put before the real NVIDIA device plugin. */
export const NVIDIA: { readonly [name: string]: NvidiaDevicePluginOptions } = {
  'standard': {},
  'waiting': { failOnInitError: false },
  'shared': { sharing: NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 4, 'nvidia.com/mig-1g.10gb': 2 }, { rename: true }) },
  'shared without limits': { sharing: NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 2 }, { failRequestsGreaterThanOne: false }) },
  'partitioned': { migStrategy: MigStrategy.SINGLE, passDeviceSpecs: true },
  'partitioned in different ways': {
    migStrategy: MigStrategy.MIXED, deviceLists: [NvidiaDeviceList.VOLUME_MOUNTS, NvidiaDeviceList.ENVVAR],
  },
  'with a driver of a container': {
    driverRoot: '/run/nvidia/driver', config: { flags: { gdsEnabled: false, plugin: { deviceIDStrategy: 'index' } } },
  },
  'with CDI': { deviceLists: [NvidiaDeviceList.CDI_CRI, NvidiaDeviceList.CDI_ANNOTATIONS] },
  'with labels': { featureDiscovery: GpuFeatureDiscovery.featureFiles({ interval: Duration.minutes(5) }) },
};

/**
 * What is put before the real Intel GPU plugin, on a node with one GPU of the driver i915 and one of xe, and how many devices it then
 * offers.
 */
export const INTEL: ReadonlyArray<readonly [options: IntelGpuPluginOptions, offered: { readonly [resource: string]: number }]> = [
  [{}, { 'gpu.intel.com/i915': 1, 'gpu.intel.com/xe': 1 }],
  [{ sharedDevices: 4, allocationPolicy: IntelAllocationPolicy.BALANCED }, { 'gpu.intel.com/i915': 4, 'gpu.intel.com/xe': 4 }],
  [{ sharedDevices: 2, allocationPolicy: IntelAllocationPolicy.PACKED }, { 'gpu.intel.com/i915': 2, 'gpu.intel.com/xe': 2 }],
  [{ allowedDeviceIds: ['0x56c0', '0x56c1'] }, { 'gpu.intel.com/i915': 1 }],
  [{ deniedDeviceIds: ['0x56c0'] }, { 'gpu.intel.com/xe': 1 }],
  [{ monitoring: true }, { 'gpu.intel.com/i915': 1, 'gpu.intel.com/xe': 1, 'gpu.intel.com/monitoring': 1 }],
];

/** The objects of a device plugin. */
export function pluginManifests(plugin: DevicePluginDriver): any[] {
  const chart = newChart();
  new DevicePlugin(chart, 'gpu', { plugin });
  return chart.toJson();
}

/** The objects of Node Feature Discovery, with everything that takes rights. */
export function featureManifests(): any[] {
  const chart = newChart();
  new NodeFeatureDiscovery(chart, 'nfd', {
    sources: [FeatureSource.CPU, FeatureSource.KERNEL, FeatureSource.PCI, FeatureSource.SYSTEM],
    pciDeviceClasses: ['03', '0b40', '12'],
    pciLabelFields: [PciLabelField.CLASS, PciLabelField.VENDOR],
    interval: Duration.seconds(1),
    master: { replicas: 2, extraLabelNamespaces: ['node.kubernetes.io'], deniedLabelNamespaces: ['*.denied.example.com'], taints: true },
    garbageCollector: { interval: Duration.minutes(30) },
  });
  return chart.toJson();
}

function newChart(): Chart {
  const chart = new Chart(new App(), 'devices', { namespace: 'node-agents' });
  TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of('1.36') });
  return chart;
}
