/**
 * How the time of a record is written.
 */
export enum LogDateFormat {
  /** `2026-01-31T12:00:00.123456Z`. */
  ISO8601 = 'iso8601',
  /** Seconds since 1970. */
  EPOCH = 'epoch',
  /** Milliseconds since 1970. */
  EPOCH_MS = 'epoch_ms',
  /** Seconds since 1970, with a fraction. */
  DOUBLE = 'double',
}
