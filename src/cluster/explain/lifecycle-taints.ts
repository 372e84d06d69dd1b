import type { ClusterNode } from '../inventory/cluster-node';
import type { Taint } from '../placement/taints';

/** What the node lifecycle controller makes of conditions. */
const BY_CONDITION: ReadonlyArray<readonly [condition: string, status: string, name: string]> = [
  ['Ready', 'False', 'not-ready'],
  ['Ready', 'Unknown', 'unreachable'],
  ['MemoryPressure', 'True', 'memory-pressure'],
  ['DiskPressure', 'True', 'disk-pressure'],
  ['PIDPressure', 'True', 'pid-pressure'],
  ['NetworkUnavailable', 'True', 'network-unavailable'],
];

/**
 * The node with the taints that a cluster gives it for its conditions and for being cordoned, for nodes that someone wrote by hand: those
 * of a cluster have them already. A node that is not ready gets two, and the tolerations of every DaemonSet cover NoExecute only.
 */
export function withLifecycleTaints(node: ClusterNode): ClusterNode {
  const met = BY_CONDITION.filter(([condition, status]) => node.conditions.get(condition) === status);
  const derived: Taint[] = [
    ...met.map(([,, name]) => taint(name, 'NoSchedule')),
    ...met.filter(([condition]) => condition === 'Ready').map(([,, name]) => taint(name, 'NoExecute')),
    ...node.unschedulable ? [taint('unschedulable', 'NoSchedule')] : [],
  ];
  const missing = derived.filter(({ key, effect }) => !node.taints.some(known => known.key === key && known.effect === effect));
  return missing.length === 0 ? node : { ...node, taints: [...node.taints, ...missing] };
}

function taint(name: string, effect: string): Taint {
  return { key: `node.kubernetes.io/${name}`, effect };
}
