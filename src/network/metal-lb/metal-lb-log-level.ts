/**
 * How much MetalLB logs.
 */
export enum MetalLbLogLevel {
  /** Everything. */
  ALL = 'all',
  /** What helps to find a mistake. */
  DEBUG = 'debug',
  /** What is announced, and what changes. */
  INFO = 'info',
  /** What may need attention. */
  WARN = 'warn',
  /** Errors alone. */
  ERROR = 'error',
  /** Nothing. */
  NONE = 'none',
}
