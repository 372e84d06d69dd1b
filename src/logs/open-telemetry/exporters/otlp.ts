import { authOf } from './auth';
import { OutputContext, transform, Translation } from './output';
import { connection, headers, queue, retries, urlOf } from './remote';
import { valueOf } from '../../../private/default-row';
import { sortedEntries, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { hasOf, literal, optionalText, pathOf, plainText } from '../text';

export function otlpHttpExporter(destination: DestinationOf<'otlpHttp'>, { context }: OutputContext): Translation {
  const { options } = destination;
  return {
    ...otlpHttp(destination, urlOf(destination), context),
    processors: { ...resourceAttributes(options.resourceAttributes), ...body(options.bodyField, context) },
  };
}

export function otlpGrpcExporter(destination: DestinationOf<'otlpGrpc'>, { context }: OutputContext): Translation {
  const { options, endpoint: { host, port, tls } } = destination;
  const { setting, extensions } = authOf(options.auth, 'otlp', context);
  const secured = connection(destination, context);
  return {
    settings: {
      endpoint: plainText(`${host.includes(':') ? `[${host}]` : host}:${port}`, 'the URL'),
      ...secured,
      tls: tls ? secured.tls : { insecure: true },
      ...headers(options, context),
      ...setting,
      ...retries(destination, context),
      ...queue(destination, context),
    },
    extensions,
    processors: { ...resourceAttributes(options.resourceAttributes), ...body(options.bodyField, context) },
  };
}

/** Loki takes OTLP from release 3. What it makes labels of is its own setting: attributes of the resource that it knows by name. */
export function lokiExporter(destination: DestinationOf<'loki'>, { context }: OutputContext): Translation {
  const { options, endpoint } = destination;
  const tenant = optionalText(options.tenantId, 'tenantId');
  const url = urlOf(destination, endpoint.path.replace(/\/loki\/api\/v1\/push$/, '/otlp/v1/logs'));
  return {
    ...otlpHttp(destination, url, context, tenant === undefined ? {} : { 'X-Scope-OrgID': tenant }),
    processors: lokiMetadata(options, context),
  };
}

function otlpHttp(
  destination: DestinationOf<'otlpHttp' | 'loki'>, url: string, context: DestinationContext,
  ownHeaders: { readonly [name: string]: string } = {},
): Omit<Translation, 'processors'> {
  const { options } = destination;
  const { setting, extensions } = authOf(options.auth, 'otlp', context);
  return {
    settings: {
      logs_endpoint: url,
      ...connection(destination, context),
      ...headers(options, context, ownHeaders),
      ...setting,
      ...retries(destination, context),
      ...queue(destination, context),
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
  const path = `log.body[${literal(field)}]`;
  const has = `IsMap(log.body) and ${path} != nil`;
  const others = [`merge_maps(log.attributes, log.body, "insert") where ${has}`, `delete_key(log.attributes, ${literal(field)}) where ${has}`];
  return { transform: transform([...others, `set(log.body, ${path}) where ${has}`]) };
}

/** What Loki keeps beside a line are the attributes of a record. */
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
