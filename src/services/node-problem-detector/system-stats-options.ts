import { Duration } from 'cdk8s';
import { SystemStatsGroup } from './system-stats-group';

/**
 * Which metrics of a node are read.
 */
export interface SystemStatsOptions {
  /**
   * The metrics. `NET` needs the network of the node.
   *
   * @default - SystemStatsGroup.CPU and SystemStatsGroup.MEMORY
   */
  readonly groups?: SystemStatsGroup[];

  /**
   * How often they are read.
   *
   * @default Duration.minutes(1)
   */
  readonly interval?: Duration;
}
