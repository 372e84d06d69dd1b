import { Choice, Choices } from './choice';
import { DestinationAuth } from '../destination-auth';
import { CompressedDestination } from '../destinations/delivery';
import { DestinationKind, DestinationOf } from '../destinations/destination-kinds';
import { SyslogFormat } from '../destinations/syslog-destination-options';
import { LogCompression } from '../log-compression';

const auth: Choice<'basic' | 'bearer' | 'apiKey' | 'aws' | 'awsKeys' | 'oauth2', { readonly options: { readonly auth?: DestinationAuth } }> = {
  values: ['basic', 'bearer', 'apiKey', 'aws', 'awsKeys', 'oauth2'],
  asked: ({ options }) => options.auth === undefined ? [] : [options.auth.kind as 'basic'],
};

/** `NONE` is what every collector can do. */
const compression: Choice<Exclude<`${LogCompression}`, 'none'>, CompressedDestination> = {
  values: ['gzip', 'zstd', 'snappy'],
  asked: (destination, cluster) => [destination.compression(cluster)].flatMap(kind => kind === LogCompression.NONE ? [] : [kind]),
};

const lineFormat: Choice<'json' | 'keyValue' | 'message', DestinationOf<'loki'>> = {
  values: ['json', 'keyValue', 'message'],
  asked: ({ options }) => options.lineFormat === undefined ? [] : [options.lineFormat],
};

const headers: Choice<'own', DestinationOf<'loki'>> = {
  values: ['own'],
  asked: ({ options }) => Object.keys({ ...options.headers, ...options.secretHeaders }).length === 0 ? [] : ['own'],
};

const format: Choice<'json_lines' | 'json' | 'json_stream' | 'msgpack', DestinationOf<'http'>> = {
  values: ['json_lines', 'json', 'json_stream', 'msgpack'],
  asked: ({ options }) => options.format === undefined ? [] : [options.format],
};

/**
 * Documents whose ids are made from their content. In a data stream they can only be created, and one that is there already is an error.
 */
const idsFromContent: Choice<'dataStream' | 'daily' | 'named', DestinationOf<'elasticsearch' | 'openSearch'>> = {
  values: ['dataStream', 'daily', 'named'],
  asked: ({ options, index }, cluster) => options.idsFromContent ? [index(cluster).kind as 'daily'] : [],
};

const awsAuth: Choice<'aws' | 'awsKeys', DestinationOf<'s3' | 'cloudWatch'>> = {
  values: ['aws', 'awsKeys'],
  asked: ({ options }) => [options.auth.kind as 'aws'],
};

const transport: Choice<'tls' | 'tcp' | 'udp', DestinationOf<'syslog'>> = { values: ['tls', 'tcp', 'udp'], asked: ({ endpoint }) => [endpoint.scheme] };

const syslogFormat: Choice<`${SyslogFormat}`, DestinationOf<'syslog'>> = {
  values: ['rfc5424', 'rfc3164'],
  asked: ({ options }) => options.format === undefined ? [] : [options.format],
};

/** A limit for the length of a message. */
const size: Choice<'own', DestinationOf<'syslog'>> = { values: ['own'], asked: ({ options }) => options.maxSize === undefined ? [] : ['own'] };

const rotation: Choice<'size', DestinationOf<'file'>> = {
  values: ['size'],
  asked: ({ options }) => options.rotateSize === undefined && options.rotateFiles === undefined ? [] : ['size'],
};

/** The options of each kind of destination in which collectors differ. */
export const DESTINATION_CHOICES = {
  loki: { auth, compression, lineFormat, headers },
  elasticsearch: { auth, compression, idsFromContent },
  openSearch: { auth, compression, idsFromContent },
  otlpHttp: { auth, compression },
  otlpGrpc: { auth, compression },
  splunkHec: { compression },
  kafka: { compression },
  s3: { auth: awsAuth, compression },
  cloudWatch: { auth: awsAuth },
  datadog: { compression },
  forward: { compression },
  vector: { compression },
  syslog: { transport, format: syslogFormat, size },
  http: { auth, compression, format },
  file: { rotation },
  stdout: {},
} satisfies { readonly [Kind in DestinationKind]: Choices<DestinationOf<Kind>> };

export type DestinationChoices = typeof DESTINATION_CHOICES;
