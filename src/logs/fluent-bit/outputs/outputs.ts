import { httpOutput } from './http';
import { lokiOutput } from './loki';
import { otlpHttpOutput } from './otlp-http';
import { elasticsearchOutput, openSearchOutput } from './search';
import { compact, Wire } from '../../../private/wire';
import { DestinationKind, DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';

/** A translation for each kind of destination. Where Fluent Bit cannot do it, the translation says so by `context.refuse`. */
export type Outputs = { readonly [Kind in DestinationKind]: (destination: DestinationOf<Kind>, context: DestinationContext) => Wire };

const OUTPUTS: Outputs = {
  loki: lokiOutput,
  elasticsearch: elasticsearchOutput,
  openSearch: openSearchOutput,
  otlpHttp: otlpHttpOutput,
  http: httpOutput,
  stdout: () => ({ name: 'stdout', format: 'json_lines', json_date_key: 'date', json_date_format: 'iso8601' }),
};

/** A destination as an output, without what it matches. */
export function outputOf(destination: DestinationOf<DestinationKind>, context: DestinationContext): Wire {
  return compact(OUTPUTS[destination.kind](destination as never, context));
}
