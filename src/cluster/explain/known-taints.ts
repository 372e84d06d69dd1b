import type { Taint } from '../placement/taints';

/** What people do about a taint that they do not know. */
const GENERAL = 'add a toleration for it, or keep the agent off such nodes';

const PROVIDER = 'the node belongs to a provider that runs pods without a kubelet of the cluster, and no DaemonSet works there: leave it '
  + 'out by its labels';

/** Taints that mean the same in every cluster, by key; what to do about each. Those that every DaemonSet tolerates never get here. */
const ADVICE: { readonly [key: string]: string } = {
  'node.kubernetes.io/not-ready': 'it is there until the node is ready, and what every DaemonSet tolerates is the effect NoExecute only; '
    + 'tolerate this one too if the agent must start before that, such as a network plugin',
  'node.kubernetes.io/unreachable': 'the kubelet does not answer, and what every DaemonSet tolerates is the effect NoExecute only; '
    + 'bring the node back or delete it, for a pod could not start there',
  'node.kubernetes.io/network-unavailable': 'it is there until the network of the node is set up, and only agents on the host network '
    + 'tolerate it by themselves; '
    + 'tolerate it if the agent sets up the network',
  'node.kubernetes.io/out-of-service': 'someone has declared the node dead, so that its volumes are freed; remove the taint when the node '
    + 'is back, and do not tolerate it',
  'node.cloudprovider.kubernetes.io/uninitialized': 'it is there until the cloud controller manager has seen the node; '
    + 'tolerate it if the agent must start before that, and look after the cloud controller manager if it stays',
  'node.cloudprovider.kubernetes.io/shutdown': 'the machine is shut down; start it, or delete the node',
  'node-role.kubernetes.io/control-plane': 'it keeps workloads off the control plane; tolerate it if these nodes need the agent as well',
  'node-role.kubernetes.io/master': 'it kept workloads off the control plane before Kubernetes 1.25; tolerate it as well as its successor, '
    + 'node-role.kubernetes.io/control-plane',
  'ToBeDeletedByClusterAutoscaler': 'the cluster autoscaler is about to remove the node, so nothing needs to be done',
  'karpenter.sh/disrupted': 'Karpenter is about to remove the node, so nothing needs to be done',
  'karpenter.sh/unregistered': 'it is there until Karpenter has seen the node; tolerate it if the agent must start before that',
  'node.cilium.io/agent-not-ready': 'it is there until Cilium runs on the node; tolerate it if the agent must start before that',
  'eks.amazonaws.com/compute-type': PROVIDER,
  'virtual-kubelet.io/provider': PROVIDER,
};

/** What to do about a taint that an agent does not tolerate. */
export function adviceFor({ key }: Taint): string {
  return Object.hasOwn(ADVICE, key) ? ADVICE[key] : GENERAL;
}
