import type { EventText } from '../event-text';

/** Pods whose sandbox has no network yet. Pods on the host network do not wait for it. */
export const NETWORK_TEXTS: readonly EventText[] = [
  {
    id: 'network-not-ready', symptom: 'network', by: 'kubelet', texts: ['network is not ready: {error}'],
    cause: 'No CNI plugin is set up on the node, so only pods on the host network start there: {error}.',
    fix: 'Look at the pods of the network agent on this node. An agent that the network waits for must run with `hostNetwork: true` and '
      + 'tolerate `node.kubernetes.io/not-ready:NoSchedule`.',
    option: '`hostNamespaces: [HostNamespace.network(reason)]`; `CniPlugin` does both',
  },
  {
    id: 'cni-binary-missing', symptom: 'network', by: 'CNI plugin', texts: ['failed to find plugin "{plugin}" in path [{path}]'],
    cause: 'The CNI configuration names the plugin {plugin}, and {path} on the node does not have it.',
    fix: 'Install the binary in the directory that the container runtime of the platform looks in (docs/platforms.md), or correct the '
      + 'configuration.',
    option: '`CniPlugin`, `TargetCluster.configure(scope, { platform })`',
  },
  {
    id: 'no-pod-addresses', symptom: 'network', by: 'CNI plugin', texts: ['no IP addresses available in range set: {range}'],
    cause: 'The range {range} of the node has no free address. After hard restarts old reservations remain in /var/lib/cni/networks.',
    fix: 'Give nodes larger ranges or fewer pods (`maxPods`), and remove reservations of pods that are gone. On the host network the '
      + 'agent needs no address.',
    option: '`hostNamespaces: [HostNamespace.network(reason)]`',
  },
  {
    id: 'cni-failed', symptom: 'network', by: 'CNI plugin',
    texts: ['plugin type="{plugin}" failed (add): {error}', 'failed to setup network for sandbox "{sandbox}": {error}'],
    cause: 'The CNI plugin cannot set up the network of the pod: {error}.',
    fix: 'Look at the pods of the network agent on this node, and their logs.',
  },
  {
    id: 'runtime-class-not-configured', symptom: 'network', by: 'container runtime', texts: ['no runtime for "{handler}" is configured'],
    cause: 'The container runtime of the node has no handler {handler}, which the RuntimeClass of the pod names.',
    fix: 'Install the runtime on the node, or give the RuntimeClass a `scheduling.nodeSelector` for nodes that have it.',
    option: '`runtimeClassName`',
  },
];
