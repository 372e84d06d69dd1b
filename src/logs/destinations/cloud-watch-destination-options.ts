import { DestinationAuth } from '../destination-auth';
import { LogDestinationOptions } from '../log-destination-options';
import { LogValue } from '../log-value';

/**
 * Amazon CloudWatch Logs, with an event in JSON for each record. The identity needs `logs:PutLogEvents`, `logs:CreateLogStream` and
 * `logs:DescribeLogStreams` on the group; with
 * `createGroup` also `logs:CreateLogGroup`, and with `retentionDays` `logs:PutRetentionPolicy`.
 */
export interface CloudWatchDestinationOptions extends LogDestinationOptions {
  /**
   * The region, and how the agent proves who it is: DestinationAuth.aws, or DestinationAuth.awsKeys.
   */
  readonly auth: DestinationAuth;

  /**
   * The log group: letters, digits, `_`, `-`, `/`, `.` and `#`.
   */
  readonly logGroup: string;

  /**
   * What is added to `logGroup` behind a `/`, where a line has it: LogValue.namespaceName() makes a group for each namespace.
   *
   * @default - one group
   */
  readonly logGroupFrom?: LogValue;

  /**
   * What the log streams are called: the name of the node, behind this and a `-`.
   *
   * @default - the name of the node
   */
  readonly logStreamPrefix?: string;

  /**
   * Whether groups that are missing are made. The OpenTelemetry Collector makes them wherever its identity may.
   *
   * @default false
   */
  readonly createGroup?: boolean;

  /**
   * After how many days events are deleted from groups that the agent makes: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545,
   * 731, 1096, 1827, 2192, 2557,
   * 2922, 3288 or 3653. Needs `createGroup`.
   *
   * @default - never
   */
  readonly retentionDays?: number;
}
