import { cloudWatchSink, s3Sink } from './aws-sinks';
import { consoleSink } from './console';
import { datadogSink } from './datadog';
import { elasticsearchSink, openSearchSink } from './elasticsearch';
import { httpSink } from './http';
import { kafkaSink } from './kafka';
import { lokiSink } from './loki';
import { otlpHttpSink } from './opentelemetry';
import { Sink } from './sink';
import { splunkHecSink } from './splunk-hec';
import { syslogSink } from './syslog';
import { vectorSink } from './vector';
import { compact } from '../../../private/wire';
import { DestinationKind, DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { VectorRelease } from '../releases';

/** A translation for each kind of destination. What Vector cannot do (its support says so) is never asked for. */
export type Sinks = {
  readonly [Kind in DestinationKind]: (destination: DestinationOf<Kind>, context: DestinationContext, release: VectorRelease) => Sink;
};

const SINKS: Sinks = {
  loki: lokiSink,
  elasticsearch: elasticsearchSink,
  openSearch: openSearchSink,
  otlpHttp: otlpHttpSink,
  otlpGrpc: never,
  splunkHec: splunkHecSink,
  kafka: kafkaSink,
  s3: s3Sink,
  cloudWatch: cloudWatchSink,
  datadog: datadogSink,
  forward: never,
  vector: vectorSink,
  syslog: syslogSink,
  http: httpSink,
  file: never,
  stdout: consoleSink,
};

function never(): never {
  throw new Error('a destination that the support of Vector refuses');
}

/** A destination as a sink, without its inputs. */
export function sinkOf(destination: DestinationOf<DestinationKind>, context: DestinationContext, release: VectorRelease): Sink {
  const { program, wire } = SINKS[destination.kind](destination as never, context, release);
  return { program, wire: compact(wire) };
}
