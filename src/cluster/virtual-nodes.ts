import type { PlaceableNode } from './placement/placement';

/** The label by which EKS tells what a node runs on. */
export const EKS_COMPUTE_TYPE = 'eks.amazonaws.com/compute-type';

/** The label by which virtual-kubelet marks its nodes. */
export const NODE_TYPE = 'type';

export const FARGATE = 'fargate';
export const EKS_AUTO_MODE = 'auto';
export const EKS_HYBRID = 'hybrid';
export const VIRTUAL_KUBELET = 'virtual-kubelet';

/** Whether a node is no machine that an agent could run on: what stands behind it starts each pod somewhere else. */
export function isVirtualNode({ labels }: Pick<PlaceableNode, 'labels'>): boolean {
  return labels[EKS_COMPUTE_TYPE] === FARGATE || labels[NODE_TYPE] === VIRTUAL_KUBELET;
}

const LINUX = { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' };

/** Nodes as their providers make them, with the taints that keep others away. */
export const VIRTUAL_NODES: ReadonlyArray<PlaceableNode & { readonly provider: string }> = [
  {
    provider: 'AWS Fargate', name: 'fargate-ip-10-0-0-1.ec2.internal', labels: { ...LINUX, [EKS_COMPUTE_TYPE]: FARGATE },
    taints: [{ key: EKS_COMPUTE_TYPE, value: FARGATE, effect: 'NoSchedule' }],
  },
  {
    provider: 'virtual-kubelet', name: 'virtual-node-aci-linux',
    labels: { ...LINUX, [NODE_TYPE]: VIRTUAL_KUBELET, 'kubernetes.io/role': 'agent' },
    taints: [{ key: 'virtual-kubelet.io/provider', value: 'azure', effect: 'NoSchedule' }],
  },
];
