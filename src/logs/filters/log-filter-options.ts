/**
 * What can be said of any filter.
 */
export interface LogFilterOptions {
  /**
   * The inputs whose lines it sees, by name.
   *
   * @default - all
   */
  readonly inputs?: string[];
}
