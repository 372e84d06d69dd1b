import type { ClusterNode } from './cluster-node';
import type { Inventory } from './inventory';

/** What a rule looks at. */
export interface CheckContext {
  /** All objects at once. */
  readonly inventory: Inventory;
  /** The minor of the oldest Kubernetes that gets them: 28 for 1.28. */
  readonly minor: number;
  /** The nodes of the cluster, where they are known. */
  readonly nodes?: readonly ClusterNode[];
}
