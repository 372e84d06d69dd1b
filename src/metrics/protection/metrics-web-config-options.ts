/**
 * Details of a web configuration of your own.
 */
export interface MetricsWebConfigOptions {
  /**
   * The key of the configuration in the Secret.
   *
   * @default web-config.yaml
   */
  readonly key?: string;

  /**
   * Whether the configuration switches TLS on.
   *
   * @default true
   */
  readonly https?: boolean;
}
