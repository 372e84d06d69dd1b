import { Endpoint } from './endpoint';
import { ElasticsearchDestinationOptions } from '../destinations/elasticsearch-destination-options';
import { HttpDestinationOptions } from '../destinations/http-destination-options';
import { LokiDestinationOptions } from '../destinations/loki-destination-options';
import { OpenSearchDestinationOptions } from '../destinations/open-search-destination-options';
import { OtlpHttpDestinationOptions } from '../destinations/otlp-http-destination-options';
import { StdoutDestinationOptions } from '../destinations/stdout-destination-options';

/** A destination as data: what was said, and where it is. Collectors translate it. */
export type DestinationSpec =
  | { readonly kind: 'loki'; readonly options: LokiDestinationOptions; readonly endpoint: Endpoint }
  | { readonly kind: 'elasticsearch'; readonly options: ElasticsearchDestinationOptions; readonly endpoint: Endpoint }
  | { readonly kind: 'openSearch'; readonly options: OpenSearchDestinationOptions; readonly endpoint: Endpoint }
  | { readonly kind: 'otlpHttp'; readonly options: OtlpHttpDestinationOptions; readonly endpoint: Endpoint }
  | { readonly kind: 'http'; readonly options: HttpDestinationOptions; readonly endpoint: Endpoint }
  | { readonly kind: 'stdout'; readonly options: StdoutDestinationOptions };

/** A destination behind a URL. */
export type RemoteSpec = Extract<DestinationSpec, { endpoint: Endpoint }>;

/** The destination of a kind. */
export type SpecOf<Kind extends DestinationSpec['kind']> = Extract<DestinationSpec, { kind: Kind }>;
