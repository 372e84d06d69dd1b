/**
 * How much Vector says of itself.
 */
export enum VectorLogLevel {
  /** Nothing. */
  OFF = 'off',
  /** Errors. */
  ERROR = 'error',
  /** And what may become one. */
  WARN = 'warn',
  /** And what it does. */
  INFO = 'info',
  /** And how. */
  DEBUG = 'debug',
  /** And every event. */
  TRACE = 'trace',
}
