import { Size } from 'cdk8s';
import { LogCondition } from './log-condition';
import { RetryPolicy } from './retry-policy';

/**
 * Options common to every destination.
 */
export interface LogDestinationOptions {
  /**
   * The name of the destination: in metrics and messages, and in the names of its credentials. Needed where two destinations are of one
   * kind.
   *
   * @default - its kind, such as `loki`
   */
  readonly name?: string;

  /**
   * The inputs whose logs are sent there, by name.
   *
   * @default - all
   */
  readonly inputs?: string[];

  /**
   * What lines are sent there.
   *
   * @default - all of its inputs
   */
  readonly when?: LogCondition;

  /**
   * How much may wait on the disk of each node while the destination is down or slow. When it is full Fluent Bit drops the oldest logs, and
   * Vector and the OpenTelemetry Collector stop reading. `diskBudget` of `LogState` bounds the sum of all destinations.
   *
   * @default Size.mebibytes(512) - without a limit an outage fills the disk of every node, and the kubelet evicts its pods
   */
  readonly bufferLimit?: Size;

  /**
   * What happens to logs that were not taken.
   *
   * @default RetryPolicy.unlimited() - Fluent Bit by itself tries once more and then drops them, which an outage of ten seconds is enough
   * for. Fluent Bit to Elasticsearch and OpenSearch: RetryPolicy.times(120), about an hour, since it cannot tell documents that do not fit
   * the mapping, and are refused for good, from an outage
   */
  readonly retry?: RetryPolicy;
}
