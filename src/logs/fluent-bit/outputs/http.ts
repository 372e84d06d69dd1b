import { basicAuth, compression, connection, delivery, headers } from './remote';
import { signature } from './signature';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationAuth } from '../../destination-auth';
import { DestinationOf } from '../../destinations/destination-kinds';
import { HttpLogMethod } from '../../destinations/http-destination-options';
import { DestinationContext } from '../../private/destination-context';
import { noSwitch, optionalText, plainText } from '../text';

export function httpOutput(destination: DestinationOf<'http'>, context: DestinationContext): Wire {
  const { options, endpoint } = destination;
  const { auth } = options;
  const standard = valueOf(LOG_DEFAULTS.http, context.cluster);
  return {
    'name': 'http',
    ...connection(destination, context),
    'uri': endpoint.path,
    'http_method': options.method === HttpLogMethod.PUT ? 'PUT' : undefined,
    'format': options.format ?? standard.format,
    'json_date_key': noSwitch(options.dateField ?? standard.dateField, 'dateField'),
    'json_date_format': options.dateFormat ?? standard.dateFormat,
    'http.response_timeout': destination.responseSeconds && `${destination.responseSeconds}s`,
    // by itself the plugin writes a line into its log for each request that succeeds
    'log_response_payload': false,
    'log_level': 'warn',
    ...auth?.kind === 'basic' && basicAuth(auth, context),
    ...auth?.kind === 'oauth2' && oauth2(auth, context),
    ...auth?.kind === 'aws' && signature(auth, valueOf(LOG_DEFAULTS.awsServices, context.cluster).http),
    ...compression(destination, context),
    ...headers(options, auth, context),
    ...delivery(destination, context),
  };
}

function oauth2({ _details: details }: DestinationAuth, context: DestinationContext): Wire {
  const { scope, audience } = details.oauth2!;
  return {
    'oauth2.enable': true,
    'oauth2.token_url': plainText(details.tokenUrl!, 'the URL of the token'),
    'oauth2.client_id': plainText(details.clientId!, 'the client id'),
    'oauth2.client_secret': context.secret('client_secret', details.clientSecret!),
    'oauth2.scope': optionalText(scope, 'scope'),
    'oauth2.audience': optionalText(audience, 'audience'),
  };
}
