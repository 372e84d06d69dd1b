import { NodeProblemCondition } from './node-problem-condition';

/**
 * What lines of a log mean a problem.
 */
export interface NodeProblemRule {
  /**
   * What happened, in one word: `TaskHung`. It is the reason of the event or condition, and the label `reason` of the metrics.
   */
  readonly reason: string;

  /**
   * The lines, as a regular expression (RE2) that must match up to the end of a line. `\n` stands between lines, of which the last ten are
   * looked at.
   */
  readonly pattern: string;

  /**
   * The condition that the problem sets. A condition set from a log stays true until node-problem-detector starts again.
   *
   * @default - the problem passes: there is an event each time, and no condition
   */
  readonly condition?: NodeProblemCondition;
}
