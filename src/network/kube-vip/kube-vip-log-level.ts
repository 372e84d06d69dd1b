/**
 * How much kube-vip logs.
 */
export enum KubeVipLogLevel {
  /** Every step. */
  DEBUG = 'debug',
  /** Elections, and which addresses are announced. */
  INFO = 'info',
  /** What may need attention. */
  WARN = 'warn',
  /** Errors alone. */
  ERROR = 'error',
}
