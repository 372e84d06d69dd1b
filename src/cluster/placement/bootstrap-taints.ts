import { automaticTolerations, PodToleration, Taint, tolerates } from './taints';

/** The taint of a node that is not ready, which DaemonSets do not tolerate by themselves. */
const NOT_READY: Taint = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' };

/** The taints of a node that is not ready because it has no network yet. What makes the network cannot wait for them to go. */
export const BOOTSTRAP_TAINTS: readonly Taint[] = [
  NOT_READY,
  { key: NOT_READY.key, effect: 'NoExecute' },
  { key: 'node.kubernetes.io/network-unavailable', effect: 'NoSchedule' },
  // the kubelet sets it where a cloud controller initializes nodes, which may itself need the network
  { key: 'node.cloudprovider.kubernetes.io/uninitialized', value: 'true', effect: 'NoSchedule' },
];

/** Those that the pods of a DaemonSet do not tolerate, with what its controller adds. */
export function untoleratedAtBoot(tolerations: readonly PodToleration[], hostNetwork: boolean): Taint[] {
  const all = [...tolerations, ...automaticTolerations(hostNetwork)];
  return BOOTSTRAP_TAINTS.filter(taint => !all.some(toleration => tolerates(toleration, taint)));
}

/** Whether a taint is on every node until its network works, in whatever cluster. */
export function isOfEveryNewNode(taint: Taint): boolean {
  return taint.key === NOT_READY.key;
}
