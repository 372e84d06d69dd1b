import { authNeedsContrib } from './auth';
import { cloudWatchExporter, s3Exporter } from './aws';
import { datadogExporter } from './datadog';
import { fileExporter } from './file';
import { kafkaExporter } from './kafka';
import { lokiExporter, otlpGrpcExporter, otlpHttpExporter } from './otlp';
import { Output, OutputContext, Translation } from './output';
import { elasticsearchExporter, openSearchExporter } from './search';
import { splunkHecExporter } from './splunk-hec';
import { syslogExporter } from './syslog';
import { compact } from '../../../private/wire';
import { DestinationKind, DestinationOf } from '../../destinations/destination-kinds';
import { distributionOf } from '../components';

/** A translation for each kind of destination that it can do. */
type Exporters = { readonly [Kind in Done]: (destination: DestinationOf<Kind>, context: OutputContext) => Translation };

/** Kinds that `support.ts` answers for: the others are refused before anyone asks for them. */
type Done = Exclude<DestinationKind, 'forward' | 'vector' | 'http'>;

const NONE = { extensions: {}, processors: {} };

const EXPORTERS: Exporters = {
  loki: lokiExporter,
  elasticsearch: elasticsearchExporter,
  openSearch: openSearchExporter,
  otlpHttp: otlpHttpExporter,
  otlpGrpc: otlpGrpcExporter,
  kafka: kafkaExporter,
  splunkHec: splunkHecExporter,
  s3: s3Exporter,
  cloudWatch: cloudWatchExporter,
  datadog: datadogExporter,
  syslog: syslogExporter,
  file: fileExporter,
  // by itself it writes into the log of the collector, which leaves records out when there are many
  stdout: () => ({ settings: { verbosity: 'normal', use_internal_logger: false }, ...NONE }),
};

/** The exporter of each kind of destination. */
const TYPES: { readonly [Kind in Done]: string } = {
  loki: 'otlp_http',
  elasticsearch: 'elasticsearch',
  openSearch: 'opensearch',
  otlpHttp: 'otlp_http',
  otlpGrpc: 'otlp_grpc',
  kafka: 'kafka',
  splunkHec: 'splunk_hec',
  s3: 'awss3',
  cloudWatch: 'awscloudwatchlogs',
  datadog: 'otlp_http',
  syslog: 'syslog',
  file: 'file',
  stdout: 'debug',
};

/** Whether the image must be that of `contrib`. */
export function needsContrib({ kind, options }: DestinationOf<DestinationKind>): boolean {
  const auth = 'auth' in options && kind !== 'kafka' ? options.auth : undefined;
  return distributionOf('exporters', TYPES[kind as Done] ?? '') === 'contrib' || auth !== undefined && authNeedsContrib(auth);
}

/** A destination as an exporter. */
export function outputOf(destination: DestinationOf<DestinationKind>, context: OutputContext): Output {
  const { settings, ...rest } = EXPORTERS[destination.kind as Done](destination as never, context);
  return { type: TYPES[destination.kind as Done], settings: compact(settings), ...rest };
}
