import { authOf } from './auth';
import { OutputContext, Translation } from './output';
import { connection, headers, queue, retries, urlOf } from './remote';
import { valueOf } from '../../../private/default-row';
import { sortedEntries, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { authorityOf } from '../../private/endpoint';
import { hasOf, literal, optionalText, pathOf, plainText } from '../text';
import { bodyFrom, transform } from '../transform';

export function otlpHttpExporter(destination: DestinationOf<'otlpHttp'>, output: OutputContext): Translation {
  const { context } = output;
  const { options } = destination;
  return {
    ...otlpHttp(destination, urlOf(destination), output),
    processors: { ...resourceAttributes(options.resourceAttributes), ...body(options.bodyField, context) },
  };
}

export function otlpGrpcExporter(destination: DestinationOf<'otlpGrpc'>, output: OutputContext): Translation {
  const { context } = output;
  const { options, endpoint } = destination;
  const { setting, extensions } = authOf(options.auth, 'otlp', context);
  const secured = connection(destination, context);
  return {
    settings: {
      endpoint: plainText(authorityOf(endpoint), 'the URL'),
      ...secured,
      tls: endpoint.tls ? secured.tls : { insecure: true },
      ...headers(options, context),
      ...setting,
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions,
    processors: { ...resourceAttributes(options.resourceAttributes), ...body(options.bodyField, context) },
  };
}

/** Loki takes OTLP from release 3. What it makes labels of is its own setting: attributes of the resource that it knows by name. */
export function lokiExporter(destination: DestinationOf<'loki'>, output: OutputContext): Translation {
  const { context } = output;
  const { options, endpoint } = destination;
  const tenant = optionalText(options.tenantId, 'tenantId');
  const url = urlOf(destination, endpoint.path.replace(/\/loki\/api\/v1\/push$/, '/otlp/v1/logs'));
  return {
    ...otlpHttp(destination, url, output, tenant === undefined ? {} : { 'X-Scope-OrgID': tenant }),
    processors: lokiMetadata(options, context),
    sources: Object.values(options.structuredMetadata ?? {}).map(({ _source }) => _source),
  };
}

function otlpHttp(
  destination: DestinationOf<'otlpHttp' | 'loki'>, url: string, output: OutputContext, ownHeaders: { readonly [name: string]: string } = {},
): Omit<Translation, 'processors'> {
  const { context } = output;
  const { options } = destination;
  const { setting, extensions } = authOf(options.auth, 'otlp', context);
  return {
    settings: {
      logs_endpoint: url,
      ...connection(destination, context),
      ...headers(options, context, ownHeaders),
      ...setting,
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions,
  };
}

function resourceAttributes(attributes: { [key: string]: string } | undefined): { [type: string]: Wire } {
  const entries = sortedEntries(attributes);
  return entries.length === 0 ? {} : {
    resource: {
      attributes: entries.map(([key, value]) => ({
        key: plainText(key, 'an attribute of the resource'),
        value: plainText(value, `the attribute '${key}' of the resource`),
        action: 'upsert',
      })),
    },
  };
}

/** The body is the text of the line or its fields, unless one of them is to take their place: the others are attributes then. */
function body(field: string | undefined, { cluster }: DestinationContext): { [type: string]: Wire } {
  if (field === undefined || field === valueOf(LOG_DEFAULTS.otlpBodyField, cluster)) {return {};}
  return { transform: transform(bodyFrom(field)) };
}

/** What Loki keeps next to a line are the attributes of a record. */
function lokiMetadata(options: DestinationOf<'loki'>['options'], context: DestinationContext): { [type: string]: Wire } {
  const { structuredMetadata, removeFields = [] } = options;
  const sets = sortedEntries(structuredMetadata).map(([name, value]) => {
    const { _source: source } = context.known(value, `the structured metadata '${name}'`);
    return `set(log.attributes[${literal(name)}], ${pathOf(source)})${source.from === 'text' ? '' : ` where ${hasOf(source)}`}`;
  });
  const removals = [...removeFields].sort().flatMap(name =>
    [`delete_key(log.attributes, ${literal(name)})`, `delete_key(log.body, ${literal(name)}) where IsMap(log.body)`]);
  const statements = [...sets, ...removals];
  return statements.length === 0 ? {} : { transform: transform(statements) };
}
