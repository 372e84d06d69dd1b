import { consoleSink } from './console';
import { elasticsearchSink, openSearchSink } from './elasticsearch';
import { httpSink } from './http';
import { lokiSink } from './loki';
import { otlpHttpSink } from './opentelemetry';
import { Sink } from './sink';
import { compact } from '../../../private/wire';
import { DestinationKind, DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { VectorRelease } from '../releases';

/** A translation for each kind of destination. */
export type Sinks = {
  readonly [Kind in DestinationKind]: (destination: DestinationOf<Kind>, context: DestinationContext, release: VectorRelease) => Sink;
};

const SINKS: Sinks = {
  loki: lokiSink,
  elasticsearch: elasticsearchSink,
  openSearch: openSearchSink,
  otlpHttp: otlpHttpSink,
  http: httpSink,
  stdout: consoleSink,
};

/** A destination as a sink, without its inputs. */
export function sinkOf(destination: DestinationOf<DestinationKind>, context: DestinationContext, release: VectorRelease): Sink {
  const { program, wire } = SINKS[destination.kind](destination as never, context, release);
  return { program, wire: compact(wire) };
}
