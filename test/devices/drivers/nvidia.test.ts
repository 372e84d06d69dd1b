import { Duration } from 'cdk8s';
import { parse } from 'yaml';
import {
  DevicePlugin, DevicePluginDriver, DevicePluginProps, GpuFeatureDiscovery, MigStrategy, NodeCoverage, NvidiaDeviceList,
  NvidiaDevicePluginOptions, NvidiaSharing, Resources, Rollout,
} from '../../../src';
import { Manifests } from '../../../src/testing';
import { expectGolden, objectOf, testChart } from '../../support/golden';
import { reading } from '../../support/refused';

function chartOf(options: NvidiaDevicePluginOptions, props: Partial<DevicePluginProps> = {}) {
  const chart = testChart();
  new DevicePlugin(chart, 'gpu', { plugin: DevicePluginDriver.nvidia(options), ...props });
  return chart;
}

const podOf = (options: NvidiaDevicePluginOptions) => objectOf(chartOf(options), 'DaemonSet', 'gpu').spec.template.spec;
const containerOf = (options: NvidiaDevicePluginOptions) => podOf(options).containers[0];
const configOf = (options: NvidiaDevicePluginOptions) => parse(objectOf(chartOf(options), 'ConfigMap', 'gpu-config').data['config.yaml']);

test('shared GPUs, MIG devices, CDI and labels are options', () => {
  const chart = chartOf({
    migStrategy: MigStrategy.MIXED,
    sharing: NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 4, 'nvidia.com/mig-1g.10gb': 2 }, { rename: true }),
    deviceLists: [NvidiaDeviceList.CDI_CRI],
    featureDiscovery: GpuFeatureDiscovery.nodeFeatures({ interval: Duration.minutes(5) }),
  }, { nodes: NodeCoverage.labelled({ 'example.com/gpu': 'true' }), runtimeClassName: 'nvidia' });
  expectGolden('device-plugin-nvidia-shared', chart);
  Manifests.ofChart(chart).hasNoFindings();
});

describe('the configuration', () => {
  test('says everything that the defaults are', () => {
    expect(configOf({})).toEqual({
      version: 'v1',
      flags: { migStrategy: 'none', failOnInitError: true, plugin: { deviceListStrategy: ['envvar'], passDeviceSpecs: false } },
    });
  });

  test.each<[string, NvidiaDevicePluginOptions, object]>([
    ['a MIG strategy', { migStrategy: MigStrategy.SINGLE }, { flags: { migStrategy: 'single' } }],
    ['a plugin that waits for its driver', { failOnInitError: false }, { flags: { failOnInitError: false } }],
    ['a driver in a directory of its own', { driverRoot: '/run/nvidia/driver' }, { flags: { nvidiaDriverRoot: '/run/nvidia/driver' } }],
    ['device files', { passDeviceSpecs: true }, { flags: { plugin: { passDeviceSpecs: true } } }],
    ['several lists of devices, each once', {
      deviceLists: [NvidiaDeviceList.ENVVAR, NvidiaDeviceList.CDI_ANNOTATIONS, NvidiaDeviceList.ENVVAR],
    }, {
      flags: { plugin: { deviceListStrategy: ['envvar', 'cdi-annotations'] } },
    }],
    ['shares that pods may ask several of', {
      sharing: NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 2 }, { failRequestsGreaterThanOne: false }),
    }, {
      sharing: {
        timeSlicing: { renameByDefault: false, failRequestsGreaterThanOne: false, resources: [{ name: 'nvidia.com/gpu', replicas: 2 }] },
      },
    }],
    ['what has no option', { config: { flags: { gdsEnabled: true, plugin: { deviceIDStrategy: 'index' } } } }, {
      flags: { gdsEnabled: true, migStrategy: 'none', plugin: { deviceIDStrategy: 'index', passDeviceSpecs: false } },
    }],
  ])('holds %s', (_, options, expected) => {
    expect(configOf(options)).toMatchObject(expected);
  });

  test('is part of the pods: a change replaces them', () => {
    const hashOf = (options: NvidiaDevicePluginOptions) => objectOf(
      chartOf(options), 'DaemonSet',
    ).spec.template.metadata.annotations['checksum/config'];
    expect(hashOf({})).not.toEqual(hashOf({ migStrategy: MigStrategy.SINGLE }));
  });

  test('without sharing there is none', () => {
    expect(configOf({ sharing: NvidiaSharing.none() })).not.toHaveProperty('sharing');
  });
});

describe('rights', () => {
  const ROOT = {
    allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: false, runAsGroup: 0, runAsNonRoot: false,
    runAsUser: 0,
  };
  const SYS_ADMIN = { capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] }, runAsGroup: 0, runAsUser: 0 };

  test.each<[string, NvidiaDevicePluginOptions, object]>([
    ['root and nothing else', {}, ROOT],
    ['nothing more for CDI', { deviceLists: [NvidiaDeviceList.CDI_CRI] }, ROOT],
    ['SYS_ADMIN for MIG devices', { migStrategy: MigStrategy.SINGLE }, SYS_ADMIN],
    ['SYS_ADMIN for MIG devices that the configuration asks for', { config: { flags: { migStrategy: 'mixed' } } }, SYS_ADMIN],
    ['SYS_ADMIN where variables are not trusted', { deviceLists: [NvidiaDeviceList.VOLUME_MOUNTS] }, SYS_ADMIN],
    ['all of them for device files', { passDeviceSpecs: true }, { privileged: true }],
  ])('%s', (_, options, expected) => {
    expect(containerOf(options).securityContext).toEqual(expected);
  });

  test('MIG devices are asked for by a variable', () => {
    expect(containerOf({ migStrategy: MigStrategy.SINGLE }).env).toEqual([{ name: 'NVIDIA_MIG_MONITOR_DEVICES', value: 'all' }]);
    expect(containerOf({})).not.toHaveProperty('env');
  });
});

