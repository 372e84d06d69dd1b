import { NodeLog } from './node-log';
import { NodeProblemRule } from './node-problem-rule';

/**
 * A log that is watched for problems.
 */
export interface LogMonitorOptions {
  /**
   * The log.
   */
  readonly log: NodeLog;

  /**
   * What lines mean a problem, at least one.
   */
  readonly rules: NodeProblemRule[];
}
