import { Share, sharesOf } from './share';
import { byText } from '../../private/wire';
import type { ClusterNode } from '../inventory/cluster-node';
import type { ResourceList } from '../inventory/resource-list';
import type { Workload } from '../inventory/workload';
import { labelOf } from '../node-selection';

/** Nodes of one kind on which the same agents run, and what each of them is left with. */
export interface NodeShape {
  /** What the provider calls the kind of machine; absent where the nodes have no such label. */
  readonly instanceType?: string;
  readonly nodes: readonly ClusterNode[];
  readonly agents: readonly Workload[];
  /** The least that any of the nodes has; absent where they do not say. */
  readonly allocatable?: ResourceList;
  /** What the agents take of one node. */
  readonly shares: readonly Share[];
}

const INSTANCE_TYPES = ['node.kubernetes.io/instance-type', 'beta.kubernetes.io/instance-type'];

/** What the provider calls the kind of machine. */
export function instanceTypeOf(node: ClusterNode): string | undefined {
  return INSTANCE_TYPES.map(key => labelOf(node, key)).find(type => type !== undefined);
}

/** What tells kinds of nodes apart: the type of machine, and what is allocatable. */
export function kindOf(node: ClusterNode): string {
  const { allocatable } = node;
  const amounts = allocatable && [...allocatable].sort(([a], [b]) => byText(a, b)).map(([name, amount]) => `${name}=${coarse(amount)}`);
  return [instanceTypeOf(node) ?? '', ...amounts ?? []].join('\n');
}

const KEPT_BITS = 6;

/** Machines of one type differ by a few pages of memory: amounts count as alike up to some 3 percent. */
function coarse(amount: bigint): string {
  const bits = amount.toString(2);
  return `${bits.slice(0, KEPT_BITS)}e${bits.length}`;
}

/** The shape of nodes of one kind on which the same agents take this much. */
export function shapeOf(nodes: readonly ClusterNode[], agents: readonly Workload[], taken: ResourceList): NodeShape {
  const instanceType = instanceTypeOf(nodes[0]);
  const allocatable = least(nodes);
  return {
    ...instanceType !== undefined && { instanceType }, nodes, agents, ...allocatable && { allocatable },
    shares: sharesOf(taken, allocatable),
  };
}

/** Nodes of one kind name the same resources. */
function least(nodes: readonly ClusterNode[]): ResourceList | undefined {
  const result = nodes[0].allocatable && new Map(nodes[0].allocatable);
  for (const { allocatable } of result ? nodes : []) {
    for (const [name, amount] of allocatable!) {
      if (amount < result!.get(name)!) {result!.set(name, amount);}
    }
  }
  return result;
}
