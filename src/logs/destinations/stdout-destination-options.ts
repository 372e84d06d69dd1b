import { LogCondition } from '../log-condition';

/**
 * The log of the agent itself, a line of JSON for each record: to try an agent out with `kubectl logs`.
 */
export interface StdoutDestinationOptions {
  /**
   * The name of the destination.
   *
   * @default stdout
   */
  readonly name?: string;

  /**
   * The inputs whose logs are written, by name.
   *
   * @default - all
   */
  readonly inputs?: string[];

  /**
   * What lines are written.
   *
   * @default - all of its inputs
   */
  readonly when?: LogCondition;
}
