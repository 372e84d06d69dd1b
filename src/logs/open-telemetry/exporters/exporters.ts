import { authNeedsContrib } from './auth';
import { lokiExporter, otlpHttpExporter } from './otlp';
import { Output, OutputContext, Translation } from './output';
import { elasticsearchExporter, openSearchExporter } from './search';
import { compact } from '../../../private/wire';
import { DestinationKind, DestinationOf } from '../../destinations/destination-kinds';
import { distributionOf } from '../components';

/** A translation for each kind of destination; `support.ts` says which of them are never asked for. */
type Exporters = { readonly [Kind in DestinationKind]: (destination: DestinationOf<Kind>, context: OutputContext) => Translation };

const NONE = { extensions: {}, processors: {} };

const EXPORTERS: Exporters = {
  loki: lokiExporter,
  elasticsearch: elasticsearchExporter,
  openSearch: openSearchExporter,
  otlpHttp: otlpHttpExporter,
  http: () => ({ settings: {}, ...NONE }),
  // by itself it writes into the log of the collector, which leaves records out when there are many
  stdout: () => ({ settings: { verbosity: 'normal', use_internal_logger: false }, ...NONE }),
};

/** The exporter of each kind of destination. */
const TYPES: { readonly [Kind in DestinationKind]: string } = {
  loki: 'otlp_http', elasticsearch: 'elasticsearch', openSearch: 'opensearch', otlpHttp: 'otlp_http', http: 'nop', stdout: 'debug',
};

/** Whether the image must be that of `contrib`. */
export function needsContrib({ kind, options }: DestinationOf<DestinationKind>): boolean {
  const auth = 'auth' in options ? options.auth : undefined;
  return distributionOf('exporters', TYPES[kind]) === 'contrib' || auth !== undefined && authNeedsContrib(auth);
}

/** A destination as an exporter. */
export function outputOf(destination: DestinationOf<DestinationKind>, context: OutputContext): Output {
  const { settings, ...rest } = EXPORTERS[destination.kind](destination as never, context);
  return { type: TYPES[destination.kind], settings: compact(settings), ...rest };
}
