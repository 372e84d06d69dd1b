import { AksNodes } from './platforms/aks-nodes';
import { EksNodes } from './platforms/eks-nodes';
import { GkeNodes } from './platforms/gke-nodes';
import { K0sNodes } from './platforms/k0s-nodes';
import { K3sNodes } from './platforms/k3s-nodes';
import { KindNodes } from './platforms/kind-nodes';
import { KubeadmNodes } from './platforms/kubeadm-nodes';
import { Microk8sNodes } from './platforms/microk8s-nodes';
import { OpenShiftNodes } from './platforms/open-shift-nodes';
import { Rke2Nodes } from './platforms/rke2-nodes';
import { TalosNodes } from './platforms/talos-nodes';
import type { SimulatedNode } from './simulated-node';

/** One node of each kind that clusters of a platform have, virtual ones among them. */
const NODES: ReadonlyMap<string, () => SimulatedNode[]> = new Map<string, () => SimulatedNode[]>([
  ['eks', () => [
    EksNodes.managed(), EksNodes.managedSpot(), EksNodes.managedArm64(), EksNodes.gpu(), EksNodes.windows(),
    EksNodes.karpenter(), EksNodes.hybrid(), EksNodes.fargate(),
  ]],
  ['eks-bottlerocket', () => [EksNodes.bottlerocket(), EksNodes.fargate()]],
  ['eks-auto', () => [EksNodes.autoMode(), EksNodes.autoModeSystem(), EksNodes.hybrid(), EksNodes.fargate()]],
  ['gke', () => [GkeNodes.standard(), GkeNodes.spot(), GkeNodes.gpu(), GkeNodes.arm64(), GkeNodes.sandbox()]],
  ['gke-autopilot', () => [GkeNodes.autopilot()]],
  ['aks', () => [
    AksNodes.systemPool(), AksNodes.userPool(), AksNodes.spot(), AksNodes.gpu(), AksNodes.arm64(), AksNodes.windows(),
    AksNodes.virtualNode(),
  ]],
  ['aks-windows', () => [AksNodes.windows(), AksNodes.systemPool(), AksNodes.virtualNode()]],
  ['openshift', () => OpenShiftNodes.all()],
  ['k3s', () => K3sNodes.all()],
  ['rke2', () => Rke2Nodes.all()],
  ['k0s', () => K0sNodes.all()],
  ['microk8s', () => Microk8sNodes.all()],
  ['talos', () => TalosNodes.all()],
  ['kubeadm', () => KubeadmNodes.all()],
  ['kind', () => [KindNodes.controlPlane(), KindNodes.worker()]],
]);

/** What the nodes of a platform look like; none where the id is not one of the table. */
export function nodesOfPlatform(id: string): SimulatedNode[] {
  return NODES.get(id)?.() ?? [];
}
