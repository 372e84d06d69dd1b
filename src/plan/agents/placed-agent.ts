import type { Inventory } from '../../cluster/inventory/inventory';
import type { Workload } from '../../cluster/inventory/workload';

/** An agent among the objects of its cluster. */
export interface PlacedAgent {
  readonly agent: Workload;
  readonly inventory: Inventory;
}
