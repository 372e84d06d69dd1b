import { awsKeys } from './auth';
import { OutputContext, Translation } from './output';
import { queue, retries } from './remote';
import { fail } from '../../../private/agent-error';
import { valueOf } from '../../../private/default-row';
import { compact, Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationAuth } from '../../destination-auth';
import { DestinationOf } from '../../destinations/destination-kinds';
import { LogCompression } from '../../log-compression';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { OPEN_TELEMETRY_DEFAULTS } from '../defaults';
import { NODE_NAME } from '../layout';
import { optionalText, plainText } from '../text';

/** The storage classes that the exporter takes. */
const STORAGE_CLASSES = ['STANDARD', 'STANDARD_IA', 'ONEZONE_IA', 'INTELLIGENT_TIERING', 'GLACIER', 'DEEP_ARCHIVE'];

/** An object is a request of OTLP in JSON: the exporter has no plain records. */
export function s3Exporter(destination: DestinationOf<'s3'>, output: OutputContext): Translation {
  const { options: { bucket, auth, keyPrefix, storageClass }, endpoint, compression, retry } = destination;
  const { context } = output;
  const { cluster } = context;
  const standard = valueOf(LOG_DEFAULTS.s3, cluster);
  const objectBytes = destination.objectBytes ?? standard.objectBytes;
  if (storageClass !== undefined
    && !STORAGE_CLASSES.includes(storageClass)) {refuse('takes another storage class', storageClass, STORAGE_CLASSES.join(', '));}
  const uploader: Wire = {
    ...identity(auth, context),
    s3_bucket: bucket,
    s3_prefix: keyPrefix ?? standard.keyPrefix,
    s3_partition_format: '%Y/%m/%d/%H',
    file_prefix: `\${env:${NODE_NAME}}-`,
    // by itself a number of nine digits, which two nodes of a fleet may have both
    unique_key_func_name: 'uuidv7',
    storage_class: storageClass,
    compression: compression(cluster) === LogCompression.NONE ? undefined : compression(cluster),
    ...endpoint && {
      endpoint: originOf({ endpoint }),
      s3_force_path_style: true,
    },
    ...retry(cluster).limit === 0 ? { retry_mode: 'nop' } : {
      retry_mode: 'standard', retry_max_attempts: 0, retry_max_backoff: `${valueOf(OPEN_TELEMETRY_DEFAULTS.s3WaitSeconds, cluster)}s`,
    },
  };
  const { sending_queue: waiting } = queue(destination, output, {
    minBytes: objectBytes, maxBytes: objectBytes, flushSeconds: destination.uploadSeconds ?? standard.uploadSeconds,
  });
  return {
    settings: {
      s3uploader: compact(uploader),
      marshaler: 'otlp_json',
      // a limit would end the tries, of which the client of Amazon has a number for all requests together
      timeout: '0s',
      sending_queue: { ...waiting, num_consumers: 1 },
    },
    extensions: {},
    processors: {},
  };
}

/** How long events can be kept, as far as the exporter knows. */
const UNKNOWN_RETENTION = 1096;

/** An event is a record in JSON: its body, its attributes and those of its resource. */
export function cloudWatchExporter(destination: DestinationOf<'cloudWatch'>, output: OutputContext): Translation {
  const { auth, logGroup, logStreamPrefix, retentionDays } = destination.options;
  if (retentionDays === UNKNOWN_RETENTION) {
    refuse('does not know this number of days', String(retentionDays), 'every other number of days');
  }
  return {
    settings: {
      ...identity(auth, output.context),
      log_group_name: logGroup,
      log_stream_name: `${logStreamPrefix === undefined ? '' : `${logStreamPrefix}-`}\${env:${NODE_NAME}}`,
      log_retention: retentionDays,
      ...retries(destination, output),
      ...queue(destination, output),
    },
    extensions: {},
    processors: {},
  };
}

function identity(auth: DestinationAuth, context: DestinationContext): Wire {
  const { region, aws = {} } = auth._details;
  awsKeys(auth, context);
  return {
    region: plainText(region!, 'the region'), role_arn: optionalText(aws.roleArn, 'roleArn'),
    external_id: optionalText(aws.externalId, 'externalId'),
  };
}

function refuse(what: string, given: string, allowed: string): never {
  fail({
    code: 'invalid-destination', what: `the exporter of the OpenTelemetry Collector ${what}`, given, allowed,
    fix: 'choose one of those, or use another collector',
  });
}
