import type { SimulatedNode } from '../cluster/simulated/simulated-node';

/** What meets a change. */
export interface PlanOptions {
  /**
   * The nodes that the change meets, as they are in the cluster.
   *
   * @default - nothing is known of nodes: what restarts is, and not where, in how many waves, and what it leaves
   */
  readonly nodes?: SimulatedNode[];

  /**
   * Whether everything is removed that is no longer written, also what does not carry the labels of this library.
   *
   * @default false
   */
  readonly prune?: boolean;
}