describe('the node', () => {
  const mountsOf = (options: NvidiaDevicePluginOptions) => Object.fromEntries(podOf(options).volumes.filter(({ hostPath }: any) => hostPath)
    .map(({ name, hostPath: { path } }: any) => [path, containerOf(options).volumeMounts.find((mount: any) => mount.name === name)]));

  test('shows nothing but the sockets of the kubelet', () => {
    expect(Object.keys(mountsOf({}))).toEqual(['/var/lib/kubelet/device-plugins']);
  });

  test.each([
    NvidiaDeviceList.CDI_CRI, NvidiaDeviceList.CDI_ANNOTATIONS,
  ])('shows the driver, and takes descriptions of devices, for %s', list => {
    expect(mountsOf({ deviceLists: [list] })).toMatchObject({
      '/': { mountPath: '/driver-root', readOnly: true, mountPropagation: 'HostToContainer' },
      '/var/run/cdi': { mountPath: '/var/run/cdi' },
    });
  });

  test('shows the driver where it is', () => {
    expect(
      mountsOf({ driverRoot: '/run/nvidia/driver' })['/run/nvidia/driver'],
    ).toMatchObject({ mountPath: '/driver-root', readOnly: true });
  });
});

describe('GPU Feature Discovery', () => {
  test('runs on the same nodes, in the same way', () => {
    const chart = chartOf({ featureDiscovery: GpuFeatureDiscovery.featureFiles() }, {
      nodes: NodeCoverage.labelled({ pool: 'gpu' }), rollout: Rollout.count(3), runtimeClassName: 'nvidia', name: 'nvidia',
    });
    const [plugin, discovery] = ['nvidia', 'nvidia-feature-discovery'].map(name => objectOf(chart, 'DaemonSet', name).spec);
    expect(discovery.updateStrategy).toEqual(plugin.updateStrategy);
    expect(discovery.template.spec.nodeSelector).toEqual(plugin.template.spec.nodeSelector);
    expect(discovery.template.spec.runtimeClassName).toBe('nvidia');
    expect(discovery.selector).not.toEqual(plugin.selector);
  });

  test('by files it has no access to the API, and writes where the worker looks', () => {
    const chart = chartOf({ featureDiscovery: GpuFeatureDiscovery.featureFiles() });
    const { containers: [{ args, volumeMounts }] } = objectOf(chart, 'DaemonSet', 'gpu-feature-discovery').spec.template.spec;
    expect(chart.toJson().filter(({ kind }: any) => kind === 'Role' || kind === 'ServiceAccount')).toEqual([]);
    expect(args).toContain('--use-node-feature-api=false');
    expect(volumeMounts).toContainEqual({ name: 'features-d', mountPath: '/etc/kubernetes/node-feature-discovery/features.d' });
  });

  test('by NodeFeatures it may write them in its own namespace, and nothing else', () => {
    const chart = chartOf({ featureDiscovery: GpuFeatureDiscovery.nodeFeatures({ resources: Resources.none() }) });
    expect(objectOf(chart, 'Role').rules).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
      { apiGroups: ['nfd.k8s-sigs.io'], resources: ['nodefeatures'], verbs: ['get', 'create', 'update'] },
    ]);
    expect(objectOf(chart, 'ClusterRole')).toBeUndefined();
  });

  test.each([
    GpuFeatureDiscovery.nodeFeatures(), GpuFeatureDiscovery.featureFiles(),
  ])('is no second plugin, and causes no finding: %#', featureDiscovery => {
    Manifests.ofChart(chartOf({ featureDiscovery })).hasNoFindings();
  });

  test('says once what is wrong with the plugin', () => {
    const chart = chartOf({ featureDiscovery: GpuFeatureDiscovery.nodeFeatures() }, { rollout: Rollout.surgeCount(1) });
    expect(() => chart.toJson()).toThrow(/^(?!.*rollout-cannot-finish: .*rollout-cannot-finish: )[^]*rollout-cannot-finish: /s);
  });
});

test.each<[string, () => unknown]>([
  ['MPS', () => DevicePluginDriver.nvidia({ config: { sharing: { mps: { resources: [{ name: 'nvidia.com/gpu', replicas: 4 }] } } } })],
  ['one share', () => NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 1 })],
  ['half a share', () => NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 2.5 })],
  ['a resource of others', () => NvidiaSharing.timeSlicing({ 'amd.com/gpu': 2 })],
])('%s is refused', (_, act) => {
  expect(reading(act)).toThrow(/^invalid-device-plugin: /);
});
