/**
 * Options common to every filter.
 */
export interface LogFilterOptions {
  /**
   * The inputs whose lines it sees, by name.
   *
   * @default - all
   */
  readonly inputs?: string[];
}
