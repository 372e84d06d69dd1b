import { rowsOf, runSnippet, snippetsOf } from './snippets';
import {
  cluster, DevicePlugin, DevicePluginDriver, DevicePluginProps, GpuFeatureDiscovery, GpuNodes, HostPath, MigStrategy, NodeAgent,
  NodeCoverage, NodeFeatureDiscovery, NvidiaDeviceList, NvidiaSharing, Rollout, testing,
} from '../../src';
import { codesOf, objectOf, testChart } from '../support/golden';

const { AksNodes, EksNodes, GkeNodes, KubeadmNodes, NodeTaint, SimulatedNode } = cluster;

function chartOf(plugin: DevicePluginDriver, props: Partial<DevicePluginProps> = {}): ReturnType<typeof testChart> {
  const chart = testChart('test', 'kube-system');
  new DevicePlugin(chart, 'gpu', { plugin, ...props });
  return chart;
}

const viewOf = (plugin: DevicePluginDriver, props: Partial<DevicePluginProps> = {}) =>
  testing.Manifests.ofChart(chartOf(plugin, props)).daemonSet('gpu');
const podOf = (plugin: DevicePluginDriver) => viewOf(plugin).manifest.spec.template.spec;
const codes = (plugin: DevicePluginDriver, props: Partial<DevicePluginProps> = {}) =>
  codesOf(chartOf(plugin, props)).map(line => line.replace(/^\[[^\]]*\] /, ''));

const PLUGINS: ReadonlyArray<[string, () => DevicePluginDriver]> = [
  ['nvidia', () => DevicePluginDriver.nvidia()], ['amd', () => DevicePluginDriver.amd()], ['intelGpu', () => DevicePluginDriver.intelGpu()],
];

describe('what devices.md says of every plugin', () => {
  test.each(PLUGINS)('%s: the directory of the kubelet, writable; root without a capability; no token; critical', (name, make) => {
    const view = viewOf(make());
    const pod = podOf(make());
    expect(view.writableHostPaths()).toEqual(['/var/lib/kubelet/device-plugins', ...name === 'intelGpu' ? ['/var/run/cdi'] : []]);
    expect(view.hostPaths().filter(path => path.endsWith('.sock'))).toEqual([]);
    const security = { ...pod.securityContext, ...pod.containers[0].securityContext };
    expect(security).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] } });
    expect(pod.containers[0].securityContext.capabilities.add).toBeUndefined();
    expect(pod).toMatchObject({ priorityClassName: 'system-node-critical', automountServiceAccountToken: false });
    expect(chartOf(make()).toJson().map(({ kind }) => kind).filter(kind => kind !== 'ConfigMap')).toEqual(['DaemonSet']);
  });

  test.each(PLUGINS)('%s: 10 % of the nodes at a time, 30 seconds for a new pod, and a surge is refused', (_, make) => {
    const view = viewOf(make());
    expect([view.worstCaseUnavailable(100), view.manifest.spec.minReadySeconds]).toEqual([10, 30]);
    expect(codes(make(), { rollout: Rollout.surgeCount(1) })).not.toEqual([]);
  });

  test('they run on the nodes of the clouds that have such GPUs, and nowhere else', () => {
    const others = [
      EksNodes.managed(), EksNodes.fargate(), GkeNodes.standard(), AksNodes.userPool(), AksNodes.virtualNode(), KubeadmNodes.worker(),
      EksNodes.autoMode(),
    ];
    const nvidia = viewOf(DevicePluginDriver.nvidia());
    nvidia.runsOnAll([EksNodes.gpu(), AksNodes.gpu()]);
    for (const [, make] of PLUGINS) {others.forEach(node => viewOf(make()).doesNotRunOn(node));}
  });

  test('a GPU node that is tainted for something else is left out', () => {
    viewOf(DevicePluginDriver.nvidia()).doesNotRunOn(EksNodes.gpu().withTaint(NodeTaint.noSchedule('example.com/other')));
  });

  test('GKE runs a plugin of its own: the default leaves such nodes out, and takes those with the label', () => {
    const nvidia = viewOf(DevicePluginDriver.nvidia());
    nvidia.doesNotRunOn(GkeNodes.gpu());
    nvidia.runsOn(GkeNodes.gpu().withLabels({ 'gke-no-default-nvidia-gpu-device-plugin': 'true' }));
  });
});

