import { awsAuthOf } from './aws';
import { authOf, bufferOf, retriesOf, urlTlsOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationAuth } from '../../destination-auth';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { SearchIndex } from '../../search-index';
import { unconfined, VectorRelease } from '../releases';
import { dateText, optionalText } from '../text';
import { vrlText, vrlValue } from '../vrl';

/** A field that no document can have, because Elasticsearch keeps it for itself: Vector takes it out of the document. */
const ID_FIELD = '_id';

export function elasticsearchSink(destination: DestinationOf<'elasticsearch'>, context: DestinationContext, release: VectorRelease): Sink {
  const { options: { auth } } = destination;
  const sink = searchSink(destination, context, release);
  return {
    ...sink,
    wire: {
      ...sink.wire,
      // by itself Vector asks the server at the start, and guesses where that fails
      api_version: 'v8',
      request: {
        ...sink.wire.request,
        ...auth?.kind === 'apiKey' && { headers: { Authorization: `ApiKey ${context.secret('api_key', auth._details.token!)}` } },
      },
    },
  };
}

export function openSearchSink(destination: DestinationOf<'openSearch'>, context: DestinationContext, release: VectorRelease): Sink {
  const { options: { auth } } = destination;
  const isServerless = isAws(auth) && (auth!._details.aws?.service ?? valueOf(LOG_DEFAULTS.awsServices, context.cluster).search) === 'aoss';
  const sink = searchSink(destination, context, release);
  return {
    ...sink,
    wire: { ...sink.wire, ...isServerless ? { opensearch_service_type: 'serverless' } : { api_version: 'v8' } },
  };
}

type SearchDestination = DestinationOf<'elasticsearch' | 'openSearch'>;

function searchSink(destination: SearchDestination, context: DestinationContext, release: VectorRelease): Sink {
  const { options, endpoint } = destination;
  const index = destination.index(context.cluster);
  const ids = options.idsFromContent ?? index.kind !== 'dataStream';
  const prefix = index._daily.prefixFrom && vrlValue(context.known(index._daily.prefixFrom, '`prefixFrom`')._source);
  return {
    program: [
      ...prefix === undefined ? [] : [
        `prefix = downcase(to_string(${prefix}) ?? "")`,
        `%prefix = if prefix != "" { prefix } else { ${vrlText(index.name)} }`,
      ],
      // a label `app` and a label `app.kubernetes.io/name` cannot both be a field: dots mean nesting
      ...options.replaceDots ?? valueOf(LOG_DEFAULTS.replaceDots, context.cluster)
        ? ['. = map_keys(., recursive: true) -> |key| { replace(key, ".", "_") }']
        : [],
      ...ids ? [`.${ID_FIELD} = sha3(encode_json(.), variant: "SHA3-256")`] : [],
    ].map(line => `${line}\n`).join('') || undefined,
    wire: {
      type: 'elasticsearch',
      endpoints: [`${originOf(destination)}${endpoint.path}`],
      mode: 'bulk',
      bulk: { action: ids && index.kind !== 'dataStream' ? 'index' : 'create', index: indexText(index) },
      id_key: ids ? ID_FIELD : undefined,
      pipeline: optionalText(options.pipeline, 'pipeline'),
      // documents that the server had no room for are sent again, without those that it took or refused
      request_retry_partial: true,
      compression: destination.compression(context.cluster),
      ...prefix !== undefined && unconfined(release),
      ...isAws(options.auth) ? {
        auth: { strategy: 'aws', ...awsAuthOf(options.auth!, context) },
        aws: { region: options.auth!._details.region },
      } : { auth: authOf(options.auth, context) },
      tls: urlTlsOf(destination, context),
      request: retriesOf(destination, context),
      buffer: bufferOf(destination, context),
    } satisfies Wire,
  };
}

function indexText(index: SearchIndex): string {
  if (index.kind !== 'daily') {return index.name;}
  const { prefixFrom, dateFormat = '%Y.%m.%d' } = index._daily;
  return `${prefixFrom === undefined ? index.name : '{{ %prefix }}'}-${dateText(dateFormat, 'dateFormat')}`;
}

function isAws(auth: DestinationAuth | undefined): boolean {
  return auth?.kind === 'aws' || auth?.kind === 'awsKeys';
}
