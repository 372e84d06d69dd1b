/**
 * Details of TLS in the exporter itself.
 */
export interface MetricsTlsOptions {
  /**
   * The key of the certificate in the Secret.
   *
   * @default tls.crt
   */
  readonly certificateKey?: string;

  /**
   * The key of the private key in the Secret.
   *
   * @default tls.key
   */
  readonly privateKeyKey?: string;

  /**
   * The key of the certificate authority in the Secret that clients must have a certificate of: `ca.crt`. The kubelet has none, so that it
   * can only see whether the port is open.
   *
   * @default - clients need no certificate: what they send and read is encrypted, but anyone may ask
   */
  readonly clientCaKey?: string;
}
