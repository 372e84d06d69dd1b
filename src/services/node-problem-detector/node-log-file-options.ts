/**
 * How the lines of a log file are read.
 */
export interface NodeLogFileOptions {
  /**
   * Where the time is in a line, as a regular expression (RE2), which may have a group: `^.{15}`. Lines without it are passed over.
   */
  readonly timestamp: string;

  /**
   * The time as Go spells it: `Jan _2 15:04:05`, `2006-01-02T15:04:05Z07:00`.
   */
  readonly timestampFormat: string;

  /**
   * The message in a line, as a regular expression with a group. Lines without it are passed over.
   *
   * @default - the whole line
   */
  readonly message?: string;
}
