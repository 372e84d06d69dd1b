import { NodeCoverage } from './nodes/node-coverage';
import { NodePool } from './pools/node-pool';
import { Rollout } from './rollout';
import { WorkloadOptions } from './workload-options';

/**
 * Options common to every agent that runs on each node.
 */
export interface AgentOptions extends WorkloadOptions {
  /**
   * The nodes that the agent runs on.
   *
   * @default NodeCoverage.linux()
   */
  readonly nodes?: NodeCoverage;

  /**
   * How a change reaches the nodes.
   *
   * @default Rollout.percent(10) - with one at a time, the default of Kubernetes, a thousand nodes take hours and one dead node stops it
   */
  readonly rollout?: Rollout;

  /**
   * Parts of the nodes on which the agent differs, each a DaemonSet. A node that several pools ask for belongs to the first of them, and
   * all nodes that no pool asks for to `NodePool.rest()`.
   *
   * @default - the agent is the same on all of its nodes, one DaemonSet
   */
  readonly pools?: NodePool[];
}
