import { DestinationTlsOptions } from '../destination-tls-options';
import { LogCompression } from '../log-compression';
import { LogDestinationOptions } from '../log-destination-options';
import { SecretKey } from '../secret-key';

/**
 * The forward protocol: Fluentd, Fluent Bit, or the source `fluent` of Vector. The receiver acknowledges every chunk.
 */
export interface ForwardDestinationOptions extends LogDestinationOptions {
  /**
   * Where it is: `tls://HOST[:PORT]`, or `tcp://HOST[:PORT]` without TLS. The port is 24224 unless it is written.
   */
  readonly url: string;

  /**
   * How the connection is secured.
   *
   * @default - with `tls` the chain and the name of the server's certificate are verified
   */
  readonly tls?: DestinationTlsOptions;

  /**
   * The key that both sides share (`shared_key` of Fluentd's `<security>`).
   *
   * @default - the receiver asks for none
   */
  readonly sharedKey?: SecretKey;

  /**
   * How chunks are compressed.
   *
   * @default LogCompression.GZIP
   */
  readonly compression?: LogCompression;

  /**
   * The tag of all records: letters, digits, `.`, `_` and `-`.
   *
   * @default - Fluent Bit's own, such as `kube.var.log.containers.NAME.log`
   */
  readonly tag?: string;
}
