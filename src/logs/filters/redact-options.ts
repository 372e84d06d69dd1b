import { LogFilterOptions } from './log-filter-options';

/**
 * How parts of texts are replaced.
 */
export interface LogRedactOptions extends LogFilterOptions {
  /**
   * What stands in place of what was replaced: printable ASCII.
   *
   * @default ****
   */
  readonly replacement?: string;
}
