import type { Labels } from './node-manifest';
import type { Taint } from '../placement/taints';

/** The build of Windows Server 2022, as Karpenter knows it (`pkg/apis/v1/labels.go` of aws/karpenter-provider-aws). */
const WINDOWS_2022 = '10.0.20348';

/**
 * What every kubelet says of its machine, next to the host name (`pkg/kubelet/kubelet_node_status.go` of Kubernetes). The beta labels are
 * deprecated since Kubernetes 1.14 and still set in 1.36, and old agents select by them.
 */
export function kubeletLabels(os: 'linux' | 'windows', arch: 'amd64' | 'arm64'): Labels {
  return {
    'beta.kubernetes.io/arch': arch, 'beta.kubernetes.io/os': os, 'kubernetes.io/arch': arch, 'kubernetes.io/os': os,
    ...os === 'windows' && { 'node.kubernetes.io/windows-build': WINDOWS_2022 },
  };
}

/** What a cloud controller manager adds: where the machine stands (`controllers/node/node_controller.go` of kubernetes/cloud-provider). */
export function placeLabels(region: string, zone: string): Labels {
  return {
    'failure-domain.beta.kubernetes.io/region': region, 'failure-domain.beta.kubernetes.io/zone': zone,
    'topology.kubernetes.io/region': region, 'topology.kubernetes.io/zone': zone,
  };
}

/** What a cloud controller manager adds: of what type the machine is. */
export function typeLabels(instanceType: string): Labels {
  return { 'beta.kubernetes.io/instance-type': instanceType, 'node.kubernetes.io/instance-type': instanceType };
}

/** What kubeadm does to nodes of the control plane (`cmd/kubeadm/app/constants/constants.go` of Kubernetes). */
export const CONTROL_PLANE_LABELS: Labels = {
  'node-role.kubernetes.io/control-plane': '', 'node.kubernetes.io/exclude-from-external-load-balancers': '',
};
export const CONTROL_PLANE_TAINT: Taint = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' };
