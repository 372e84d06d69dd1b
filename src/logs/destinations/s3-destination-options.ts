import { Duration, Size } from 'cdk8s';
import { DestinationAuth } from '../destination-auth';
import { DestinationTlsOptions } from '../destination-tls-options';
import { LogCompression } from '../log-compression';
import { LogDestinationOptions } from '../log-destination-options';

/**
 * A bucket of Amazon S3, or of a store that speaks the same protocol. Objects hold a JSON object on each line, and are called
 * `PREFIX/YEAR/MONTH/DAY/HOUR/`, followed by what makes them unique. From the OpenTelemetry Collector each holds one request of OTLP in
 * JSON.
 */
export interface S3DestinationOptions extends LogDestinationOptions {
  /**
   * The bucket.
   */
  readonly bucket: string;

  /**
   * The region, and how the agent proves who it is: DestinationAuth.aws for the identity of the service account (IRSA or Pod Identity) or
   * the node,
   * DestinationAuth.awsKeys for stores without such identities.
   */
  readonly auth: DestinationAuth;

  /**
   * Where a store that is not Amazon's is: `https://HOST[:PORT]`. The bucket is then a part of the path.
   *
   * @default - S3 in the region
   */
  readonly endpoint?: string;

  /**
   * How the connection is secured.
   *
   * @default - the certificate of the server is verified. Fluent Bit verifies its chain, but not its name
   */
  readonly tls?: DestinationTlsOptions;

  /**
   * What the names of objects begin with, without `/` at its ends: letters, digits, and `/!_.*'()=-`.
   *
   * @default logs
   */
  readonly keyPrefix?: string;

  /**
   * How objects are compressed.
   *
   * @default LogCompression.GZIP
   */
  readonly compression?: LogCompression;

  /**
   * The storage class, such as `STANDARD_IA`.
   *
   * @default - that of the bucket
   */
  readonly storageClass?: string;

  /**
   * How large an object becomes before it is finished: 1 MB to 50 MB, before compression.
   *
   * @default Size.mebibytes(10)
   */
  readonly objectSize?: Size;

  /**
   * How long lines wait before the object is finished, however small it is.
   *
   * @default Duration.minutes(5)
   */
  readonly uploadInterval?: Duration;
}
