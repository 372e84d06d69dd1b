import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { maybe } from './values';
import {
  AmdResourceNaming, DevicePluginDriver, DevicePluginProps, EnvValue, FeatureSource, GpuFeatureDiscovery, GpuNodes, HostPath,
  IntelAllocationPolicy, MigStrategy,
  NodeFeatureDiscoveryProps, NvidiaDeviceList, NvidiaSharing, PciLabelField, Priority, Rollout, Toleration,
} from '../../../src';

const anyOf = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const interval = fc.integer({ min: 1, max: 3600 }).map(seconds => Duration.seconds(seconds));

const nvidia = fc.record({
  migStrategy: maybe(fc.constantFrom(...Object.values(MigStrategy))),
  sharing: fc.constantFrom(undefined, NvidiaSharing.none(), NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 4 }, { rename: true })),
  deviceLists: maybe(anyOf(Object.values(NvidiaDeviceList))),
  driverRoot: fc.constantFrom(undefined, '/', '/run/nvidia/driver'),
  failOnInitError: maybe(fc.boolean()),
  passDeviceSpecs: maybe(fc.boolean()),
  featureDiscovery: fc.constantFrom(undefined, GpuFeatureDiscovery.nodeFeatures(), GpuFeatureDiscovery.featureFiles()),
  config: fc.constantFrom<Array<{ [key: string]: any } | undefined>>(undefined, {}, { flags: { gdsEnabled: true } }),
}).map(options => DevicePluginDriver.nvidia(options));

const amd = fc.record({ resourceNaming: maybe(fc.constantFrom(...Object.values(AmdResourceNaming))), healthCheckInterval: maybe(interval) })
  .map(options => DevicePluginDriver.amd(options));

const intel = fc.record({
  sharedDevices: fc.integer({ min: 2, max: 16 }), allocationPolicy: maybe(fc.constantFrom(...Object.values(IntelAllocationPolicy))),
  monitoring: maybe(fc.boolean()),
  allowedDeviceIds: maybe(anyOf(['0x56c0', '0x0bd5'])),
}).map(options => DevicePluginDriver.intelGpu(options));

const other = fc.record({
  resourceNames: anyOf(['example.com/a', 'example.com/b']), image: fc.constant('example.com/plugin:1.0.0'),
  args: maybe(anyOf(['--a', '--b=c'])),
  env: maybe(fc.constant({ A: EnvValue.of('b') })),
  hostPaths: maybe(anyOf(['/dev', '/sys']).map(paths => paths.map(path => HostPath.readOnly(path)))),
  nodeLabels: maybe(fc.constant({ 'example.com/a': 'true', 'example.com/b': 'true' })),
}).map(options => DevicePluginDriver.of(options));

/** What can be said of a device plugin, so that it must be taken by any cluster. */
export const randomDevicePluginProps: fc.Arbitrary<DevicePluginProps> = fc.record({
  plugin: fc.oneof(nvidia, amd, intel, other),
  nodes: fc.constantFrom(
    undefined, GpuNodes.nvidia({ everyNode: true }), GpuNodes.amd({ labels: { a: 'b' } }),
    GpuNodes.intel({ tolerations: [Toleration.exists('a')] }),
  ),
  rollout: fc.constantFrom(undefined, Rollout.count(1), Rollout.onDelete()),
  priority: fc.constantFrom(undefined, Priority.none()),
  runtimeClassName: fc.constantFrom(undefined, 'nvidia'),
  kubeletDirectory: fc.constantFrom(undefined, '/var/lib/k0s/kubelet'),
});

/** What can be said of Node Feature Discovery, so that it must be taken by any cluster. */
export const randomFeatureDiscoveryProps: fc.Arbitrary<NodeFeatureDiscoveryProps> = fc.record({
  sources: maybe(anyOf(Object.values(FeatureSource))),
  pciDeviceClasses: maybe(anyOf(['03', '0b40', '1200'])),
  pciLabelFields: maybe(anyOf(Object.values(PciLabelField))),
  interval: maybe(interval),
  port: maybe(fc.integer({ min: 1024, max: 65535 })),
  master: maybe(fc.record({
    replicas: maybe(fc.integer({ min: 1, max: 3 })), extraLabelNamespaces: maybe(anyOf(['example.com'])),
    deniedLabelNamespaces: maybe(anyOf(['*.example.com'])),
    taints: maybe(fc.boolean()),
  })),
  garbageCollector: maybe(fc.record({ enabled: maybe(fc.boolean()), interval: maybe(interval) })),
});