describe('the table of GpuNodes', () => {
  const NFD = 'feature.node.kubernetes.io/';
  const viewOn = (nodes: NodeCoverage) => {
    const chart = testChart();
    new NodeAgent(chart, 'agent', { image: 'example.com/agent:1.0.0', nodes });
    return testing.Manifests.ofChart(chart).daemonSet('agent');
  };
  const linux = (labels: { [key: string]: string }) => SimulatedNode.linux('gpu', { labels });

  test.each<[string, NodeCoverage, ReadonlyArray<{ [key: string]: string }>]>([
    ['nvidia', GpuNodes.nvidia(), [
      { 'nvidia.com/gpu.present': 'true' }, { [`${NFD}pci-10de.present`]: 'true' }, { [`${NFD}pci-0300_10de.present`]: 'true' },
      { [`${NFD}pci-0302_10de.present`]: 'true' }, { [`${NFD}cpu-model.vendor_id`]: 'NVIDIA' },
      { 'cloud.google.com/gke-accelerator': 'nvidia-l4' }, { 'kubernetes.azure.com/accelerator': 'nvidia' },
      { 'karpenter.k8s.aws/instance-gpu-manufacturer': 'nvidia' },
    ]],
    ['amd', GpuNodes.amd(), [
      { 'amd.com/gpu.present': 'true' }, { [`${NFD}amd-gpu`]: 'true' }, { [`${NFD}pci-1002.present`]: 'true' },
      ...['0300', '0302', '0380', '1200'].map(of => ({ [`${NFD}pci-${of}_1002.present`]: 'true' })),
    ]],
    ['intel', GpuNodes.intel(), [
      { 'intel.feature.node.kubernetes.io/gpu': 'true' }, { [`${NFD}pci-0300_8086.present`]: 'true' },
      { [`${NFD}pci-0380_8086.present`]: 'true' },
    ]],
  ])('%s: any of these labels is enough, and without one there is no pod', (_, nodes, labels) => {
    labels.forEach(each => viewOn(nodes).runsOn(linux(each)));
    viewOn(nodes).doesNotRunOn(linux({}));
  });

  const marks: { readonly [name: string]: [NodeCoverage, { [key: string]: string }] } = {
    'GpuNodes.nvidia()': [GpuNodes.nvidia(), { 'nvidia.com/gpu.present': 'true' }],
    'GpuNodes.amd()': [GpuNodes.amd(), { 'amd.com/gpu.present': 'true' }],
    'GpuNodes.intel()': [GpuNodes.intel(), { 'intel.feature.node.kubernetes.io/gpu': 'true' }],
  };
  test.each(rowsOf('devices.md', '| labels | taints |'))('%s tolerates these taints and no other', (name, _, taints) => {
    const [nodes, labels] = marks[name.replace(/`/g, '')];
    const written = [...taints.matchAll(/`([^`]+)`/g)].map(([, taint]) => taint);
    expect(written.length).toBeGreaterThan(1);
    for (const taint of written) {
      const [, key, value] = /^([^=:]+)(?:=([^:]+))?/.exec(taint)!;
      viewOn(nodes).runsOn(linux(labels).withTaint(NodeTaint.noSchedule(key, value)));
    }
    viewOn(nodes).doesNotRunOn(linux(labels).withTaint(NodeTaint.noSchedule('example.com/other')));
    viewOn(nodes).doesNotRunOn(linux(labels).withTaint(NodeTaint.noSchedule('sku', 'other')));
  });

  test('everyNode takes nodes without a label', () => {
    viewOn(GpuNodes.nvidia({ everyNode: true })).runsOn(linux({}));
  });
});

describe('what options of NVIDIA take of the pod', () => {
  const nvidia = (options: Parameters<typeof DevicePluginDriver.nvidia>[0]) => podOf(DevicePluginDriver.nvidia(options));
  const added = (options: Parameters<typeof DevicePluginDriver.nvidia>[0]) =>
    nvidia(options).containers[0].securityContext.capabilities?.add;

  test('partitions need SYS_ADMIN and a variable', () => {
    expect(added({ migStrategy: MigStrategy.MIXED })).toEqual(['SYS_ADMIN']);
    expect(nvidia({ migStrategy: MigStrategy.MIXED }).containers[0].env)
      .toContainEqual({ name: 'NVIDIA_MIG_MONITOR_DEVICES', value: 'all' });
  });

  test('sharing needs nothing', () => {
    expect(added({ sharing: NvidiaSharing.timeSlicing({ 'nvidia.com/gpu': 4 }) })).toBeUndefined();
  });

  test('CDI needs the driver at /driver-root and /var/run/cdi, VOLUME_MOUNTS needs SYS_ADMIN, passDeviceSpecs is privileged', () => {
    const mounts = nvidia({ deviceLists: [NvidiaDeviceList.CDI_CRI] }).containers[0].volumeMounts;
    expect(mounts).toContainEqual(expect.objectContaining({ mountPath: '/driver-root', readOnly: true }));
    expect(viewOf(DevicePluginDriver.nvidia({ deviceLists: [NvidiaDeviceList.CDI_CRI] })).hostPaths())
      .toEqual(expect.arrayContaining(['/', '/var/run/cdi']));
    expect(added({ deviceLists: [NvidiaDeviceList.VOLUME_MOUNTS] })).toEqual(['SYS_ADMIN']);
    expect(nvidia({ passDeviceSpecs: true }).containers[0].securityContext.privileged).toBe(true);
  });

  test('feature discovery is a second DaemonSet on the same nodes, with SYS_ADMIN', () => {
    const chart = chartOf(DevicePluginDriver.nvidia({ featureDiscovery: GpuFeatureDiscovery.nodeFeatures() }));
    const sets = chart.toJson().filter(({ kind }) => kind === 'DaemonSet').map(({ spec }) => spec.template.spec);
    expect(sets).toHaveLength(2);
    expect(sets[1].affinity).toEqual(sets[0].affinity);
    expect(sets[1].containers[0].securityContext.capabilities.add).toEqual(['SYS_ADMIN']);
  });

  test('MPS is refused', () => {
    expect(codes(DevicePluginDriver.nvidia({ config: { sharing: { mps: { resources: [{ name: 'nvidia.com/gpu', replicas: 2 }] } } } })))
      .not.toEqual([]);
  });
});

test('a second mount of the directory of the sockets is refused', () => {
  const plugin = (more: HostPath[]) => DevicePluginDriver.of({
    resourceNames: ['example.com/camera'], image: 'registry.example.com/camera-plugin:1.0.0', nodeLabels: { 'example.com/camera': 'true' },
    hostPaths: more,
  });
  expect(codes(plugin([]))).toEqual([]);
  expect(codes(plugin([HostPath.readWrite('/var/lib/kubelet/device-plugins', { mountPath: '/plugins' })]))).not.toEqual([]);
});

test('the worker of Node Feature Discovery runs on every Linux node, whatever its taints', () => {
  const chart = testChart();
  new NodeFeatureDiscovery(chart, 'nfd');
  const view = testing.Manifests.ofChart(chart).daemonSet(objectOf(chart, 'DaemonSet').metadata.name);
  view.runsOnAll([SimulatedNode.linux().withTaint(NodeTaint.noSchedule('example.com/other')), EksNodes.gpu(), KubeadmNodes.controlPlane()]);
  expect(chart.toJson().filter(({ kind }) => kind === 'Deployment')).toHaveLength(2);
  expect(chart.toJson().filter(({ kind }) => kind === 'CustomResourceDefinition')).toEqual([]);
});

test('the plugin of dra.md runs on labelled nodes, also on tainted GPU nodes, and on no others', () => {
  const chart = testChart('test', 'kube-system');
  runSnippet(snippetsOf('dra.md')[0], { chart });
  const view = testing.Manifests.ofChart(chart).daemonSet('gpu');
  const labelled = SimulatedNode.linux('gpu', { labels: { 'example.com/gpus-by': 'plugin' } });
  view.runsOn(labelled.withTaint(NodeTaint.noSchedule('nvidia.com/gpu')));
  view.doesNotRunOn(EksNodes.gpu());
});
