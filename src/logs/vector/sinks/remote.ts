import { fail } from '../../../private/agent-error';
import { valueOf } from '../../../private/default-row';
import { bytesOf } from '../../../private/size';
import { compact, sortedEntries, Wire } from '../../../private/wire';
import { DestinationAuth } from '../../destination-auth';
import { DestinationHeaderOptions } from '../../destination-header-options';
import { DestinationTlsOptions } from '../../destination-tls-options';
import { DeliveredDestination } from '../../destinations/delivery';
import { DestinationContext } from '../../private/destination-context';
import { Endpoint } from '../../private/endpoint';
import { VECTOR_DEFAULTS } from '../defaults';
import { plainText, templateText } from '../text';

/** The smallest buffer that Vector keeps on a disk: two data files, and a ledger. */
const SMALLEST_BUFFER = 268_435_488;

/** How a connection by TLS is secured. */
export function tlsOf(tls: DestinationTlsOptions = {}, context: DestinationContext): Wire {
  const { caCertificate, clientCertificate, clientKey, serverName, insecureSkipVerify } = tls;
  return compact({
    ca_file: caCertificate && context.file('ca.crt', path => caCertificate._at(path)),
    crt_file: clientCertificate && context.file('tls.crt', path => clientCertificate._fileAt(path)),
    key_file: clientKey && context.file('tls.key', path => clientKey._fileAt(path)),
    server_name: serverName === undefined ? undefined : plainText(serverName, 'serverName'),
    verify_certificate: insecureSkipVerify ? false : undefined,
    verify_hostname: insecureSkipVerify ? false : undefined,
  });
}

/** A destination behind a URL. */
interface Connected {
  readonly endpoint: Endpoint;
  readonly options: { readonly tls?: DestinationTlsOptions };
}

/** The same for a destination behind a URL, whose scheme says whether it is by TLS. */
export function urlTlsOf({ endpoint, options }: Connected, context: DestinationContext): Wire | undefined {
  return endpoint.tls ? tlsOf(options.tls, context) : undefined;
}

/** A user name and a password, or a token. */
export function authOf(auth: DestinationAuth | undefined, context: DestinationContext): Wire | undefined {
  const { token } = auth?._details ?? {};
  switch (auth?.kind) {
    case 'basic': return { strategy: 'basic', ...userOf(auth, context) };
    case 'bearer': return { strategy: 'bearer', token: context.secret('token', token!) };
    default: return undefined;
  }
}

interface User { readonly user: string; readonly password: string }

/** A user name and a password. */
export function userOf({ _details: details }: DestinationAuth, context: DestinationContext): User {
  const { userName, userKey, password } = details;
  return {
    user: userKey === undefined ? plainText(userName!, 'the user name') : context.secret('user', userKey),
    password: context.secret('password', password!),
  };
}

/** Headers in the order of their names; those from Secrets by reference. Vector reads templates in them. */
export function headersOf(options: DestinationHeaderOptions, context: DestinationContext): { [name: string]: string } {
  const all = [
    ...sortedEntries(options.headers).map(([name, value]): [string, string] => [name, templateText(value, `the header '${name}'`)]),
    ...sortedEntries(options.secretHeaders).map(([name, key]): [string, string] => [name, context.secret(`header_${name}`, key)]),
  ];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How often a request is sent again. By itself it is until it is taken. */
export function retriesOf({ retry }: DeliveredDestination, { cluster }: DestinationContext): Wire {
  const { limit } = retry(cluster);
  return limit === Infinity ? {} : { retry_attempts: limit };
}

/** What may wait on the disk of the node. */
export function bufferOf({ bufferLimit }: DeliveredDestination, { cluster, name }: DestinationContext): Wire {
  const size = bytesOf(bufferLimit(cluster));
  if (size < SMALLEST_BUFFER) {
    fail({
      code: 'invalid-destination',
      what: `the buffer of the destination '${name}' is smaller than Vector can keep on a disk`,
      given: `${size} bytes`,
      allowed: `at least ${SMALLEST_BUFFER} bytes`,
      fix: 'give it Size.mebibytes(257) or more',
    });
  }
  return { type: 'disk', max_size: size, when_full: valueOf(VECTOR_DEFAULTS.buffer, cluster) };
}
