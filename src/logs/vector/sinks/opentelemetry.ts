import { transfer } from './http';
import { headersOf, retriesOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { compact, sortedEntries } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { TIME_FIELD } from '../record';
import { templateText } from '../text';
import { vrlPath, vrlText } from '../vrl';

export function otlpHttpSink(destination: DestinationOf<'otlpHttp'>, context: DestinationContext): Sink {
  const { options, endpoint } = destination;
  const { buffer, ...rest } = transfer(destination, context);
  return {
    program: otlpProgram(options.bodyField ?? valueOf(LOG_DEFAULTS.otlpBodyField, context.cluster), options.resourceAttributes ?? {}),
    wire: {
      type: 'opentelemetry',
      protocol: compact({
        type: 'http',
        uri: templateText(`${originOf(destination)}${endpoint.path}`, 'the URL'),
        method: 'post',
        // one message after the other is one message to a reader of Protocol Buffers
        encoding: { codec: 'otlp' },
        framing: { method: 'bytes' },
        ...rest,
        request: compact({ headers: headersOf(options, context), ...retriesOf(destination, context) }),
      }),
      buffer,
    },
  };
}

/** The record as OTLP has it: a body, and all other fields as attributes, with dots between the names of nested ones. */
function otlpProgram(bodyField: string, resource: { readonly [key: string]: string }): string {
  const attributes = sortedEntries(resource)
    .map(([key, value]) => `{ "key": ${vrlText(key)}, "value": { "stringValue": ${vrlText(value)} } }`);
  return `time = to_unix_timestamp(timestamp(."${TIME_FIELD}") ?? now(), unit: "nanoseconds")
del(."${TIME_FIELD}")
body = del(${vrlPath([bodyField])})
attributes = []
for_each(flatten(.)) -> |key, value| {
  attribute = if is_string(value) {
    { "stringValue": value }
  } else if is_boolean(value) {
    { "boolValue": value }
  } else if is_integer(value) {
    { "intValue": value }
  } else if is_float(value) {
    { "doubleValue": value }
  } else {
    { "stringValue": encode_json(value) }
  }
  if value != null {
    attributes = push(attributes, { "key": key, "value": attribute })
  }
}
entry = {
  "timeUnixNano": time,
  "observedTimeUnixNano": to_unix_timestamp(now(), unit: "nanoseconds"),
  "attributes": attributes,
}
if is_string(body) {
  entry.body = { "stringValue": body }
} else if body != null {
  entry.body = { "stringValue": encode_json(body) }
}
. = {
  "resourceLogs": [{
    "resource": { "attributes": [${attributes.join(', ')}] },
    "scopeLogs": [{ "logRecords": [entry] }],
  }],
}
`;
}
