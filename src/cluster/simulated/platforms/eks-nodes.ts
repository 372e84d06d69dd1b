import { catalogue } from './catalogue';
import { guardClass } from '../../../private/doors/guard-class';
import type { SimulatedNode } from '../simulated-node';
import { kubeletLabels, placeLabels, typeLabels } from '../well-known';

/**
 * What the nodes of Amazon EKS look like.
 *
 * Machines have 4 processors and 16 GiB of memory. What pods may take of them is what Karpenter reckons with for such an instance
 * (`website/content/en/docs/reference/instance-types.md` of aws/karpenter-provider-aws), unless said otherwise.
 */
export abstract class EksNodes {
  /**
   * An on-demand m5.xlarge of a managed node group, with Amazon Linux 2023.
   *
   * Sources: Amazon EKS User Guide, "Simplify node lifecycle with managed node groups" and "Understand each phase of node updates".
   */
  public static managed(): SimulatedNode {
    return NODES.one('eks-managed');
  }

  /**
   * A Spot m5.xlarge of a managed node group. EKS sets no taint.
   *
   * Source: Amazon EKS User Guide, "Simplify node lifecycle with managed node groups".
   */
  public static managedSpot(): SimulatedNode {
    return NODES.one('eks-managed-spot');
  }

  /**
   * An m6g.xlarge (Graviton) of a managed node group. EKS sets no taint.
   *
   * Source: Amazon EKS User Guide, "Simplify node lifecycle with managed node groups".
   */
  public static managedArm64(): SimulatedNode {
    return NODES.one('eks-managed-arm64');
  }

  /**
   * An m5.xlarge of a managed node group, with Bottlerocket. Labels and taints tell nothing of it; it reserves by the rule of Amazon Linux.
   * What differs is the file system, which nothing here looks at.
   *
   * Sources: as for `managed`; `sources/api/schnauzer/src/helpers.rs` of bottlerocket-os/bottlerocket.
   */
  public static bottlerocket(): SimulatedNode {
    return NODES.one('eks-bottlerocket');
  }

  /**
   * A g5.xlarge with one NVIDIA A10G of a managed node group, with the accelerated Amazon Linux 2023 and the device plugin. EKS sets no
   * taint; since Kubernetes 1.35 the image sets a label.
   *
   * Sources: Amazon EKS User Guide, "Run GPU-accelerated containers (Linux on EC2)"; `nodeadm/internal/kubelet/config.go` of
   * awslabs/amazon-eks-ami.
   */
  public static gpu(): SimulatedNode {
    return NODES.one('eks-gpu');
  }

  /**
   * An m5.xlarge of a managed node group, with Windows Server 2022. EKS sets no taint. What pods may take of it is not known here.
   *
   * Sources: Amazon EKS User Guide, "Deploy Windows nodes on EKS clusters"; a node shown in TensorWorks/DirectX-Device-Plugins, pull
   * request 2.
   */
  public static windows(): SimulatedNode {
    return NODES.one('eks-windows');
  }

  /**
   * An on-demand m5.xlarge that Karpenter made. Node pools can add taints.
   *
   * Sources: Karpenter, "Scheduling" and "Instance Types"; a node shown in aws/karpenter-provider-aws, issue 4969.
   */
  public static karpenter(): SimulatedNode {
    return NODES.one('eks-karpenter');
  }

  /**
   * An m5.xlarge of the node pool `general-purpose` of EKS Auto Mode, which brings agents for network and storage of its own. What pods may
   * take of it is not known here.
   *
   * Sources: Amazon EKS User Guide, "Create a Node Pool for EKS Auto Mode" and "Control if a workload is deployed on EKS Auto Mode nodes".
   */
  public static autoMode(): SimulatedNode {
    return NODES.one('eks-auto-mode');
  }

  /**
   * An m5.xlarge of the node pool `system` of EKS Auto Mode, which is closed to workloads.
   *
   * Sources: as for `autoMode`; Amazon EKS User Guide, "Enable or Disable Built-in NodePools" and "Run critical add-ons on dedicated
   * instances".
   */
  public static autoModeSystem(): SimulatedNode {
    return NODES.one('eks-auto-mode-system');
  }

  /**
   * A machine of one's own, with 4 processors, 16 GiB of memory and a disk of 100 GiB, that EKS Hybrid Nodes has joined to the cluster.
   *
   * Sources: `internal/kubelet/config.go` and pull request 91 of aws/eks-hybrid.
   */
  public static hybrid(): SimulatedNode {
    return NODES.one('eks-hybrid');
  }

  /**
   * AWS Fargate: a node for each pod, and room for that pod alone, so that no agent ever starts there. What pods may take of it is what one
   * reports.
   *
   * Sources: Amazon EKS User Guide, "Simplify compute management with AWS Fargate"; nodes shown in aws/containers-roadmap, issues 1248 and
   * 1976.
   */
  public static fargate(): SimulatedNode {
    return NODES.one('eks-fargate');
  }

  /** All of these. */
  public static all(): SimulatedNode[] {
    return NODES.all();
  }
}

