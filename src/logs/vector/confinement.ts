import { Wire } from '../../private/wire';

/**
 * Options in which a field of the record must stand behind fixed text from 0.57 on, by sink; `*` is every key, and the keys of a map too:
 * `confine` in src/sinks of Vector.
 */
const CONFINED: { readonly [sink: string]: readonly string[] } = {
  aws_cloudwatch_logs: ['group_name', 'stream_name'],
  aws_s3: ['key_prefix', 'ssekms_key_id'],
  azure_blob: ['blob_prefix'],
  clickhouse: ['database', 'table'],
  elasticsearch: ['bulk.index', 'data_stream.type', 'data_stream.dataset', 'data_stream.namespace'],
  file: ['path'],
  gcp_cloud_storage: ['key_prefix'],
  http: ['uri', 'request.headers.*'],
  humio_logs: ['index', 'source'],
  kafka: ['topic'],
  loki: ['tenant_id', 'labels.*', 'structured_metadata.*'],
  nats: ['subject'],
  opentelemetry: ['protocol.uri', 'protocol.request.headers.*'],
  redis: ['key'],
  splunk_hec_logs: ['index', 'source', 'sourcetype'],
};

/** Templates of a sink with which Vector 0.57 does not start. `vector validate --no-environment` passes them. */
export function unconfinedTemplates(sink: Wire): Array<{ readonly option: string; readonly text: string }> {
  const { dangerously_allow_unconfined_template_resolution: allowed } = { ...sink, ...sink.protocol } as Wire;
  const options = Object.hasOwn(CONFINED, sink.type) && allowed !== true ? CONFINED[sink.type] : [];
  return options.flatMap(option => textsAt(sink, option.split('.')).filter(isUnconfined).map(text => ({ option, text })));
}

function textsAt(value: any, [part, ...rest]: readonly string[]): string[] {
  if (part === undefined) {return typeof value === 'string' ? [value] : [];}
  if (typeof value !== 'object' || value === null) {return [];}
  if (part !== '*') {return textsAt(value[part], rest);}
  return [...Object.keys(value), ...Object.values(value)].filter(each => typeof each === 'string');
}

/** A field without fixed text before it; `/` alone leads everywhere. A part of the time ends the fixed text too. */
function isUnconfined(text: string): boolean {
  const prefix = /^[^%]*?(?=\{\{|%)/.exec(text)?.[0] ?? text;
  return /\{\{[^}]+\}\}/.test(text) && (prefix === '' || prefix === '/');
}
