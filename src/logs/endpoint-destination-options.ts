import { DestinationTlsOptions } from './destination-tls-options';
import { LogCompression } from './log-compression';
import { LogDestinationOptions } from './log-destination-options';

/**
 * Options common to every destination with a URL, whatever its authentication.
 */
export interface EndpointDestinationOptions extends LogDestinationOptions {
  /**
   * Where it is: `https://HOST[:PORT][/PATH]`. The port is that of the scheme (443, 80) unless it is written. Never with credentials. A
   * host that readers of URLs
   * would take for another one, such as `010.0.0.1`, is refused.
   */
  readonly url: string;

  /**
   * How the connection is secured.
   *
   * @default - with `https` the chain and the name of the server's certificate are verified
   */
  readonly tls?: DestinationTlsOptions;

  /**
   * How what is sent is compressed.
   *
   * @default - gzip, except for plain HTTP, where not every server knows it
   */
  readonly compression?: LogCompression;
}
