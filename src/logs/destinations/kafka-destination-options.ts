import { DestinationAuth } from '../destination-auth';
import { DestinationTlsOptions } from '../destination-tls-options';
import { LogCompression } from '../log-compression';
import { LogDestinationOptions } from '../log-destination-options';

/**
 * The SASL mechanism by which a user name and a password are shown to Kafka.
 */
export enum KafkaSaslMechanism {
  /** The password itself: only with TLS. */
  PLAIN = 'PLAIN',
  /** SCRAM with SHA-256. */
  SCRAM_SHA_256 = 'SCRAM-SHA-256',
  /** SCRAM with SHA-512. */
  SCRAM_SHA_512 = 'SCRAM-SHA-512',
}

/**
 * A topic of Kafka, with a message in JSON for each record. The time of the record is in the field `@timestamp`. Every replica in sync
 * confirms each message.
 */
export interface KafkaDestinationOptions extends LogDestinationOptions {
  /**
   * Where the cluster is found: `HOST:PORT` of one broker or more.
   */
  readonly brokers: string[];

  /**
   * The topic: letters, digits, `.`, `_` and `-`, at most 249 of them.
   */
  readonly topic: string;

  /**
   * A user name and a password: DestinationAuth.basic or basicFrom.
   *
   * @default - not at all, or by the client certificate in `tls`
   */
  readonly auth?: DestinationAuth;

  /**
   * How the user name and the password are shown.
   *
   * @default KafkaSaslMechanism.SCRAM_SHA_512 - brokers then never see the password
   */
  readonly saslMechanism?: KafkaSaslMechanism;

  /**
   * How the connection is secured. `serverName` has no effect on Kafka, whose brokers name each other, and is refused.
   *
   * @default - the chain and the names of the brokers' certificates are verified
   */
  readonly tls?: DestinationTlsOptions;

  /**
   * Sends without TLS.
   *
   * @default false
   */
  readonly plaintext?: boolean;

  /**
   * How batches are compressed.
   *
   * @default LogCompression.GZIP
   */
  readonly compression?: LogCompression;
}
