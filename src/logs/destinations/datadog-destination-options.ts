import { LogCompression } from '../log-compression';
import { LogDestinationOptions } from '../log-destination-options';
import { SecretKey } from '../secret-key';

/**
 * Datadog, always by TLS.
 */
export interface DatadogDestinationOptions extends LogDestinationOptions {
  /**
   * The API key.
   */
  readonly apiKey: SecretKey;

  /**
   * The site, such as `datadoghq.eu` or `us5.datadoghq.com`.
   *
   * @default datadoghq.com
   */
  readonly site?: string;

  /**
   * The service that logs are filed under.
   *
   * @default - what Datadog makes of the record
   */
  readonly service?: string;

  /**
   * The integration whose pipeline reads the logs (`ddsource`).
   *
   * @default kubernetes
   */
  readonly source?: string;

  /**
   * Tags, by key. Keys have no `:` and `,`, values no `,`.
   *
   * @default - no tags but those that Datadog makes
   */
  readonly tags?: { [key: string]: string };

  /**
   * How requests are compressed.
   *
   * @default LogCompression.GZIP
   */
  readonly compression?: LogCompression;
}
