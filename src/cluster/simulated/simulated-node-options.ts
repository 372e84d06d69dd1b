import type { NodeAllocatable } from './node-allocatable';
import type { NodeTaint } from './node-taint';

/**
 * What is special about a simulated node.
 */
export interface SimulatedNodeOptions {
  /**
   * Labels in addition to those that such a node has anyway. The same key replaces.
   *
   * @default - such a node's own labels alone
   */
  readonly labels?: { [key: string]: string };

  /**
   * Taints in addition to those that such a node has anyway. The same key and effect replace.
   *
   * @default - such a node's own taints alone
   */
  readonly taints?: NodeTaint[];

  /**
   * What pods may take of the node.
   *
   * @default - 4 processors, 16Gi of memory, 100Gi of storage and 110 pods
   */
  readonly allocatable?: NodeAllocatable;
}
