import { AS_KUBERNETES, OF_KUBERNETES } from './usual';
import type { PlatformRow } from '../platform-facts';

const USER_GUIDE = 'https://docs.aws.amazon.com/eks/latest/userguide';
const FARGATE = `[Fargate](${USER_GUIDE}/fargate.html), [Auto Mode](${USER_GUIDE}/associate-workload.html), \`internal/kubelet/config.go\` `
  + 'of aws/eks-hybrid';
const NODE_GROUPS = `[managed node groups](${USER_GUIDE}/managed-node-groups.html)`;

const FACTS = {
  ...AS_KUBERNETES, virtualNodes: { eksComputeTypes: ['auto', 'fargate', 'hybrid'], nodeTypes: [] },
  labels: ['eks.amazonaws.com/nodegroup'],
} as const;
const SOURCES = {
  ...OF_KUBERNETES, containerRuntime: '`nodeadm/internal/containerd` of awslabs/amazon-eks-ami', virtualNodes: FARGATE, labels: NODE_GROUPS,
} as const;

const BOTTLEROCKET = {
  // a confined container cannot use the sockets of a privileged one, and files below /var/log can be read
  nodeSystem: 'bottlerocket', seLinuxType: 'super_t',
} as const;
const BOTTLEROCKET_SOURCES = {
  containerRuntime: '`packages/containerd` of bottlerocket-os/bottlerocket-core-kit',
  nodeSystem: '[Bottlerocket, security features](https://github.com/bottlerocket-os/bottlerocket/blob/develop/SECURITY_FEATURES.md)',
  seLinuxType: 'pull request 155 of awslabs/mountpoint-s3-csi-driver, SECURITY_GUIDANCE.md of bottlerocket-os/bottlerocket',
} as const;

/** Amazon EKS. Fargate, Auto Mode and Hybrid Nodes can be part of any of these clusters. */
export const AMAZON: readonly PlatformRow[] = [
  { facts: { ...FACTS, id: 'eks', name: 'Amazon EKS with Amazon Linux' }, sources: SOURCES },
  {
    facts: { ...FACTS, ...BOTTLEROCKET, id: 'eks-bottlerocket', name: 'Amazon EKS with Bottlerocket' },
    sources: { ...SOURCES, ...BOTTLEROCKET_SOURCES },
  },
  {
    // the nodes of Auto Mode are those that an agent is for
    facts: {
      ...FACTS, ...BOTTLEROCKET, id: 'eks-auto', name: 'Amazon EKS Auto Mode',
      virtualNodes: { eksComputeTypes: ['fargate', 'hybrid'], nodeTypes: [] },
      labels: ['eks.amazonaws.com/compute-type'],
    },
    sources: {
      ...SOURCES, ...BOTTLEROCKET_SOURCES, labels: `[Auto Mode](${USER_GUIDE}/associate-workload.html)`,
      nodeSystem: '[Security Overview of EKS Auto '
        + 'Mode](https://docs.aws.amazon.com/whitepapers/latest/security-overview-amazon-eks-auto-mode/workloads.html)',
    },
  },
];
