import { basicAuth, compression, connection, delivery, headers, requireAuth } from './remote';
import { Wire } from '../../../private/wire';
import { DestinationAuth } from '../../destination-auth';
import { DestinationOf } from '../../destinations/destination-kinds';
import { HttpLogFormat, HttpLogMethod, LogDateFormat } from '../../destinations/http-destination-options';
import { LogCompression } from '../../log-compression';
import { DestinationContext } from '../../private/destination-context';
import { plainText } from '../text';

export function httpOutput(destination: DestinationOf<'http'>, context: DestinationContext): Wire {
  const { options, endpoint } = destination;
  const { auth } = options;
  requireAuth(auth, ['basic', 'bearer', 'oauth2'], context);
  return {
    'name': 'http',
    ...connection(destination, context),
    'uri': endpoint.path,
    'http_method': options.method === HttpLogMethod.PUT ? 'PUT' : undefined,
    'format': options.format ?? HttpLogFormat.JSON_LINES,
    'json_date_key': plainText(options.dateField ?? 'date', 'dateField'),
    'json_date_format': options.dateFormat ?? LogDateFormat.ISO8601,
    'http.response_timeout': options.responseTimeout && `${options.responseTimeout.toSeconds()}s`,
    // by itself the plugin writes a line into its log for each request that succeeds
    'log_response_payload': false,
    'log_level': 'warn',
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...auth?.kind === 'oauth2' && oauth2(auth, context),
    ...compression(destination, [LogCompression.GZIP, LogCompression.ZSTD, LogCompression.SNAPPY], context),
    ...headers(options, auth, context),
    ...delivery(destination),
  };
}

function oauth2({ _details: details }: DestinationAuth, context: DestinationContext): Wire {
  const { scope, audience } = details.oauth2!;
  return {
    'oauth2.enable': true,
    'oauth2.token_url': plainText(details.tokenUrl!, 'the URL of the token'),
    'oauth2.client_id': plainText(details.clientId!, 'the client id'),
    'oauth2.client_secret': context.secret('client_secret', details.clientSecret!),
    'oauth2.scope': scope && plainText(scope, 'scope'),
    'oauth2.audience': audience && plainText(audience, 'audience'),
  };
}
