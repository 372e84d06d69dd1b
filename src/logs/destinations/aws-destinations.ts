import { CloudWatchDestinationOptions } from './cloud-watch-destination-options';
import { compressed, delivered } from './delivery';
import { requireMatch, requireWhole } from './required';
import { S3DestinationOptions } from './s3-destination-options';
import { requireTls } from './transport';
import { fail } from '../../private/agent-error';
import { wholeSeconds } from '../../private/duration';
import { bytesOf } from '../../private/size';
import { DestinationAuth } from '../destination-auth';
import { parseEndpoint, withoutPath } from '../private/endpoint';
import { requireLineSource } from '../private/log-source';

/** A bucket, of Amazon or not. */
export function s3Destination(options: S3DestinationOptions) {
  requireAws(options.auth);
  requireMatch(
    options.bucket, 'the name of a bucket', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, '3 to 63 lower case letters, digits, `.` and `-`',
  );
  if (options.keyPrefix !== undefined) {
    requireMatch(
      options.keyPrefix, 'what names of objects begin with', /^[A-Za-z0-9!_.*'()=-]+(\/[A-Za-z0-9!_.*'()=-]+)*$/,
      "letters, digits, and /!_.*'()=-, without `/` at its ends",
    );
  }
  if (options.storageClass !== undefined) {
    requireMatch(options.storageClass, 'a storage class', /^[A-Z][A-Z0-9_]*$/, 'capital letters, digits and `_`, such as STANDARD_IA');
  }
  const objectBytes = options.objectSize && bytesOf(options.objectSize);
  if (objectBytes !== undefined) {requireWhole(objectBytes / 1024, '`objectSize` in KiB', 1000, 48_000);}
  const uploadSeconds = options.uploadInterval && wholeSeconds(options.uploadInterval, '`uploadInterval`', 1);
  const endpoint = options.endpoint === undefined ? undefined
    : withoutPath(parseEndpoint(options.endpoint, 'the endpoint of the store'), options.endpoint, 'https://HOST[:PORT]');
  requireTls(options.tls, endpoint?.tls ?? true, options.endpoint ?? '', 'https');
  return { ...compressed(options), endpoint, objectBytes, uploadSeconds };
}

/** A group of CloudWatch Logs. */
export function cloudWatchDestination(options: CloudWatchDestinationOptions) {
  requireAws(options.auth);
  requireMatch(options.logGroup, 'a log group', /^[A-Za-z0-9_/.#-]{1,400}$/, 'letters, digits, `_`, `-`, `/`, `.` and `#`');
  if (options.logStreamPrefix !== undefined) {
    requireMatch(options.logStreamPrefix, 'a log stream', /^[A-Za-z0-9_/.#-]{1,200}$/, 'letters, digits, `_`, `-`, `/`, `.` and `#`');
  }
  if (options.logGroupFrom !== undefined) {
    requireLineSource(options.logGroupFrom._source, 'logGroupFrom', 'write it into `logGroup`, or use LogValue.namespaceName()');
  }
  if (options.retentionDays !== undefined && (!options.createGroup || !RETENTION.includes(options.retentionDays))) {
    fail({
      code: 'invalid-destination',
      what: 'events cannot be kept like this',
      given: `${options.retentionDays} days${options.createGroup ? '' : ' without `createGroup`'}`,
      allowed: `${RETENTION.join(', ')}, with \`createGroup\``,
      fix: 'choose one of those, or set the retention of the group elsewhere',
    });
  }
  return delivered(options);
}

const RETENTION = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

function requireAws({ kind, _details: { region } }: DestinationAuth): void {
  if (kind !== 'aws' && kind !== 'awsKeys') {
    fail({
      code: 'invalid-destination',
      what: 'Amazon asks for a signature',
      given: `DestinationAuth.${kind}`,
      allowed: 'DestinationAuth.aws, DestinationAuth.awsKeys',
      fix: "give `auth: DestinationAuth.aws('eu-west-1')`",
    });
  }
  requireMatch(region!, 'a region', /^[a-z0-9-]+$/, 'lower case letters, digits and `-`, such as eu-west-1');
}
