import { httpOutput } from './http';
import { lokiOutput } from './loki';
import { otlpHttpOutput } from './otlp-http';
import { elasticsearchOutput, openSearchOutput } from './search';
import { stdoutOutput } from './stdout';
import { compact, Wire } from '../../../private/wire';
import { DestinationSpec, SpecOf } from '../../private/destination-spec';
import { OutputContext } from '../output-context';

/** What each kind of destination is to Fluent Bit. A kind that is missing here is one that it cannot send to. */
const OUTPUTS: { readonly [Kind in DestinationSpec['kind']]?: (spec: SpecOf<Kind>, context: OutputContext) => Wire } = {
  loki: lokiOutput,
  elasticsearch: elasticsearchOutput,
  openSearch: openSearchOutput,
  otlpHttp: otlpHttpOutput,
  http: httpOutput,
  stdout: stdoutOutput,
};

/** A destination as an output, without what it matches. */
export function outputOf(spec: DestinationSpec, context: OutputContext): Wire {
  const translate = OUTPUTS[spec.kind] as ((spec: DestinationSpec, context: OutputContext) => Wire) | undefined;
  return compact(translate?.(spec, context) ?? context.refuse('there is no output for it', Object.keys(OUTPUTS).join(', '), 'choose another destination'));
}
