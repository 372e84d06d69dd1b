import { Choice, Choices } from './choice';
import { DestinationKind, DestinationOf } from '../destinations/destination-kinds';
import { RemoteDestination } from '../destinations/remote-destination';
import { LogCompression } from '../log-compression';

const auth: Choice<'basic' | 'bearer' | 'apiKey' | 'aws' | 'oauth2', RemoteDestination> = {
  values: ['basic', 'bearer', 'apiKey', 'aws', 'oauth2'],
  asked: ({ options }) => options.auth === undefined ? [] : [options.auth.kind as 'basic'],
};

/** `NONE` is what every collector can do. */
const compression: Choice<Exclude<`${LogCompression}`, 'none'>, RemoteDestination> = {
  values: ['gzip', 'zstd', 'snappy'],
  asked: (destination, cluster) => [destination.compression(cluster)].flatMap(kind => kind === LogCompression.NONE ? [] : [kind]),
};

const lineFormat: Choice<'json' | 'keyValue' | 'message', DestinationOf<'loki'>> = {
  values: ['json', 'keyValue', 'message'],
  asked: ({ options }) => options.lineFormat === undefined ? [] : [options.lineFormat],
};

const format: Choice<'json_lines' | 'json' | 'json_stream' | 'msgpack', DestinationOf<'http'>> = {
  values: ['json_lines', 'json', 'json_stream', 'msgpack'],
  asked: ({ options }) => options.format === undefined ? [] : [options.format],
};

/** Documents whose ids are made from their content. In a data stream they can only be created, and one that is there already is an error. */
const idsFromContent: Choice<'dataStream' | 'daily' | 'named', DestinationOf<'elasticsearch' | 'openSearch'>> = {
  values: ['dataStream', 'daily', 'named'],
  asked: ({ options, index }, cluster) => options.idsFromContent ? [index(cluster).kind as 'daily'] : [],
};

/** The options of each kind of destination in which collectors differ. */
export const DESTINATION_CHOICES = {
  loki: { auth, compression, lineFormat },
  elasticsearch: { auth, compression, idsFromContent },
  openSearch: { auth, compression, idsFromContent },
  otlpHttp: { auth, compression },
  http: { auth, compression, format },
  stdout: {},
} satisfies { readonly [Kind in DestinationKind]: Choices<DestinationOf<Kind>> };

export type DestinationChoices = typeof DESTINATION_CHOICES;
