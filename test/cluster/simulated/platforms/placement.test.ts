import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ALL_NODES } from './all-nodes';
import {
  AksNodes, EksNodes, GkeNodes, K3sNodes, KindNodes, KubeadmNodes, OpenShiftNodes, SimulatedNode, TalosNodes,
} from '../../../../src/cluster';
import { readNode } from '../../../../src/cluster/inventory/cluster-node';
import { Placement } from '../../../../src/cluster/placement/placement';

/** The pods of the DaemonSet of a golden file. */
function podsOf(golden: string): any {
  const text = readFileSync(join(__dirname, '..', '..', '..', 'golden', `${golden}.yaml`), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS()).find(object => object?.kind === 'DaemonSet').spec.template.spec;
}

const runsOn = (podSpec: any, node: SimulatedNode) => new Placement(podSpec).on(readNode(node.toManifest())).shouldRun;
const missing = (podSpec: any) => ALL_NODES.filter(node => !runsOn(podSpec, node)).map(String);

const logs = podsOf('logs');
const metrics = podsOf('metrics');
const nfs = podsOf('csi-nfs');
const ebs = podsOf('csi-aws-ebs');
const efs = podsOf('csi-aws-efs');
const cni = podsOf('cni-flannel');
const windows = podsOf('node-agent-windows');

describe('our presets', () => {
  test.each<[string, any, SimulatedNode, boolean]>([
    ['logs run on EKS Auto Mode nodes', logs, EksNodes.autoMode(), true],
    ['logs run on the nodes of EKS Auto Mode that are closed to workloads', logs, EksNodes.autoModeSystem(), true],
    ['logs run on EKS Hybrid nodes', logs, EksNodes.hybrid(), true],
    ['logs do not run on Fargate', logs, EksNodes.fargate(), false],
    ['logs run on the Arm nodes of GKE, which are tainted', logs, GkeNodes.arm64(), true],
    ['logs run on Spot VMs of AKS', logs, AksNodes.spot(), true],
    ['logs do not run on virtual nodes of AKS', logs, AksNodes.virtualNode(), false],
    ['logs do not run on Windows', logs, AksNodes.windows(), false],
    ['metrics run on the control plane of kubeadm', metrics, KubeadmNodes.controlPlane(), true],
    ['metrics run on the control plane of OpenShift, whose taint has the old key', metrics, OpenShiftNodes.controlPlane(), true],
    ['metrics run on GPU nodes of GKE', metrics, GkeNodes.gpu(), true],
    ['metrics run on EKS Auto Mode nodes', metrics, EksNodes.autoMode(), true],
    ['metrics do not run on Fargate', metrics, EksNodes.fargate(), false],
    ['the NFS driver runs on EKS Auto Mode nodes', nfs, EksNodes.autoMode(), true],
    ['the EBS driver does not run on EKS Auto Mode nodes, which have one of AWS', ebs, EksNodes.autoMode(), false],
    ['the EFS driver runs on EKS Auto Mode nodes', efs, EksNodes.autoMode(), true],
    ['the EFS driver does not run on EKS Hybrid Nodes', efs, EksNodes.hybrid(), false],
    ['the NFS driver runs on the nodes of Karpenter', nfs, EksNodes.karpenter(), true],
    ['the NFS driver runs on servers of K3s that evict workloads', nfs, K3sNodes.dedicatedServer(), true],
    ['the NFS driver runs on a node that is not ready yet', nfs, GkeNodes.standard().notReady(), true],
    ['an agent for Windows runs on Windows nodes of EKS', windows, EksNodes.windows(), true],
    ['an agent for Windows runs nowhere else', windows, EksNodes.managed(), false],
  ])('%s', (_, podSpec, node, expected) => {
    expect(runsOn(podSpec, node)).toBe(expected);
  });

  const NO_LINUX_MACHINE = ['eks-windows', 'eks-fargate', 'aks-windows', 'aks-virtual-node'];

  test.each([
    ['logs', logs], ['metrics', metrics], ['the NFS driver', nfs],
  ])('%s: every Linux machine of every platform is covered', (_, podSpec) => {
    expect(missing(podSpec)).toEqual(NO_LINUX_MACHINE);
  });

  test.each([
    ['the EBS driver', ebs], ['a CNI plugin', cni],
  ])('%s runs on every Linux machine but those where AWS does its work', (_, podSpec) => {
    expect(missing(podSpec).filter(name => !NO_LINUX_MACHINE.includes(name))).toEqual([
      'eks-auto-mode', 'eks-auto-mode-system', 'eks-hybrid',
    ]);
  });

  test.each([
    ['logs', logs], ['metrics', metrics], ['the NFS driver', nfs],
  ])('%s run where they run in every state of the node', (_, podSpec) => {
    const before = missing(podSpec);
    const after = ALL_NODES.filter(node => !runsOn(podSpec, node.uninitialized().cordoned().withoutNetwork())).map(String);
    expect(after).toEqual(before);
  });
});