guardClass({ EksNodes });

const PLACE = placeLabels('us-east-1', 'us-east-1a');

/** Whichever image a node group has, its name is a label. */
const NODE_GROUP = { 'eks.amazonaws.com/nodegroup': 'workers', 'eks.amazonaws.com/nodegroup-image': 'ami-0123456789abcdef0' };
const ON_DEMAND = { ...NODE_GROUP, 'eks.amazonaws.com/capacityType': 'ON_DEMAND' };
const SPOT = { ...NODE_GROUP, 'eks.amazonaws.com/capacityType': 'SPOT' };

const LINUX = { ...kubeletLabels('linux', 'amd64'), ...PLACE };
const M5_XLARGE = { ...LINUX, ...typeLabels('m5.xlarge') };

/** With the disk of 20 GiB that an instance has by default. */
const M5_XLARGE_ROOM = { 'cpu': '3920m', 'ephemeral-storage': '17Gi', 'memory': '14162Mi', 'pods': '58' };

/** What Karpenter says of an m5.xlarge, under its own prefix and, in Auto Mode, under that of EKS. */
const M5_XLARGE_FACTS = {
  'instance-category': 'm', 'instance-cpu': '4', 'instance-cpu-manufacturer': 'intel', 'instance-ebs-bandwidth': '4750',
  'instance-encryption-in-transit-supported': 'false', 'instance-family': 'm5', 'instance-generation': '5', 'instance-hypervisor': 'nitro',
  'instance-memory': '16384', 'instance-network-bandwidth': '1250', 'instance-size': 'xlarge',
};
const BY_KARPENTER = { 'karpenter.sh/capacity-type': 'on-demand', 'karpenter.sh/initialized': 'true', 'karpenter.sh/registered': 'true' };
const AUTO_MODE = { ...M5_XLARGE, ...BY_KARPENTER, ...under('eks.amazonaws.com'), 'eks.amazonaws.com/compute-type': 'auto' };

const NODES = catalogue({
  'eks-managed': { labels: { ...M5_XLARGE, ...ON_DEMAND }, allocatable: M5_XLARGE_ROOM },
  'eks-managed-spot': { labels: { ...M5_XLARGE, ...SPOT }, allocatable: M5_XLARGE_ROOM },
  'eks-managed-arm64': {
    labels: { ...kubeletLabels('linux', 'arm64'), ...PLACE, ...typeLabels('m6g.xlarge'), ...ON_DEMAND },
    allocatable: { ...M5_XLARGE_ROOM, memory: '14103Mi' },
  },
  'eks-bottlerocket': { labels: { ...M5_XLARGE, ...ON_DEMAND }, allocatable: M5_XLARGE_ROOM },
  'eks-gpu': {
    labels: { ...LINUX, ...typeLabels('g5.xlarge'), ...ON_DEMAND, 'nvidia.com/gpu.present': 'true' },
    allocatable: { ...M5_XLARGE_ROOM, 'nvidia.com/gpu': '1' },
  },
  'eks-windows': { labels: { ...kubeletLabels('windows', 'amd64'), ...PLACE, ...typeLabels('m5.xlarge'), ...ON_DEMAND } },
  'eks-karpenter': {
    labels: {
      ...M5_XLARGE, ...BY_KARPENTER, ...under('karpenter.k8s.aws'), 'karpenter.k8s.aws/ec2nodeclass': 'default',
      'karpenter.sh/nodepool': 'default',
    },
    allocatable: M5_XLARGE_ROOM,
  },
  'eks-auto-mode': { labels: { ...AUTO_MODE, 'karpenter.sh/nodepool': 'general-purpose' } },
  'eks-auto-mode-system': {
    labels: { ...AUTO_MODE, 'karpenter.sh/nodepool': 'system' },
    taints: [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }],
  },
  'eks-hybrid': {
    labels: {
      ...kubeletLabels('linux', 'amd64'), 'eks.amazonaws.com/compute-type': 'hybrid', 'eks.amazonaws.com/hybrid-credential-provider': 'ssm',
    },
    // reserved are 80m of processor, 3Gi of memory and 1Gi of disk; eviction keeps 100Mi and a tenth of the disk
    allocatable: { 'cpu': '3920m', 'ephemeral-storage': '89Gi', 'memory': '13212Mi', 'pods': '110' },
  },
  'eks-fargate': {
    // the host name is that of the machine behind it, not that of the node
    labels: { ...LINUX, 'eks.amazonaws.com/compute-type': 'fargate', 'kubernetes.io/hostname': 'ip-10-0-0-1.ec2.internal' },
    taints: [{ key: 'eks.amazonaws.com/compute-type', value: 'fargate', effect: 'NoSchedule' }],
    allocatable: { 'cpu': '2', 'ephemeral-storage': '30832548Ki', 'memory': '4037540Ki', 'pods': '1' },
  },
});

function under(prefix: string): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(M5_XLARGE_FACTS).map(([name, value]) => [`${prefix}/${name}`, value]));
}
