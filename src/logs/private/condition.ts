import { LogLevelName } from './log-levels';
import { LogSource } from './log-source';
import { PortablePattern } from './portable-pattern';

/** A condition as data. Collectors translate it. */
export type Condition =
  | { readonly is: 'oneOf'; readonly source: LogSource; readonly texts: readonly string[] }
  | { readonly is: 'matches'; readonly source: LogSource; readonly pattern: PortablePattern }
  | { readonly is: 'exists'; readonly source: LogSource }
  /** `source` in place of the usual fields. */
  | { readonly is: 'levelAtLeast'; readonly level: LogLevelName; readonly source?: LogSource }
  | { readonly is: 'all' | 'any'; readonly conditions: readonly Condition[] }
  | { readonly is: 'not'; readonly condition: Condition };

/** Everything that a condition looks at. */
export function sourcesOf(condition: Condition): LogSource[] {
  switch (condition.is) {
    case 'all':
    case 'any': return condition.conditions.flatMap(sourcesOf);
    case 'not': return sourcesOf(condition.condition);
    default: return condition.source === undefined ? [] : [condition.source];
  }
}
