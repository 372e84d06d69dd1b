import { Choice, Choices } from './choice';
import { DestinationAuth } from '../destination-auth';
import { CompressedDestination, DeliveredDestination } from '../destinations/delivery';
import { DestinationKind, DestinationOf } from '../destinations/destination-kinds';
import { SyslogFormat } from '../destinations/syslog-destination-options';
import { LogCompression } from '../log-compression';

const auth: Choice<'basic' | 'bearer' | 'apiKey' | 'aws' | 'awsKeys' | 'oauth2', {
  readonly options: { readonly auth?: DestinationAuth };
}> = {
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

/** What a role of another account may ask for. */
const role: Choice<'externalId', DestinationOf<'s3' | 'cloudWatch'>> = {
  values: ['externalId'],
  asked: ({ options: { auth: { _details: { aws } } } }) => aws?.externalId === undefined ? [] : ['externalId'],
};

/** Connections that are secured in a way of their own. */
const ownTls: Choice<'own', DestinationOf<'s3'>> = { values: ['own'], asked: ({ options }) => options.tls === undefined ? [] : ['own'] };

const group: Choice<'fromLine', DestinationOf<'cloudWatch'>> = {
  values: ['fromLine'],
  asked: ({ options }) => options.logGroupFrom === undefined ? [] : ['fromLine'],
};

const transport: Choice<'tls' | 'tcp' | 'udp', DestinationOf<'syslog'>> = {
  values: ['tls', 'tcp', 'udp'], asked: ({ endpoint }) => [endpoint.scheme],
};

const syslogFormat: Choice<`${SyslogFormat}`, DestinationOf<'syslog'>> = {
  values: ['rfc5424', 'rfc3164'],
  asked: ({ options }) => options.format === undefined ? [] : [options.format],
};

/** A limit for the length of a message. */
const size: Choice<'own', DestinationOf<'syslog'>> = {
  values: ['own'], asked: ({ options }) => options.maxSize === undefined ? [] : ['own'],
};

const rotation: Choice<'size', DestinationOf<'file'>> = {
  values: ['size'],
  asked: ({ options }) => options.rotateSize === undefined && options.rotateFiles === undefined ? [] : ['size'],
};

/** Tries that are counted. */
const retry: Choice<'times', DeliveredDestination> = {
  values: ['times'],
  asked: ({ options: { retry: given } }) => given === undefined || [Infinity, 0].includes(given.limit) ? [] : ['times'],
};

/** Streams that the agent decides on, and not Loki. */
const labels: Choice<'byAgent', DestinationOf<'loki'>> = {
  values: ['byAgent'],
  asked: ({ options }) => options.labels === undefined ? [] : ['byAgent'],
};

const tenant: Choice<'fromLine', DestinationOf<'loki'>> = {
  values: ['fromLine'],
  asked: ({ options }) => options.tenantFrom === undefined ? [] : ['fromLine'],
};

const prefix: Choice<'fromLine', DestinationOf<'elasticsearch' | 'openSearch'>> = {
  values: ['fromLine'],
  asked: ({ index }, cluster) => index(cluster)._daily.prefixFrom === undefined ? [] : ['fromLine'],
};

const pipeline: Choice<'byName', DestinationOf<'elasticsearch' | 'openSearch'>> = {
  values: ['byName'],
  asked: ({ options }) => options.pipeline === undefined ? [] : ['byName'],
};

/** The options of each kind of destination in which collectors differ. */
export const DESTINATION_CHOICES = {
  loki: { auth, compression, lineFormat, labels, tenant, retry, headers },
  elasticsearch: { auth, compression, idsFromContent, prefix, pipeline, retry },
  openSearch: { auth, compression, idsFromContent, prefix, pipeline, retry },
  otlpHttp: { auth, compression, retry },
  otlpGrpc: { auth, compression, retry },
  splunkHec: { compression, retry },
  kafka: { compression, retry },
  s3: { auth: awsAuth, role, compression, retry, tls: ownTls },
  cloudWatch: { auth: awsAuth, role, retry, group },
  datadog: { compression, retry },
  forward: { compression },
  vector: { compression },
  syslog: { transport, format: syslogFormat, size, retry },
  http: { auth, compression, format },
  file: { rotation },
  stdout: {},
} satisfies { readonly [Kind in DestinationKind]: Choices<DestinationOf<Kind>> };

export type DestinationChoices = typeof DESTINATION_CHOICES;
