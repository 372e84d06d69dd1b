import { sortedEntries, Wire } from '../../../private/wire';
import { DestinationAuth } from '../../destination-auth';
import { DestinationHeaderOptions } from '../../destination-header-options';
import { RemoteDestination } from '../../destinations/remote-destination';
import { LogCompression } from '../../log-compression';
import { TextPart } from '../../private/config-text';
import { DestinationContext } from '../../private/destination-context';
import { RetryPolicy } from '../../retry-policy';
import { joined, optionalText, plainText, sizeText } from '../text';

/** Where the destination is, and how the connection is secured. */
export function connection({ endpoint, options }: RemoteDestination, context: DestinationContext): Wire {
  const { tls = {} } = options;
  const { clientCertificate, clientKey } = tls;
  return {
    host: endpoint.host,
    port: endpoint.port,
    ...endpoint.tls && {
      'tls': true,
      'tls.verify': !tls.insecureSkipVerify,
      'tls.verify_hostname': !tls.insecureSkipVerify,
      'tls.vhost': optionalText(tls.serverName, 'serverName'),
      'tls.ca_file': tls.caCertificate && context.file('ca.crt', path => tls.caCertificate!._at(path)),
      'tls.crt_file': clientCertificate && context.file('tls.crt', path => clientCertificate._fileAt(path)),
      'tls.key_file': clientKey && context.file('tls.key', path => clientKey._fileAt(path)),
    },
  };
}

export function compression(destination: RemoteDestination, { cluster }: DestinationContext): Wire {
  const kind = destination.compression(cluster);
  return { compress: kind === LogCompression.NONE ? undefined : kind };
}

/** Headers in the order of their names; those from Secrets by reference. */
export function headers(options: DestinationHeaderOptions, auth: DestinationAuth | undefined, context: DestinationContext): Wire {
  const all = [
    ...sortedEntries(options.headers).map(([name, value]) => header(name, value)),
    ...sortedEntries(options.secretHeaders).map(([name, key]) => header(name, { reference: context.secret(`header_${name}`, key) })),
    ...auth?.kind === 'bearer' ? [header('Authorization', 'Bearer ', { reference: context.secret('token', auth._details.token!) })] : [],
  ];
  return { header: all.sort() };
}

function header(name: string, ...value: TextPart[]): string {
  return joined(`the header '${name}'`, `${name} `, ...value);
}

/** A user name and a password. */
export function basicAuth(auth: DestinationAuth, context: DestinationContext): Wire {
  const { userName, userKey, password } = auth._details;
  return {
    http_user: userKey === undefined ? plainText(userName!, 'the user name') : context.secret('user', userKey),
    http_passwd: context.secret('password', password!),
  };
}

/** How long it is tried, and how much may wait meanwhile. */
export function delivery({ bufferLimit, retry }: RemoteDestination, { cluster }: DestinationContext): Wire {
  return { 'storage.total_limit_size': sizeText(bufferLimit(cluster)), 'retry_limit': retryLimit(retry(cluster)) };
}

function retryLimit({ limit }: RetryPolicy): string | number {
  return limit === Infinity ? 'no_limits' : limit === 0 ? 'no_retries' : limit;
}
