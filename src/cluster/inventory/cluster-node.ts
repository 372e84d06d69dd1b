import { readResources, ResourceList } from './resource-list';
import { Entry, isMap } from '../../private/entry';
import type { Wire } from '../../private/wire';
import type { PlaceableNode } from '../placement/placement';

/** A node, as far as agents are concerned. */
export interface ClusterNode extends PlaceableNode {
  /** Whether it is cordoned. */
  readonly unschedulable: boolean;
  /** What pods may take of it; undefined where the node does not say, and nothing is known. */
  readonly allocatable?: ResourceList;
  /** The system that the node runs, in its own words: `Talos (v1.11.0)`. */
  readonly osImage?: string;
  /** Conditions by type: `True`, `False` or `Unknown`. */
  readonly conditions: ReadonlyMap<string, string>;
}

/** A node as `kubectl get nodes -o json` shows it, or one that someone wrote. */
export function readNode(object: Wire): ClusterNode {
  const { metadata, spec, status } = object;
  return {
    name: metadata?.name ?? '',
    labels: metadata?.labels ?? {},
    // when a taint was added is no part of it: nodes with the same taints are alike
    taints: (spec?.taints ?? []).map(({ key, value, effect }: Wire) => ({ key, ...value && { value }, effect })),
    unschedulable: spec?.unschedulable === true,
    ...typeof status?.nodeInfo?.osImage === 'string' && { osImage: status.nodeInfo.osImage },
    ...isMap(status?.allocatable) && { allocatable: readResources(status.allocatable) },
    conditions: new Map((status?.conditions ?? []).map(({ type, status: value }: Wire) => [type, value])),
  };
}

/** Whether an object is a node. */
export function isNode({ apiVersion, kind }: Pick<Entry, 'apiVersion' | 'kind'>): boolean {
  return apiVersion === 'v1' && kind === 'Node';
}

/** Whether a node is ready, as far as is known: a node that says nothing of it counts as ready. */
export function isReady(node: ClusterNode): boolean {
  return (node.conditions.get('Ready') ?? 'True') === 'True';
}
