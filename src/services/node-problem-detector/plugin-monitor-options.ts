import { Duration } from 'cdk8s';
import { NodeProblemCondition } from './node-problem-condition';

/**
 * A script that looks for a problem.
 */
export interface PluginMonitorOptions {
  /**
   * The text of the script, with its first line: `#!/bin/bash`. Exit code 0 says that all is well, 1 that there is a problem, and anything
   * else that nobody knows. What it writes to standard output is the message. The image has bash, coreutils and util-linux.
   */
  readonly script: string;

  /**
   * What is wrong where the script says so, in one word: `NtpIsDown`.
   */
  readonly reason: string;

  /**
   * The condition that is true while the script finds the problem.
   *
   * @default - there is an event each time, and no condition
   */
  readonly condition?: NodeProblemCondition;

  /**
   * Arguments of the script.
   *
   * @default - it has none
   */
  readonly args?: string[];

  /**
   * How often it runs.
   *
   * @default Duration.minutes(1)
   */
  readonly interval?: Duration;

  /**
   * How long it may take, at most as long as `interval`.
   *
   * @default Duration.seconds(20)
   */
  readonly timeout?: Duration;

  /**
   * Whether it needs the network of the node: for ports of the loopback address, and for what the kernel shows of a network.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;
}
