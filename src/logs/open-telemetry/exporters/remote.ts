import { OutputContext } from './output';
import { hostText } from '../../../private/address';
import { valueOf } from '../../../private/default-row';
import { bytesOf } from '../../../private/size';
import { compact, sortedEntries, Wire } from '../../../private/wire';
import { DestinationHeaderOptions } from '../../destination-header-options';
import { DestinationTlsOptions } from '../../destination-tls-options';
import { DeliveredDestination } from '../../destinations/delivery';
import { RemoteDestination } from '../../destinations/remote-destination';
import { EndpointDestinationOptions } from '../../endpoint-destination-options';
import { DestinationContext } from '../../private/destination-context';
import { OPEN_TELEMETRY_DEFAULTS } from '../defaults';
import { STORAGE } from '../layout';
import { joined, optionalText, plainText } from '../text';

/** The URL of the destination, with another path where one is given. */
export function urlOf({ endpoint }: RemoteDestination<EndpointDestinationOptions>, path: string = endpoint.path): string {
  const { tls, host, port } = endpoint;
  const unusualPort = port === (tls ? 443 : 80) ? '' : `:${port}`;
  return plainText(`${tls ? 'https' : 'http'}://${hostText(host)}${unusualPort}${path}`, 'the URL');
}

/** What secures a connection; undefined where nothing was said. */
export function tlsOf(tls: DestinationTlsOptions = {}, context: DestinationContext): Wire | undefined {
  const { caCertificate, clientCertificate, clientKey } = tls;
  const settings = compact({
    ca_file: caCertificate && context.file('ca.crt', path => caCertificate._at(path)),
    cert_file: clientCertificate && context.file('tls.crt', path => clientCertificate._fileAt(path)),
    key_file: clientKey && context.file('tls.key', path => clientKey._fileAt(path)),
    server_name_override: optionalText(tls.serverName, 'serverName'),
    insecure_skip_verify: tls.insecureSkipVerify || undefined,
  });
  return Object.keys(settings).length > 0 ? settings : undefined;
}

/** How the connection is secured, and how long a request may take. */
export function connection({
  options: { tls }, compression,
}: RemoteDestination<EndpointDestinationOptions>, context: DestinationContext): Wire {
  return { timeout: timeout(context), compression: compression(context.cluster), tls: tlsOf(tls, context) };
}

/** How long a request may take. */
export function timeout({ cluster }: DestinationContext): string {
  return `${valueOf(OPEN_TELEMETRY_DEFAULTS.wait, cluster).timeoutSeconds}s`;
}

/** Headers in the order of their names; those from Secrets by reference. */
export function headers(
  options: DestinationHeaderOptions, context: DestinationContext, own: { readonly [name: string]: string } = {},
): Wire {
  const all = {
    ...own,
    ...Object.fromEntries(sortedEntries(options.headers).map(([name, value]) => [name, plainText(value, `the header '${name}'`)])),
    ...Object.fromEntries(sortedEntries(options.secretHeaders).map(([name, key]) =>
      [name, joined(`the header '${name}'`, { reference: context.secret(`header_${name}`, key) })])),
  };
  return { headers: Object.fromEntries(sortedEntries(all)) };
}

/** How long it is tried. */
export function retries({ retry }: DeliveredDestination, output: OutputContext): Wire {
  const { initialSeconds, maxSeconds } = waitOf(output);
  return {
    retry_on_failure: retry(output.context.cluster).limit === 0 ? { enabled: false }
      : { enabled: true, initial_interval: `${initialSeconds}s`, max_interval: `${maxSeconds}s`, max_elapsed_time: '0s' },
  };
}

/** The wait between two tries. */
export function waitOf({ context, scale: { retryWait } }: OutputContext): { readonly initialSeconds: number; readonly maxSeconds: number } {
  return retryWait === undefined ? valueOf(OPEN_TELEMETRY_DEFAULTS.wait, context.cluster)
    : { initialSeconds: retryWait.baseSeconds, maxSeconds: retryWait.capSeconds };
}

/** How large a request is, and how long it is waited for. */
export interface Batch {
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly flushSeconds: number;
}

/** How much may wait meanwhile. When it is full, reading waits. */
export function queue({ bufferLimit }: DeliveredDestination, { context: { cluster }, scale }: OutputContext, own?: Batch): Wire {
  const usual = valueOf(OPEN_TELEMETRY_DEFAULTS.batch, cluster);
  const { minBytes, maxBytes, flushSeconds } = own ?? { ...usual, flushSeconds: scale.flushSeconds ?? usual.flushSeconds };
  const size = bytesOf(bufferLimit(cluster));
  return {
    sending_queue: {
      enabled: true,
      storage: STORAGE,
      sizer: 'bytes',
      queue_size: size,
      block_on_overflow: true,
      batch: { sizer: 'bytes', flush_timeout: `${flushSeconds}s`, min_size: Math.min(minBytes, Math.floor(size / 4)), max_size: maxBytes },
    },
  };
}