/** What agents of others get wrong, and what the catalogue is there to tell. */
describe('agents that tolerate less', () => {
  const tolerating = (...tolerations: any[]) => ({ nodeSelector: { 'kubernetes.io/os': 'linux' }, tolerations });
  const CONTROL_PLANE = { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' };

  test('an agent that tolerates nothing misses every pool that is set apart', () => {
    expect(missing({})).toEqual([
      'eks-auto-mode-system', 'eks-fargate', 'gke-spot', 'gke-gpu', 'gke-arm64', 'gke-sandbox', 'aks-system-pool', 'aks-spot', 'aks-gpu',
      'aks-virtual-node',
      'kubeadm-control-plane', 'k3s-dedicated-server', 'talos-control-plane', 'openshift-control-plane', 'openshift-infra',
      'kind-control-plane',
    ]);
  });

  test.each<[string, any, SimulatedNode, boolean]>([
    ['a toleration for the control plane is right for kubeadm', tolerating(CONTROL_PLANE), KubeadmNodes.controlPlane(), true],
    ['a toleration for the control plane is right for Talos', tolerating(CONTROL_PLANE), TalosNodes.controlPlane(), true],
    ['a toleration for the control plane is right for kind', tolerating(CONTROL_PLANE), KindNodes.controlPlane(), true],
    ['a toleration for the control plane is not enough for OpenShift', tolerating(CONTROL_PLANE), OpenShiftNodes.controlPlane(), false],
    ['the old key is right for OpenShift', tolerating({
      ...CONTROL_PLANE, key: 'node-role.kubernetes.io/master',
    }), OpenShiftNodes.controlPlane(), true],
    ['the servers of K3s need no toleration', tolerating(), K3sNodes.server(), true],
    ['servers of K3s that evict workloads need one, whatever its effect', tolerating(CONTROL_PLANE), K3sNodes.dedicatedServer(), false],
    ['a toleration of NoSchedule is not enough there', tolerating({
      operator: 'Exists', effect: 'NoSchedule',
    }), K3sNodes.dedicatedServer(), false],
    ['a cluster of one node with kind hides all that', tolerating(), KindNodes.onlyNode(), true],
    ['a toleration of a GPU without a value is right for GKE', tolerating({
      key: 'nvidia.com/gpu', operator: 'Exists',
    }), GkeNodes.gpu(), true],
    ['a toleration of a GPU is not enough for AKS, whose taint has another key', tolerating({
      key: 'nvidia.com/gpu', operator: 'Exists',
    }), AksNodes.gpu(), false],
    ['GPU nodes of EKS have no taint', tolerating(), EksNodes.gpu(), true],
    ['virtual nodes are not kept out by their operating system, once all is tolerated', tolerating({
      operator: 'Exists',
    }), AksNodes.virtualNode(), true],
    ['they are kept out by asking for an architecture', {
      nodeSelector: { 'kubernetes.io/arch': 'amd64' }, tolerations: [{ operator: 'Exists' }],
    }, AksNodes.virtualNode(), false],
    ['Fargate is not', {
      nodeSelector: { 'kubernetes.io/arch': 'amd64' }, tolerations: [{ operator: 'Exists' }],
    }, EksNodes.fargate(), true],
    ['a selector by the empty role of kubeadm misses the servers of K3s', {
      nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
    }, K3sNodes.server(), false],
    ['a selector by a deprecated label still works', { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }, EksNodes.managed(), true],
  ])('%s', (_, podSpec, node, expected) => {
    expect(runsOn(podSpec, node)).toBe(expected);
  });
});
