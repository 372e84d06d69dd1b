import { compressionOf, delivery, retryLimit, tlsFiles } from './remote';
import { valueOf } from '../../../private/default-row';
import { Wire } from '../../../private/wire';
import { LOG_DEFAULTS } from '../../defaults';
import { DestinationAuth } from '../../destination-auth';
import { DestinationOf } from '../../destinations/destination-kinds';
import { DestinationContext } from '../../private/destination-context';
import { originOf } from '../../private/endpoint';
import { STATE_PATH } from '../layout';
import { bytesText, fieldOf, NODE_NAME, optionalText, sizeText } from '../text';

/** Access keys from Secrets. The plugins of Amazon read them from the environment, each of them the same. */
export function awsKeys({ kind, _details: { accessKeyId, secretAccessKey } }: DestinationAuth, context: DestinationContext): void {
  if (kind !== 'awsKeys') {return;}
  context.sharedSecret('AWS_ACCESS_KEY_ID', accessKeyId!);
  context.sharedSecret('AWS_SECRET_ACCESS_KEY', secretAccessKey!);
}

export function s3Output(destination: DestinationOf<'s3'>, context: DestinationContext): Wire {
  const { options, endpoint, bufferLimit, retry } = destination;
  const { cluster } = context;
  const { keyPrefix, objectBytes, uploadSeconds } = valueOf(LOG_DEFAULTS.s3, cluster);
  const compression = compressionOf(destination, cluster);
  const { tls = {} } = options;
  return {
    'name': 's3',
    'bucket': options.bucket,
    ...identity(options.auth, context),
    'endpoint': endpoint && originOf({ endpoint }),
    'tls.verify': tls.insecureSkipVerify ? false : undefined,
    'tls.vhost': optionalText(tls.serverName, 'serverName'),
    ...tlsFiles(tls, context, ['tls.ca_file', 'tls.crt_file', 'tls.key_file']),
    's3_key_format': `/${options.keyPrefix ?? keyPrefix}/%Y/%m/%d/%H/${NODE_NAME}-$UUID.jsonl${SUFFIXES[compression ?? 'none']}`,
    'static_file_path': true,
    'format': 'json_lines',
    'json_date_key': 'date',
    'json_date_format': 'iso8601',
    'compression': compression,
    'storage_class': options.storageClass,
    'total_file_size': bytesText(destination.objectBytes ?? objectBytes),
    'upload_timeout': `${destination.uploadSeconds ?? uploadSeconds}s`,
    'use_put_object': true,
    // by itself below /tmp, which is neither writable nor kept; it has a limit of its own, in place of that of the storage
    'store_dir': `${STATE_PATH}/s3/${context.name}`,
    'store_dir_limit_size': sizeText(bufferLimit(cluster)),
    // to this plugin no limit means 5 tries, after which objects are put aside
    'retry_limit': retry(cluster).limit === Infinity ? ENDLESS : retryLimit(retry(cluster)),
  };
}

/** With at least two seconds between two tries, more than any node lives for. */
const ENDLESS = 100_000_000;

const SUFFIXES: { readonly [compression: string]: string } = { none: '', gzip: '.gz', zstd: '.zst', snappy: '.sz' };

export function cloudWatchOutput(destination: DestinationOf<'cloudWatch'>, context: DestinationContext): Wire {
  const { auth, logGroup, logGroupFrom, logStreamPrefix, createGroup = false, retentionDays } = destination.options;
  return {
    name: 'cloudwatch_logs',
    ...identity(auth, context),
    log_group_name: logGroup,
    log_group_template: logGroupFrom && `${logGroup}/${fieldOf(context.known(logGroupFrom, '`logGroupFrom`'), '`logGroupFrom`')}`,
    log_stream_name: `${logStreamPrefix === undefined ? '' : `${logStreamPrefix}-`}${NODE_NAME}`,
    auto_create_group: createGroup,
    log_retention_days: retentionDays,
    ...delivery(destination, context),
  };
}

function identity(auth: DestinationAuth, context: DestinationContext): Wire {
  const { region, aws = {} } = auth._details;
  awsKeys(auth, context);
  return { region, role_arn: optionalText(aws.roleArn, 'roleArn'), external_id: optionalText(aws.externalId, 'externalId') };
}
