import type { IAgentFeature } from './agent-feature';
import type { Placement } from './placement';

/** The workload of a node pool, with what contributes to its pods alone. */
export interface PoolPlacement extends Placement {
  readonly features?: readonly IAgentFeature[];
}
