import { basicAuth, compression, connection, delivery, headers, JOURNAL_TEXT } from './remote';
import { signature } from './signature';
import { valueOf } from '../../../private/default-row';
import { sortedEntries, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { fieldName, plainText } from '../text';

export function otlpHttpOutput(destination: DestinationOf<'otlpHttp'>, context: DestinationContext): Wire {
  return otlp(destination, { logs_uri: destination.endpoint.path }, context);
}

/** By itself gRPC switches HTTP/2 on and says so in the log. */
export function otlpGrpcOutput(destination: DestinationOf<'otlpGrpc'>, context: DestinationContext): Wire {
  return otlp(destination, { grpc: true, http2: 'on' }, context);
}

function otlp(destination: DestinationOf<'otlpHttp' | 'otlpGrpc'>, protocol: Wire, context: DestinationContext): Wire {
  const { options } = destination;
  const { auth } = options;
  const attributes = sortedEntries(options.resourceAttributes);
  const bodyField = options.bodyField ?? valueOf(LOG_DEFAULTS.otlpBodyField, context.cluster);
  const textFields = bodyField === 'log' ? [JOURNAL_TEXT] : [];
  return {
    name: 'opentelemetry',
    ...connection(destination, context),
    ...protocol,
    logs_body_key: `$${fieldName(bodyField, 'bodyField')}`,
    // without it every other field of the record is lost
    logs_body_key_attributes: true,
    // by itself the plugin writes a line into its log for each request that succeeds
    log_level: 'warn',
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...auth?.kind === 'aws' && signature(auth, valueOf(LOG_DEFAULTS.awsServices, context.cluster).otlp),
    ...compression(destination, context),
    ...headers(options, auth, context),
    ...delivery(destination, context),
    processors: textFields.length + attributes.length === 0 ? undefined : {
      logs: [
        ...textFields,
        ...attributes.length === 0 ? [] : [{ name: 'opentelemetry_envelope' }],
        ...attributes.map(([key, value]) => ({
          name: 'content_modifier',
          context: 'otel_resource_attributes',
          action: 'upsert',
          key: plainText(key, 'an attribute of the resource'),
          value: plainText(value, `the attribute '${key}' of the resource`),
        })),
      ],
    },
  };
}
