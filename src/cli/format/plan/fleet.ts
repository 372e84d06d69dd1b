import { ClusterNode, isReady } from '../../../cluster/inventory/cluster-node';
import { listUnder } from '../../../private/list-under';
import { byText } from '../../../private/wire';

/** What a reader sees of a node at a glance. */
export type NodeState = 'ready' | 'not ready' | 'cordoned';

/** Nodes of one pool of machines. */
export interface FleetPool {
  readonly name: string;
  readonly nodes: ReadonlyArray<{ readonly name: string; readonly state: NodeState }>;
}

/** Labels by which providers and people say to which pool of machines a node belongs. */
const POOL_LABELS = [
  'eks.amazonaws.com/nodegroup', 'karpenter.sh/nodepool', 'cloud.google.com/gke-nodepool', 'kubernetes.azure.com/agentpool', 'agentpool',
  'nodepool', 'node.kubernetes.io/instance-type',
];

/** The nodes by their pools, by name. */
export function fleetPools(nodes: readonly ClusterNode[]): FleetPool[] {
  const pools = new Map<string, Array<FleetPool['nodes'][number]>>();
  for (const node of nodes) {
    const label = POOL_LABELS.find(each => node.labels[each] !== undefined);
    const name = label === undefined ? 'without a pool' : node.labels[label];
    listUnder(pools, name).push({ name: node.name, state: stateOf(node) });
  }
  return [...pools].sort(([a], [b]) => byText(a, b)).map(([name, members]) => ({ name, nodes: members }));
}

function stateOf(node: ClusterNode): NodeState {
  if (!isReady(node)) {return 'not ready';}
  return node.unschedulable ? 'cordoned' : 'ready';
}
