import { GpuNodes, GpuNodesOptions, NodeAgent, NodeCoverage, Toleration, VirtualNodes } from '../../src';
import { AksNodes, EksNodes, GkeNodes, NodeTaint, SimulatedNode } from '../../src/cluster';
import { readNode } from '../../src/cluster/inventory/cluster-node';
import { Placement } from '../../src/cluster/placement/placement';
import { ALL_NODES } from '../cluster/simulated/platforms/all-nodes';
import { objectOf, testChart } from '../support/golden';

function runsOn(nodes: NodeCoverage, node: SimulatedNode): boolean {
  const chart = testChart();
  new NodeAgent(chart, 'gpu-agent', { image: 'images.example.com/agent:1.0.0', nodes });
  return new Placement(objectOf(chart, 'DaemonSet').spec.template.spec).on(readNode(node.toManifest())).shouldRun;
}

const labelled = (labels: Record<string, string>, taints: NodeTaint[] = []) => SimulatedNode.linux('labelled', { labels, taints });
const tainted = (taint: NodeTaint) => SimulatedNode.gpu('gpu', { taints: [taint] });

/** A GPU node of AMD on AKS is the same node with another vendor in its labels. */
const AKS_AMD = AksNodes.gpu().withLabels({ 'accelerator': 'amd', 'kubernetes.azure.com/accelerator': 'amd' });

test.each([
  ['the generic GPU node', SimulatedNode.gpu()],
  ['EKS', EksNodes.gpu()],
  ['GKE, which taints them', GkeNodes.gpu()],
  ['AKS, tainted as Azure advises', AksNodes.gpu()],
  ['Karpenter', labelled({ 'karpenter.k8s.aws/instance-gpu-manufacturer': 'nvidia' })],
  ['Node Feature Discovery with its own labels', labelled({ 'feature.node.kubernetes.io/pci-0302_10de.present': 'true' })],
  ['Node Feature Discovery as NVIDIA configures it', labelled({ 'feature.node.kubernetes.io/pci-10de.present': 'true' })],
])('GpuNodes.nvidia covers %s', (_, node) => {
  expect(runsOn(GpuNodes.nvidia(), node)).toBe(true);
  expect(runsOn(GpuNodes.amd(), node)).toBe(false);
});

test('of the nodes of all platforms, only those with GPUs are covered', () => {
  expect(ALL_NODES.filter(node => runsOn(GpuNodes.nvidia(), node)).map(String)).toEqual(['eks-gpu', 'gke-gpu', 'aks-gpu']);
});

test.each([
  ['AKS', AKS_AMD],
  ['EKS, with Karpenter', EksNodes.karpenter().withLabels({ 'karpenter.k8s.aws/instance-gpu-manufacturer': 'amd' })],
  [
    'a node with the taint of the resource',
    labelled({ 'feature.node.kubernetes.io/amd-gpu': 'true' }, [NodeTaint.noSchedule('amd.com/gpu')]),
  ],
  ['Instinct cards, which are processing accelerators', labelled({ 'feature.node.kubernetes.io/pci-1200_1002.present': 'true' })],
])('GpuNodes.amd covers %s', (_, node) => {
  expect(runsOn(GpuNodes.amd(), node)).toBe(true);
  expect(runsOn(GpuNodes.nvidia(), node)).toBe(false);
});

test.each([
  ['the rules of Intel', labelled({ 'intel.feature.node.kubernetes.io/gpu': 'true' })],
  ['a display controller without a display', labelled({ 'feature.node.kubernetes.io/pci-0380_8086.present': 'true' })],
])('GpuNodes.intel covers %s', (_, node) => {
  expect(runsOn(GpuNodes.intel(), node)).toBe(true);
});

test.each([
  ['its own taint with any effect', NodeTaint.noExecute('nvidia.com/gpu', 'present'), true],
  ['the taint of another pool', NodeTaint.noSchedule('dedicated', 'training'), false],
  ['the taint of the resource of another vendor', NodeTaint.noSchedule('amd.com/gpu'), false],
  ['another value of the key that Azure uses', NodeTaint.noSchedule('sku', 'memory'), false],
])('of the taints of GPU nodes, %s: tolerated %#', (_, taint, expected) => {
  expect(runsOn(GpuNodes.nvidia(), tainted(taint))).toBe(expected);
});

test.each<[string, GpuNodesOptions, SimulatedNode, boolean]>([
  ['a label of your own', { labels: { 'example.com/gpu': 'yes' } }, labelled({ 'example.com/gpu': 'yes' }), true],
  [
    'one of several labels of your own', { labels: { 'example.com/gpu': 'yes', 'example.com/old-gpu': 'yes' } },
    labelled({ 'example.com/old-gpu': 'yes' }), true,
  ],
  ['the known labels next to your own', { labels: { 'example.com/gpu': 'yes' } }, EksNodes.gpu(), true],
  ['every node', { everyNode: true }, SimulatedNode.linux(), true],
  ['every node, and no taint more', { everyNode: true }, SimulatedNode.controlPlane(), false],
  ['a taint of your own', { tolerations: [Toleration.exists('dedicated')] }, tainted(NodeTaint.noSchedule('dedicated', 'ml')), true],
  [
    'EKS Auto Mode, which brings plugins', {}, EksNodes.autoMode().withLabels({ 'eks.amazonaws.com/instance-gpu-manufacturer': 'nvidia' }),
    false,
  ],
  [
    'EKS Auto Mode where it is asked for', { virtualNodes: VirtualNodes.excluded() },
    EksNodes.autoMode().withLabels({ 'eks.amazonaws.com/instance-gpu-manufacturer': 'nvidia' }), true,
  ],
  [
    'an architecture that there is no image for', { architectures: ['amd64'] },
    SimulatedNode.arm64('arm', { labels: { 'nvidia.com/gpu.present': 'true' } }), false,
  ],
])('options decide: %s', (_, options, node, expected) => {
  expect(runsOn(GpuNodes.nvidia(options), node)).toBe(expected);
});

describe('where nodes that GKE manages are left out', () => {
  const optedOut = GkeNodes.gpu().withLabels({ 'gke-no-default-nvidia-gpu-device-plugin': 'true' });
  const discovered = GkeNodes.gpu().withLabels({ 'feature.node.kubernetes.io/pci-10de.present': 'true' });

  test.each<[string, GpuNodesOptions, SimulatedNode, boolean]>([
    ['a node with the plugin of GKE is left out', {}, GkeNodes.gpu(), false],
    ['also where other tools label it', {}, discovered, false],
    ['also where every node is taken', { everyNode: true }, GkeNodes.gpu(), false],
    ['a node without it is covered', {}, optedOut, true],
    ['a node of another platform is covered', {}, EksNodes.gpu(), true],
    ['every other node is covered where every node is taken', { everyNode: true }, SimulatedNode.linux(), true],
  ])('%s', (_, options, node, expected) => {
    expect(runsOn(GpuNodes.nvidia({ ...options, excludeGkeManaged: true }), node)).toBe(expected);
  });
});
