import { LogFilterOptions } from './log-filter-options';

/**
 * Where a text is read from.
 */
export interface LogParseOptions extends LogFilterOptions {
  /**
   * The field with the text, at the top of the record.
   *
   * @default log
   */
  readonly field?: string;
}
