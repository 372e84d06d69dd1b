import { ebsTags } from './aws-ebs-tags';
import {
  AwsEbsFileSystem, AwsEbsLockMode, AwsEbsSnapshotParameters, AwsEbsVolumeParameters, AwsEbsVolumeType,
} from './aws-ebs-volume-parameters-options';
import { isWholeNumber } from '../../../private/whole-number';
import { parameterTexts, ParameterRules } from '../../private/parameter-rules';

/** Parameters in the spelling of the driver, which takes texts alone. */
type Texts = { [name: string]: string };

const { GP3, IO1, IO2 } = AwsEbsVolumeType;
const { EXT3, EXT4, XFS } = AwsEbsFileSystem;

/** The file systems that can have each of the options. */
const FORMATS: { readonly [option in keyof AwsEbsVolumeParameters]?: readonly AwsEbsFileSystem[] } = {
  blockSize: [EXT3, EXT4, XFS], inodeSize: [EXT3, EXT4, XFS], bytesPerInode: [EXT3, EXT4], numberOfInodes: [EXT3, EXT4],
  ext4BigAlloc: [EXT4], ext4ClusterSize: [EXT4], ext4EncryptionSupport: [EXT4],
};

/** The types that can have each of the options. */
const PERFORMANCE: { readonly [option in keyof AwsEbsVolumeParameters]?: readonly AwsEbsVolumeType[] } = {
  iops: [GP3, IO1, IO2], iopsPerGb: [GP3, IO1, IO2], raisesIops: [GP3, IO1, IO2], raisesIopsWithSize: [GP3, IO1, IO2], throughput: [GP3],
};

const COUNTS = [
  'iops', 'iopsPerGb', 'throughput', 'initializationRate', 'blockSize', 'inodeSize', 'bytesPerInode', 'numberOfInodes', 'ext4ClusterSize',
] as const satisfies ReadonlyArray<keyof AwsEbsVolumeParameters>;

/** The parameters of the driver for volumes. */
export function awsEbsVolumeParameters(options: AwsEbsVolumeParameters): Texts {
  const rules = new ParameterRules('volumes of EBS', options);
  rules.whole(COUNTS);
  rules.only('file system', options.fileSystem ?? EXT4, FORMATS);
  rules.only('volume type', options.type ?? GP3, PERFORMANCE);
  rules.notBoth('iops', 'iopsPerGb');
  rules.needs('raisesIops', 'iopsPerGb');
  rules.needs('raisesIopsWithSize', 'iopsPerGb');
  rules.needs('ext4ClusterSize', 'ext4BigAlloc');
  if (options.kmsKeyId !== undefined && options.encrypted === false) {
    rules.refuse('without encryption have no key', 'encrypted: false, kmsKeyId', 'one of them', 'leave `encrypted: false` out');
  }
  return parameterTexts({
    'csi.storage.k8s.io/fstype': options.fileSystem,
    'type': options.type,
    'iops': options.iops,
    'iopsPerGB': options.iopsPerGb,
    'allowAutoIOPSPerGBIncrease': options.raisesIops,
    'allowAutoIOPSIncreaseOnModify': options.raisesIopsWithSize,
    'throughput': options.throughput,
    // a key without the word for it would be taken as an unencrypted volume by anyone who reads the class
    'encrypted': options.encrypted ?? (options.kmsKeyId === undefined ? undefined : true),
    'kmsKeyId': options.kmsKeyId,
    'volumeInitializationRate': options.initializationRate,
    'blockAttachUntilInitialized': options.attachesWhenInitialized,
    'blockSize': options.blockSize,
    'inodeSize': options.inodeSize,
    'bytesPerInode': options.bytesPerInode,
    'numberOfInodes': options.numberOfInodes,
    'ext4BigAlloc': options.ext4BigAlloc,
    'ext4ClusterSize': options.ext4ClusterSize,
    'ext4EncryptionSupport': options.ext4EncryptionSupport,
    ...tagSpecifications(options.tags),
  });
}

/** The parameters of the driver for snapshots. */
export function awsEbsSnapshotParameters(options: AwsEbsSnapshotParameters): Texts {
  const { fastRestoreZones, lockMode, lockDuration, lockExpiration, lockCoolOff } = options;
  const rules = new ParameterRules('snapshots of EBS', options);
  rules.notBoth('lockDuration', 'lockExpiration');
  const isTimed = lockDuration !== undefined || lockExpiration !== undefined;
  if (isTimed !== (lockMode !== undefined)) {
    rules.refuse('are locked in a mode and until an end', isTimed ? 'an end, no lockMode' : `lockMode: ${lockMode}, no end`,
      'both or none', 'give `lockMode`, and `lockDuration` or `lockExpiration`');
  }
  if (lockCoolOff !== undefined && lockMode !== AwsEbsLockMode.COMPLIANCE) {
    rules.refuse('whose lock users can take away need no time for it', `lockCoolOff, lockMode: ${lockMode}`,
      'lockMode: AwsEbsLockMode.COMPLIANCE', 'leave `lockCoolOff` out');
  }
  const days = lockDuration?.toDays({ integral: false });
  const hours = lockCoolOff?.toHours({ integral: false });
  if (days !== undefined && !isWholeNumber(days, 1, MAX_LOCK_DAYS)) {
    rules.refuse('cannot be locked this long', `lockDuration: ${days} days`, `1 to ${MAX_LOCK_DAYS} whole days`, 'use Duration.days');
  }
  if (hours !== undefined && !isWholeNumber(hours, 1, MAX_COOL_OFF_HOURS)) {
    rules.refuse('have a lock that cannot be taken away this long', `lockCoolOff: ${hours} hours`,
      `1 to ${MAX_COOL_OFF_HOURS} whole hours`, 'use Duration.hours');
  }
  if (fastRestoreZones?.length === 0) {
    rules.refuse('are restored at once in zones that are named', 'fastRestoreZones: []', 'at least one zone', 'leave it out');
  }
  return parameterTexts({
    fastSnapshotRestoreAvailabilityZones: fastRestoreZones?.join(','),
    outpostArn: options.outpostArn,
    lockMode,
    lockDuration: days,
    lockExpirationDate: lockExpiration,
    lockCoolOffPeriod: hours,
    ...tagSpecifications(options.tags),
  });
}

/** By the API of EC2: a hundred years, and three days. */
const MAX_LOCK_DAYS = 36500;
const MAX_COOL_OFF_HOURS = 72;

function tagSpecifications(tags: { readonly [key: string]: string } = {}): Texts {
  return Object.fromEntries(ebsTags(tags, 'invalid-storage-class', false).map((tag, index) => [`tagSpecification_${index + 1}`, tag]));
}
