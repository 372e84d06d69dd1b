/**
 * How much Fluent Bit says of itself.
 */
export enum FluentBitLogLevel {
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
}
