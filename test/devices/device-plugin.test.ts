import { Duration } from 'cdk8s';
import {
  DevicePlugin, DevicePluginDriver, DevicePluginDriverOptions, DevicePluginProps, GpuNodes, HostPath, KubernetesVersion, NodeCoverage,
  Priority, Resources, Rollout,
  TargetCluster, Toleration,
} from '../../src';
import { AksNodes, EksNodes, GkeNodes, NodeTaint, SimulatedNode } from '../../src/cluster';
import { readNode } from '../../src/cluster/inventory/cluster-node';
import { Placement } from '../../src/cluster/placement/placement';
import { Manifests } from '../../src/testing';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

const plugin = (more: Partial<DevicePluginDriverOptions> = {}) => DevicePluginDriver.of({
  resourceNames: ['example.com/accelerator'], image: 'images.example.com/plugin:1.0.0', ...more,
});

function specOf(props: DevicePluginProps): any {
  const chart = testChart();
  new DevicePlugin(chart, 'devices', props);
  return objectOf(chart, 'DaemonSet').spec;
}

const podOf = (props: DevicePluginProps): any => specOf(props).template.spec;
const runsOn = (props: DevicePluginProps, node: SimulatedNode) => new Placement(podOf(props)).on(readNode(node.toManifest())).shouldRun;

describe('one line', () => {
  test.each([
    ['nvidia', DevicePluginDriver.nvidia()],
    ['amd', DevicePluginDriver.amd()],
    ['intel-gpu', DevicePluginDriver.intelGpu()],
  ])('offers the GPUs of %s', (name, driver) => {
    const chart = testChart();
    new DevicePlugin(chart, 'gpu', { plugin: driver });
    expectGolden(`device-plugin-${name}`, chart);
    Manifests.ofChart(chart).hasNoFindings();
  });

  test('runs a plugin of which the manifest is known', () => {
    const chart = testChart();
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.V1_33, kubeletDirectory: '/var/lib/k0s/kubelet' });
    new DevicePlugin(chart, 'cameras', {
      plugin: DevicePluginDriver.of({
        resourceNames: ['example.com/camera'],
        image: 'images.example.com/camera-plugin:1.0.0',
        application: 'camera-plugin',
        args: ['--path=/dev/video*'],
        hostPaths: [HostPath.readOnly('/dev')],
        nodeLabels: { 'example.com/camera': 'true', 'feature.node.kubernetes.io/usb-0e_046d.present': 'true' },
      }),
    });
    expectGolden('device-plugin-of', chart);
  });
});

test('what a plugin is can be read from it', () => {
  const made = new DevicePlugin(testChart(), 'gpu', { plugin: DevicePluginDriver.intelGpu() });
  expect(made.plugin.resourceNames).toEqual(['gpu.intel.com/i915', 'gpu.intel.com/xe']);
  expect([made.plugin.application, made.plugin.image]).toEqual(['intel-gpu-plugin', 'docker.io/intel/intel-gpu-plugin:0.36.0']);
  expect(made.featureDiscovery).toBeUndefined();
});

describe('the sockets of the kubelet', () => {
  test.each([
    '/var/lib/kubelet', '/var/lib/k0s/kubelet',
  ])('are a directory below %s, writable, that the plugin finds at the usual place', kubeletDirectory => {
    const { containers: [container], volumes } = podOf({ plugin: plugin(), kubeletDirectory });
    expect(volumes).toContainEqual({ name: 'device-plugins', hostPath: { path: `${kubeletDirectory}/device-plugins`, type: 'Directory' } });
    expect(container.volumeMounts).toContainEqual({ name: 'device-plugins', mountPath: '/var/lib/kubelet/device-plugins' });
  });

  test.each([
    HostPath.socket('/var/lib/kubelet/device-plugins/kubelet.sock'), HostPath.file('/var/lib/k0s/kubelet/device-plugins/kubelet.sock'),
    HostPath.readWrite('/var/lib/kubelet/device-plugins'),
  ])('are not mounted a second time: %#', hostPath => {
    expect(reading(() => plugin({ hostPaths: [hostPath] }))).toThrow(/^invalid-device-plugin: .*given: '\/var\/lib\/.*device-plugins/);
  });
});

describe('a rollout', () => {
  test('replaces a tenth, and waits until a pod has stayed', () => {
    const { updateStrategy, minReadySeconds } = specOf({ plugin: plugin() });
    expect([updateStrategy, minReadySeconds]).toEqual([{ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } }, 30]);
  });

  test.each([Rollout.surgePercent(10), Rollout.surgeCount(1)])('never has two plugins of one resource on a node: %#', rollout => {
    const chart = testChart();
    new DevicePlugin(chart, 'gpu', { plugin: DevicePluginDriver.nvidia(), rollout });
    expect(codesOf(chart)).toEqual(['[test/gpu] rollout-cannot-finish']);
  });

  test('can be another one', () => {
    expect(specOf({ plugin: plugin(), rollout: Rollout.count(1, { minReady: Duration.seconds(5) }) })).toMatchObject({
      updateStrategy: { rollingUpdate: { maxUnavailable: 1 } }, minReadySeconds: 5,
    });
  });
});

