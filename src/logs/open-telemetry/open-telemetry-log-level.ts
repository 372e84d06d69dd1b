/**
 * How much the OpenTelemetry Collector says of itself.
 */
export enum OpenTelemetryLogLevel {
  /** Errors. */
  ERROR = 'error',
  /** And what may become one. */
  WARN = 'warn',
  /** And what it does. */
  INFO = 'info',
  /** And how. */
  DEBUG = 'debug',
}
