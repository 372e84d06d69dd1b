import { awsAuthOf } from './aws';
import { dateProgram } from './http';
import { bufferOf, retriesOf, tlsOf } from './remote';
import { Sink } from './sink';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationAuth } from '../../destination-auth';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogDateFormat } from '../../destinations/http-destination-options';
import { LogCompression } from '../../log-compression';
import { LogValue } from '../../log-value';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { unconfined, VectorRelease } from '../releases';
import { vrlText, vrlValue } from '../vrl';

const SUFFIXES: { readonly [compression in LogCompression]: string } = {
  [LogCompression.NONE]: '', [LogCompression.GZIP]: '.gz', [LogCompression.ZSTD]: '.zst', [LogCompression.SNAPPY]: '.sz',
};

/** A place for what sinks read of a record, outside of the record: %NAME. */
const NODE_PROGRAM = `%node = ${vrlValue(LogValue.nodeName()._source)}\n`;

export function s3Sink(destination: DestinationOf<'s3'>, context: DestinationContext): Sink {
  const { options, endpoint } = destination;
  const { cluster } = context;
  const standard = valueOf(LOG_DEFAULTS.s3, cluster);
  const { dateField, dateFormat } = valueOf(LOG_DEFAULTS.http, cluster);
  const compression = destination.compression(cluster);
  return {
    // the key of an object is made of the time of the record, so that it stays
    program: `${NODE_PROGRAM}${dateProgram(dateField, dateFormat as LogDateFormat, 'kept')}`,
    wire: {
      type: 'aws_s3',
      bucket: options.bucket,
      key_prefix: `${options.keyPrefix ?? standard.keyPrefix}/%Y/%m/%d/%H/{{ %node }}-`,
      filename_extension: `jsonl${SUFFIXES[compression]}`,
      encoding: { codec: 'json', except_fields: ['"@timestamp"'] },
      framing: { method: 'newline_delimited' },
      compression,
      storage_class: options.storageClass,
      ...identity(options.auth, context),
      endpoint: endpoint && originOf({ endpoint }),
      tls: options.tls && tlsOf(options.tls, context),
      batch: {
        max_bytes: destination.objectBytes ?? standard.objectBytes,
        timeout_secs: destination.uploadSeconds ?? standard.uploadSeconds,
      },
      request: retriesOf(destination, context),
      buffer: bufferOf(destination, context),
    },
  };
}

export function cloudWatchSink(destination: DestinationOf<'cloudWatch'>, context: DestinationContext, release: VectorRelease): Sink {
  const { options: { auth, logGroup, logGroupFrom, logStreamPrefix, createGroup = false, retentionDays } } = destination;
  const from = logGroupFrom && vrlValue(context.known(logGroupFrom, '`logGroupFrom`')._source);
  return {
    program: [
      ...from === undefined ? [] : [`group = to_string(${from}) ?? ""`, `%group = if group != "" { ${vrlText('/')} + group } else { "" }`],
      NODE_PROGRAM,
    ].join('\n'),
    wire: {
      type: 'aws_cloudwatch_logs',
      ...identity(auth, context),
      group_name: from === undefined ? logGroup : `${logGroup}{{ %group }}`,
      stream_name: `${logStreamPrefix === undefined ? '' : `${logStreamPrefix}-`}{{ %node }}`,
      create_missing_group: createGroup,
      create_missing_stream: true,
      retention: retentionDays === undefined ? undefined : { enabled: true, days: retentionDays },
      encoding: { codec: 'json' },
      // the name of the node is no text of a line
      ...logStreamPrefix === undefined && unconfined(release),
      request: retriesOf(destination, context),
      buffer: bufferOf(destination, context),
    },
  };
}

function identity(auth: DestinationAuth, context: DestinationContext): Wire {
  const details = awsAuthOf(auth, context);
  return { region: auth._details.region, auth: Object.keys(details).length === 0 ? undefined : details };
}
