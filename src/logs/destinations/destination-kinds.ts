import { cloudWatchDestination, s3Destination } from './aws-destinations';
import { ElasticsearchDestinationOptions } from './elasticsearch-destination-options';
import { fileDestination } from './file-destination';
import { HttpDestinationOptions } from './http-destination-options';
import { kafkaDestination } from './kafka-destination';
import { lokiDestination } from './loki-destination';
import { OpenSearchDestinationOptions } from './open-search-destination-options';
import { OtlpGrpcDestinationOptions } from './otlp-grpc-destination-options';
import { OtlpHttpDestinationOptions } from './otlp-http-destination-options';
import { remoteDestination } from './remote-destination';
import { datadogDestination, forwardDestination, pathlessDestination, syslogDestination } from './socket-destinations';
import { SplunkHecDestinationOptions } from './splunk-hec-destination-options';
import { StdoutDestinationOptions } from './stdout-destination-options';
import { VectorDestinationOptions } from './vector-destination-options';
import { FlagSource, valueOf } from '../../private/default-row';
import { wholeSeconds } from '../../private/duration';
import { LOG_DEFAULTS } from '../defaults';
import { SearchIndex } from '../search-index';

/**
 * Each kind of destination, described once: it takes the options, refuses what is wrong whatever collector sends there, and knows the
 * defaults that every collector shares, which depend on the feature flags of the cluster. A further kind is a row here; the compiler then
 * asks for its output in every collector, and the type check of the tests for its factory in `LogDestination`.
 */
export const DESTINATIONS = {
  loki: lokiDestination,
  elasticsearch: (options: ElasticsearchDestinationOptions) => ({
    ...remoteDestination(options),
    index: (cluster: FlagSource) => options.index ?? SearchIndex.dataStream(valueOf(LOG_DEFAULTS.searchIndices, cluster).dataStream),
  }),
  openSearch: (options: OpenSearchDestinationOptions) => ({
    ...remoteDestination(options),
    index: (cluster: FlagSource) => options.index ?? SearchIndex.daily(valueOf(LOG_DEFAULTS.searchIndices, cluster).daily),
  }),
  otlpHttp: (options: OtlpHttpDestinationOptions) => remoteDestination(options, { path: '/v1/logs' }),
  otlpGrpc: (options: OtlpGrpcDestinationOptions) => pathlessDestination(options),
  splunkHec: (options: SplunkHecDestinationOptions) => pathlessDestination(options),
  kafka: kafkaDestination,
  s3: s3Destination,
  cloudWatch: cloudWatchDestination,
  datadog: datadogDestination,
  forward: forwardDestination,
  vector: (options: VectorDestinationOptions) => pathlessDestination(options),
  syslog: syslogDestination,
  http: (options: HttpDestinationOptions) => ({
    ...remoteDestination(options, { path: '/', compression: 'http' }),
    responseSeconds: options.responseTimeout && wholeSeconds(options.responseTimeout, '`responseTimeout`', 1),
  }),
  file: fileDestination,
  stdout: (options: StdoutDestinationOptions) => ({ options }),
} satisfies { readonly [kind: string]: (options: never) => { readonly options: StdoutDestinationOptions } };

export type DestinationKind = keyof typeof DESTINATIONS;

/** A destination of one kind as data. Collectors translate it. */
export type DestinationOf<Kind extends DestinationKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & ReturnType<(typeof DESTINATIONS)[Each]>;
}[Kind];

/** A factory for each kind: what `LogDestination` has. */
export type DestinationFactories<Destination> = {
  readonly [Kind in DestinationKind]: (options: Parameters<(typeof DESTINATIONS)[Kind]>[0]) => Destination;
};
