import { Extensions } from './auth';
import { Wire } from '../../../private/wire';
import { DestinationContext } from '../../private/destination-context';

/** What a destination is to the collector. */
export interface Output extends Translation {
  /** The type of its exporter. */
  readonly type: string;
}

/** The settings of an exporter, and what it needs in addition. */
export interface Translation {
  readonly settings: Wire;
  readonly extensions: Extensions;
  /** What happens to its records alone, by the type of the processor, in this order. */
  readonly processors: { readonly [type: string]: Wire };
}

/** What a translation knows in addition to its destination. */
export interface OutputContext {
  readonly context: DestinationContext;
}

/** Statements of OTTL; one that fails leaves the record as it is, and says nothing, since it would say it for each line. */
export function transform(statements: readonly string[]): Wire {
  return { error_mode: 'silent', log_statements: statements };
}
