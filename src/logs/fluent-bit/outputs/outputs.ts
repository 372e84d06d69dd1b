import { cloudWatchOutput, s3Output } from './aws';
import { datadogOutput } from './datadog';
import { fileOutput } from './file';
import { forwardOutput } from './forward';
import { httpOutput } from './http';
import { kafkaOutput } from './kafka';
import { lokiOutput } from './loki';
import { otlpGrpcOutput, otlpHttpOutput } from './otlp';
import { elasticsearchOutput, openSearchOutput } from './search';
import { splunkHecOutput } from './splunk-hec';
import { syslogOutput } from './syslog';
import { compact, Wire } from '../../../private/wire';
import { DestinationKind, DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';

/** A translation for each kind of destination. What Fluent Bit cannot do (its support says so) is never asked for. */
export type Outputs = { readonly [Kind in DestinationKind]: (destination: DestinationOf<Kind>, context: DestinationContext) => Wire };

const OUTPUTS: Outputs = {
  loki: lokiOutput,
  elasticsearch: elasticsearchOutput,
  openSearch: openSearchOutput,
  otlpHttp: otlpHttpOutput,
  otlpGrpc: otlpGrpcOutput,
  splunkHec: splunkHecOutput,
  kafka: kafkaOutput,
  s3: s3Output,
  cloudWatch: cloudWatchOutput,
  datadog: datadogOutput,
  forward: forwardOutput,
  vector: never,
  syslog: syslogOutput,
  http: httpOutput,
  file: fileOutput,
  stdout: () => ({ name: 'stdout', format: 'json_lines', json_date_key: 'date', json_date_format: 'iso8601' }),
};

function never(): never {
  throw new Error('a destination that the support of Fluent Bit refuses');
}

/** A destination as an output, without what it matches. */
export function outputOf(destination: DestinationOf<DestinationKind>, context: DestinationContext): Wire {
  return compact(OUTPUTS[destination.kind](destination as never, context));
}
