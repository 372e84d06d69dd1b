import { CaCertificate } from './ca-certificate';
import { SecretKey } from './secret-key';

/**
 * How the connection to a destination is secured. It is TLS when, and only when, the URL begins with `https`.
 */
export interface DestinationTlsOptions {
  /**
   * The authorities that may sign the certificate of the server.
   *
   * @default - those that the image of the collector brings
   */
  readonly caCertificate?: CaCertificate;

  /**
   * The certificate that the agent shows. Needs `clientKey`.
   *
   * @default - none is shown
   */
  readonly clientCertificate?: SecretKey;

  /**
   * The private key of `clientCertificate`.
   *
   * @default - no certificate is shown
   */
  readonly clientKey?: SecretKey;

  /**
   * The name that the certificate of the server must carry, and that is sent to the server (SNI).
   *
   * @default - the host of the URL
   */
  readonly serverName?: string;

  /**
   * Accepts any certificate, and so anyone who answers. For a first try, never for logs that matter.
   *
   * @default false - the chain and the name are verified. Fluent Bit by itself verifies the chain alone, which any certificate of a public
   * authority passes
   */
  readonly insecureSkipVerify?: boolean;
}
