/**
 * How what is sent to a destination is compressed. Not every destination knows every kind.
 */
export enum LogCompression {
  /** Not at all. */
  NONE = 'none',
  /** gzip. */
  GZIP = 'gzip',
  /** Zstandard. */
  ZSTD = 'zstd',
  /** Snappy. */
  SNAPPY = 'snappy',
}
