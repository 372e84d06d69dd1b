import { awsAuthOf } from './aws';
import { authOf, bufferOf, headersOf, retriesOf, urlTlsOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { compact, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { HttpLogFormat, HttpLogMethod, LogDateFormat } from '../../destinations/http-destination-options';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { TIME_FIELD, timeProgram } from '../record';
import { templateText } from '../text';

const TIME = `."${TIME_FIELD}"`;

/** The time of a record, in each form. */
const DATES: { readonly [format in LogDateFormat]: string } = {
  [LogDateFormat.ISO8601]: `format_timestamp(${TIME}, "%Y-%m-%dT%H:%M:%S%.6fZ") ?? null`,
  [LogDateFormat.EPOCH]: `to_unix_timestamp(timestamp(${TIME}) ?? now())`,
  [LogDateFormat.EPOCH_MS]: `to_unix_timestamp(timestamp(${TIME}) ?? now(), unit: "milliseconds")`,
  [LogDateFormat.DOUBLE]: `to_float(to_unix_timestamp(timestamp(${TIME}) ?? now(), unit: "microseconds")) / 1000000.0`,
};

/** How events are put into a request. MessagePack has no row: Vector does not write it. */
const FRAMINGS: { readonly [format in HttpLogFormat]?: Wire } = {
  [HttpLogFormat.JSON_LINES]: { method: 'newline_delimited' },
  // by itself Vector writes one array with commas in between
  [HttpLogFormat.JSON_STREAM]: { method: 'bytes' },
};

export function httpSink(destination: DestinationOf<'http'>, context: DestinationContext): Sink {
  const { options, endpoint } = destination;
  const standard = valueOf(LOG_DEFAULTS.http, context.cluster);
  return {
    program: dateProgram(options.dateField ?? standard.dateField, options.dateFormat ?? standard.dateFormat as LogDateFormat),
    wire: {
      type: 'http',
      uri: templateText(`${originOf(destination)}${endpoint.path}`, 'the URL'),
      method: options.method === HttpLogMethod.PUT ? 'put' : undefined,
      encoding: { codec: 'json' },
      framing: FRAMINGS[options.format ?? standard.format as HttpLogFormat],
      ...transfer(destination, context),
      request: compact({
        headers: headersOf(options, context),
        ...retriesOf(destination, context),
        timeout_secs: destination.responseSeconds,
      }),
    },
  };
}

/** What the sinks that send over HTTP have in common. */
export function transfer(destination: DestinationOf<'http' | 'otlpHttp'>, context: DestinationContext): Wire {
  const { options: { auth } } = destination;
  return {
    compression: destination.compression(context.cluster),
    auth: auth?.kind === 'aws' || auth?.kind === 'awsKeys' ? {
      strategy: 'aws',
      service: auth._details.aws?.service
        ?? valueOf(LOG_DEFAULTS.awsServices, context.cluster)[destination.kind === 'http' ? 'http' : 'otlp'],
      auth: { ...awsAuthOf(auth, context), region: auth._details.region },
    } : authOf(auth, context),
    tls: urlTlsOf(destination, context),
    buffer: bufferOf(destination, context),
  };
}

/** A field with the time of the record, in its place or, where something still reads the time, next to it. */
export function dateProgram(field: string, format: LogDateFormat, time: 'moved' | 'kept' = 'moved'): string {
  return timeProgram(field, DATES[format], time);
}
