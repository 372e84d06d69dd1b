import { Duration } from 'cdk8s';

/**
 * How the health of a component is asked for.
 */
export interface HealthMonitorOptions {
  /**
   * How often it is asked for.
   *
   * @default Duration.minutes(1)
   */
  readonly interval?: Duration;

  /**
   * How long the answer may take, at most as long as `interval`.
   *
   * @default Duration.seconds(20)
   */
  readonly timeout?: Duration;
}
