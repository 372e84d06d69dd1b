import { fail } from '../../../private/agent-error';
import { FlagSource } from '../../../private/default-row';
import { bytesOf } from '../../../private/size';
import { sortedEntries, Wire } from '../../../private/wire';
import { DestinationAuth } from '../../destination-auth';
import { DestinationHeaderOptions } from '../../destination-header-options';
import { DestinationTlsOptions } from '../../destination-tls-options';
import { CompressedDestination, DeliveredDestination } from '../../destinations/delivery';
import { LogCompression } from '../../log-compression';
import { TextPart } from '../../private/config-text';
import { DestinationContext } from '../../private/destination-context';
import { Endpoint } from '../../private/endpoint';
import { RetryPolicy } from '../../retry-policy';
import { joined, optionalText, plainText, sizeText } from '../text';

/** Entries of the journal have their text in another field than lines. */
export const JOURNAL_TEXT: Wire = { name: 'modify', rename: 'MESSAGE log' };

/** Where a destination is, as far as all of them have it. */
interface Connected {
  readonly endpoint: Endpoint;
  readonly options: { readonly tls?: DestinationTlsOptions };
}

/** Where the destination is, and how the connection is secured. */
export function connection({ endpoint, options }: Connected, context: DestinationContext): Wire {
  return { host: endpoint.host, port: endpoint.port, ...endpoint.tls && tlsOf(options.tls, context) };
}

/** A connection by TLS that verifies the name of the server too. */
export function tlsOf(tls: DestinationTlsOptions = {}, context: DestinationContext): Wire {
  return {
    'tls': true,
    'tls.verify': !tls.insecureSkipVerify,
    'tls.verify_hostname': !tls.insecureSkipVerify,
    'tls.vhost': optionalText(tls.serverName, 'serverName'),
    ...tlsFiles(tls, context, ['tls.ca_file', 'tls.crt_file', 'tls.key_file']),
  };
}

/** The certificates, under the keys that the plugin has for authorities, the certificate of the agent and its key. */
export function tlsFiles(tls: DestinationTlsOptions, context: DestinationContext, keys: readonly [string, string, string]): Wire {
  const { caCertificate, clientCertificate, clientKey } = tls;
  return {
    [keys[0]]: caCertificate && context.file('ca.crt', path => caCertificate._at(path)),
    [keys[1]]: clientCertificate && context.file('tls.crt', path => clientCertificate._fileAt(path)),
    [keys[2]]: clientKey && context.file('tls.key', path => clientKey._fileAt(path)),
  };
}

export function compression(destination: CompressedDestination, { cluster }: DestinationContext): Wire {
  return { compress: compressionOf(destination, cluster) };
}

/** The name of the compression; undefined for none. */
export function compressionOf(destination: CompressedDestination, cluster: FlagSource): string | undefined {
  const kind = destination.compression(cluster);
  return kind === LogCompression.NONE ? undefined : kind;
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

/** Of a burst of 60,000 lines of 170 bytes, 5,000 KiB kept all but 162 while the destination took logs, and 10 MiB kept all. */
const LEAST_BUFFER_KIBIBYTES = 10_000;

/** How long it is tried, and how much may wait meanwhile. */
export function delivery({ bufferLimit, retry }: DeliveredDestination, { cluster, name }: DestinationContext): Wire {
  const limit = bufferLimit(cluster);
  const kibibytes = bytesOf(limit) / 1024;
  if (kibibytes < LEAST_BUFFER_KIBIBYTES) {
    fail({
      code: 'invalid-destination',
      what: `the buffer of the destination '${name}' is smaller than what is read at once, so that logs would be dropped without an outage`,
      given: `${kibibytes} KiB`,
      allowed: '10,000 KiB or more',
      fix: 'give it Size.mebibytes(64) or more',
    });
  }
  return { 'storage.total_limit_size': sizeText(limit), 'retry_limit': retryLimit(retry(cluster)) };
}

/** How often it is tried. */
export function retryLimit({ limit }: RetryPolicy): string | number {
  return limit === Infinity ? 'no_limits' : limit === 0 ? 'no_retries' : limit;
}
