import { EndpointDestinationOptions } from '../endpoint-destination-options';
import { SecretKey } from '../secret-key';

/**
 * The HTTP Event Collector (HEC) of Splunk. The URL has no path, and the usual port, 8088, is written.
 */
export interface SplunkHecDestinationOptions extends EndpointDestinationOptions {
  /**
   * The HEC token. Where the token asks for acknowledgements of the indexer, the collectors that cannot wait for them have no advantage
   * from it.
   */
  readonly token: SecretKey;

  /**
   * The index.
   *
   * @default - the default index of the token
   */
  readonly index?: string;

  /**
   * The source of the events.
   *
   * @default - what the token says
   */
  readonly source?: string;

  /**
   * The source type of the events.
   *
   * @default _json
   */
  readonly sourceType?: string;
}
