import { Size } from 'cdk8s';
import { DestinationTlsOptions } from '../destination-tls-options';
import { LogDestinationOptions } from '../log-destination-options';

/**
 * The format of syslog messages.
 */
export enum SyslogFormat {
  /** RFC 5424. */
  RFC5424 = 'rfc5424',
  /** RFC 3164, the older one of BSD. */
  RFC3164 = 'rfc3164',
}

/**
 * A syslog server. A message holds the text of the line alone, with the node as its host.
 */
export interface SyslogDestinationOptions extends LogDestinationOptions {
  /**
   * Where it is: `tls://HOST[:PORT]`, `tcp://HOST[:PORT]` or `udp://HOST[:PORT]`. The port is 6514 with TLS and 514 without, unless it is
   * written. With UDP, messages that are
   * lost on the way are lost.
   */
  readonly url: string;

  /**
   * How the connection is secured.
   *
   * @default - with `tls` the chain and the name of the server's certificate are verified
   */
  readonly tls?: DestinationTlsOptions;

  /**
   * The format.
   *
   * @default SyslogFormat.RFC5424
   */
  readonly format?: SyslogFormat;

  /**
   * The name of the application: 1 to 48 printable characters of ASCII without blanks.
   *
   * @default kubernetes
   */
  readonly appName?: string;

  /**
   * The facility, 0 to 23: 1 for messages of users, 16 for `local0`.
   *
   * @default 1
   */
  readonly facility?: number;

  /**
   * The severity, 0 (emergency) to 7 (debug).
   *
   * @default 6
   */
  readonly severity?: number;

  /**
   * How long a message may be. What is longer is cut.
   *
   * @default - 2048 bytes, 1024 with RFC 3164
   */
  readonly maxSize?: Size;
}
