import { Rollout } from './rollout';
import { WorkloadOptions } from './workload-options';

/**
 * What can be said of any agent, whatever runs in it.
 */
export interface AgentOptions extends WorkloadOptions {
  /**
   * How a change reaches the nodes.
   *
   * @default Rollout.percent(10) - with one at a time, the default of Kubernetes, a thousand nodes take hours and one dead node stops it
   */
  readonly rollout?: Rollout;
}
