import { basicAuth, compression, connection, delivery, headers, requireAuth } from './remote';
import { sortedEntries, Wire } from '../../../private/wire';
import { LogCompression } from '../../log-compression';
import { SpecOf } from '../../private/destination-spec';
import { OutputContext } from '../output-context';
import { plainText } from '../text';

export function otlpHttpOutput(spec: SpecOf<'otlpHttp'>, context: OutputContext): Wire {
  const { options, endpoint } = spec;
  const { auth } = options;
  requireAuth(auth, ['basic', 'bearer'], context);
  const attributes = sortedEntries(options.resourceAttributes);
  return {
    name: 'opentelemetry',
    ...connection(spec, context),
    logs_uri: endpoint.path || '/v1/logs',
    logs_body_key: `$${plainText(options.bodyField ?? 'log', 'bodyField')}`,
    // without it every other field of the record is lost
    logs_body_key_attributes: true,
    // by itself the plugin writes a line into its log for each request that succeeds
    log_level: 'warn',
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...compression(options.compression, LogCompression.GZIP, [LogCompression.GZIP, LogCompression.ZSTD], context),
    ...headers(options, auth, context),
    ...delivery(options),
    processors: attributes.length === 0 ? undefined : {
      logs: [
        { name: 'opentelemetry_envelope' },
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
