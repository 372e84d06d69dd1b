import { DestinationHeaderOptions } from '../destination-header-options';
import { LogValue } from '../log-value';
import { RemoteDestinationOptions } from '../remote-destination-options';

/**
 * What a line looks like in Loki.
 */
export enum LokiLineFormat {
  /** The whole record in JSON. */
  JSON = 'json',
  /** The whole record as `key=value` pairs. */
  KEY_VALUE = 'keyValue',
  /**
   * The message alone: the time, the stream and what is known of the pod are left out, so name what you need in labels or structured
   * metadata.
   */
  MESSAGE = 'message',
}

/**
 * Loki, or Grafana Cloud.
 */
export interface LokiDestinationOptions extends RemoteDestinationOptions, DestinationHeaderOptions {
  /**
   * The tenant (`X-Scope-OrgID`).
   *
   * @default - the header is not sent, as for a Loki without tenants
   */
  readonly tenantId?: string;

  /**
   * What the tenant is called in each line, such as its namespace. `tenantId` is for lines without.
   *
   * @default - one tenant for all
   */
  readonly tenantFrom?: LogValue;

  /**
   * The labels of a stream. Each combination of values is a stream, so what has many values belongs into structured metadata. A label
   * without a value is left out.
   *
   * Destinations of journals and files need a label that tells nodes apart (`shared-log-stream`).
   *
   * @default - `job: fluent-bit` and `node`, and `namespace`, `pod` and `container` where they are known: one stream for each container and
   * for what is of the node, so that lines never arrive out of order
   */
  readonly labels?: { [name: string]: LogValue };

  /**
   * What is kept with each line without making streams. Needs Loki 3, or 2.9 with schema v13.
   *
   * @default - a line has its labels alone
   */
  readonly structuredMetadata?: { [name: string]: LogValue };

  /**
   * Fields at the top of the record that are not sent, such as `stream`: letters, digits, `_`, `-` and `/`, not a digit first.
   *
   * @default - the whole record is sent
   */
  readonly removeFields?: string[];

  /**
   * What a line looks like.
   *
   * @default LokiLineFormat.JSON
   */
  readonly lineFormat?: LokiLineFormat;
}
