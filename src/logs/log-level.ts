/**
 * How severe a line is.
 */
export enum LogLevel {
  /** Every step. */
  TRACE = 'trace',
  /** For developers. */
  DEBUG = 'debug',
  /** What happens. */
  INFO = 'info',
  /** What happens and is worth a look. */
  NOTICE = 'notice',
  /** What may become an error. */
  WARN = 'warn',
  /** What went wrong. */
  ERROR = 'error',
  /** What stops the program; also fatal, alert and emergency. */
  CRITICAL = 'critical',
}