describe('nodes', () => {
  const gkeWithoutPlugin = GkeNodes.gpu().withLabels({ 'gke-no-default-nvidia-gpu-device-plugin': 'true' });

  test.each<[string, DevicePluginDriver, SimulatedNode, boolean]>([
    ['NVIDIA on EKS', DevicePluginDriver.nvidia(), EksNodes.gpu(), true],
    ['NVIDIA on AKS, tainted', DevicePluginDriver.nvidia(), AksNodes.gpu(), true],
    ['NVIDIA on GKE, which has a plugin already', DevicePluginDriver.nvidia(), GkeNodes.gpu(), false],
    ['NVIDIA on GKE without that plugin', DevicePluginDriver.nvidia(), gkeWithoutPlugin, true],
    ['NVIDIA on a node without GPU', DevicePluginDriver.nvidia(), EksNodes.managed(), false],
    ['a node that is tainted for something else', DevicePluginDriver.nvidia(), SimulatedNode.gpu('gpu', {
      taints: [NodeTaint.noSchedule('dedicated')],
    }), false],
    ['AMD on Arm, for which there is no image', DevicePluginDriver.amd(), SimulatedNode.arm64('arm', {
      labels: { 'feature.node.kubernetes.io/amd-gpu': 'true' },
    }), false],
    ['any other plugin, where no label is known', plugin(), SimulatedNode.linux(), true],
    ['any other plugin, with the taint of its resource', plugin(), SimulatedNode.linux('a', {
      taints: [NodeTaint.noSchedule('example.com/accelerator')],
    }), true],
    ['any other plugin, with another taint', plugin(), SimulatedNode.controlPlane(), false],
    ['any other plugin, with a label', plugin({ nodeLabels: { a: '1', b: '2' } }), SimulatedNode.linux('a', { labels: { b: '2' } }), true],
    ['any other plugin, without its labels', plugin({ nodeLabels: { a: '1' } }), SimulatedNode.linux(), false],
  ])('%s', (_, driver, node, expected) => {
    expect(runsOn({ plugin: driver }, node)).toBe(expected);
  });

  test('are those of the user, with the taints that mark them', () => {
    const nodes = GpuNodes.nvidia({ everyNode: true, tolerations: [Toleration.exists('dedicated')] });
    const { affinity, tolerations } = podOf({ plugin: DevicePluginDriver.nvidia(), nodes });
    expect(affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms).toHaveLength(1);
    expect(tolerations.map(({ key }: any) => key)).toEqual(['nvidia.com/gpu', 'sku', 'dedicated']);
  });

  test('of any other plugin can be a whole coverage', () => {
    expect(podOf({ plugin: plugin({ nodes: NodeCoverage.exactly({ nodeSelector: { pool: 'a' } }) }) })).not.toHaveProperty('tolerations');
  });
});

test('the user has the last word on rights, room, priority and runtime', () => {
  const pod = podOf({
    plugin: DevicePluginDriver.nvidia(), resources: Resources.of({ cpu: '1', memory: '1Gi' }), priority: Priority.none(),
    runtimeClassName: 'nvidia', overrides: { imagePullPolicy: 'Always' },
  });
  expect(pod).toMatchObject({
    runtimeClassName: 'nvidia', containers: [{ resources: { requests: { cpu: '1', memory: '1Gi' } }, imagePullPolicy: 'Always' }],
  });
  expect(pod).not.toHaveProperty('priorityClassName');
});

test.each<[string, Partial<DevicePluginDriverOptions>]>([
  ['no resource', { resourceNames: [] }],
  ['a name without a domain', { resourceNames: ['gpu'] }],
  ['a name of Kubernetes', { resourceNames: ['example.kubernetes.io/gpu'] }],
  ['a name that quotas cannot spell', { resourceNames: ['requests.example.com/gpu'] }],
  ['a name that is too long', { resourceNames: [`example.com/${'a'.repeat(64)}`] }],
])('a plugin is refused that offers %s', (_, options) => {
  expect(reading(() => plugin(options))).toThrow(/^invalid-device-plugin: /);
});
