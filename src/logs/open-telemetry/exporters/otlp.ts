import { authOf } from './auth';
import { OutputContext, transform, Translation } from './output';
import { connection, headers, queue, retries, urlOf } from './remote';
import { valueOf } from '../../../private/default-row';
import { sortedEntries, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { literal, optionalText, pathOf, plainText } from '../text';

export function otlpHttpExporter(destination: DestinationOf<'otlpHttp'>, { context }: OutputContext): Translation {
  const { options } = destination;
  return {
    ...otlpHttp(destination, urlOf(destination), context),
    processors: { ...resourceAttributes(options.resourceAttributes), ...body(options.bodyField, context) },
  };
}

export function otlpGrpcExporter(destination: DestinationOf<'otlpGrpc'>, { context }: OutputContext): Translation {
  const { options, endpoint: { host, port, tls } } = destination;
  const { setting, extensions } = authOf(options.auth, context);
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
export function lokiExporter(destination: DestinationOf<'loki'>, own: OutputContext): Translation {
  const { options, endpoint } = destination;
  const tenant = optionalText(options.tenantId, 'tenantId');
  const url = urlOf(destination, endpoint.path.replace(/\/loki\/api\/v1\/push$/, '/otlp/v1/logs'));
  return {
    ...otlpHttp(destination, url, own.context, tenant === undefined ? {} : { 'X-Scope-OrgID': tenant }),
    processors: { transform: transform(lokiMetadata(options, own)) },
  };
}

function otlpHttp(
  destination: DestinationOf<'otlpHttp' | 'loki'>, url: string, context: DestinationContext,
  ownHeaders: { readonly [name: string]: string } = {},
): Omit<Translation, 'processors'> {
  const { options } = destination;
  const { setting, extensions } = authOf(options.auth, context);
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

/** The body is the text of the line, unless a field is to take its place. */
function body(field: string | undefined, { cluster }: DestinationContext): { [type: string]: Wire } {
  if (field === undefined || field === valueOf(LOG_DEFAULTS.otlpBodyField, cluster)) {return {};}
  const path = `log.attributes[${literal(field)}]`;
  return { transform: transform([`set(log.body, ${path}) where ${path} != nil`, `delete_key(log.attributes, ${literal(field)})`]) };
}

/** Fields of JSON lines are not sent beside the line, which has them, since Loki refuses a line with more than 128 attributes. */
function lokiMetadata(options: DestinationOf<'loki'>['options'], { context, fieldNames }: OutputContext): string[] {
  const { structuredMetadata, removeFields } = options;
  const named = sortedEntries(structuredMetadata);
  const sets = named.map(([name, value]) => {
    const path = pathOf(context.known(value, `the structured metadata '${name}'`)._source);
    return `set(log.attributes[${literal(name)}], ${path})${value._source.from === 'text' ? '' : ` where ${path} != nil`}`;
  });
  const removed = new Set(removeFields);
  const kept = new Set(['log.iostream', 'log.file.path', ...fieldNames, ...named.map(([name]) => name)].filter(name => !removed.has(name)));
  return [...sets, `keep_keys(log.attributes, [${[...kept].map(literal).join(', ')}])`];
}
