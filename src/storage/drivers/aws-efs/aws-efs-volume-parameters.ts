import { AwsEfsProvisioningMode, AwsEfsVolumeParameters } from './aws-efs-volume-parameters-options';
import { AWS_EFS_DEFAULTS } from './defaults';
import { quote } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber } from '../../../private/whole-number';
import { parameterTexts, ParameterRules } from '../../private/parameter-rules';

const MAX_ID = 4_294_967_295;
const VARIABLES = ['.PVC.name', '.PVC.namespace', '.PV.name'];

/** The parameters of the driver, which takes texts alone. */
export function awsEfsVolumeParameters(options: AwsEfsVolumeParameters): { [name: string]: string } {
  const { fileSystemId, provisioningMode = AwsEfsProvisioningMode.EFS, basePath } = options;
  const { directoryPermissions = fixedValue(AWS_EFS_DEFAULTS.directoryPermissions) } = options;
  const rules = new ParameterRules('volumes of EFS', options);
  if (!/^fs-[0-9a-f]{8,40}$/.test(fileSystemId)) {
    rules.refuse('are in a file system with an id', quote(fileSystemId), 'fs- and 8 to 40 digits and letters a to f',
      'copy it from `aws efs describe-file-systems`');
  }
  if (!isWholeNumber(directoryPermissions, 0, 0o777)) {
    rules.refuse('cannot have a directory with these permissions', `directoryPermissions: ${directoryPermissions}`,
      '0 to 511, which is 0o777', 'write it as an octal number: 0o700');
  }
  requireIds(options, rules);
  requirePattern(options, rules);
  if (basePath !== undefined && !basePath.startsWith('/')) {
    rules.refuse('are in a directory with an absolute path', quote(basePath), 'a path that begins with /', `write '/${basePath}'`);
  }
  const odd = (['availabilityZone', 'reuseAccessPoint'] as const).find(option => options[option] !== undefined);
  if (provisioningMode === AwsEfsProvisioningMode.S3_FILES && odd !== undefined) {
    rules.refuse('in S3 Files have no such parameter', odd, `${odd} with AwsEfsProvisioningMode.EFS`, `leave ${odd} out`);
  }
  return parameterTexts({
    provisioningMode, fileSystemId,
    directoryPerms: directoryPermissions.toString(8).padStart(3, '0'),
    uid: options.uid, gid: options.gid, gidRangeStart: options.gidRangeStart, gidRangeEnd: options.gidRangeEnd,
    basePath,
    subPathPattern: options.subPathPattern,
    ensureUniqueDirectory: options.ensureUniqueDirectory,
    az: options.availabilityZone,
    enforceZoneAffinity: options.enforceZoneAffinity,
    reuseAccessPoint: options.reuseAccessPoint,
    enableTagging: options.enableTagging,
  });
}

function requireIds(options: AwsEfsVolumeParameters, rules: ParameterRules<AwsEfsVolumeParameters>): void {
  const { gidRangeStart: start, gidRangeEnd: end } = options;
  rules.whole(['uid', 'gid'], 0, MAX_ID);
  rules.whole(['gidRangeStart', 'gidRangeEnd'], 1, MAX_ID);
  if ((start === undefined) !== (end === undefined) || start !== undefined && end !== undefined && start >= end) {
    rules.refuse('have a range of groups with a beginning and an end', `gidRangeStart: ${start}, gidRangeEnd: ${end}`,
      'both, the first below the last', 'give both, or none');
  }
}

function requirePattern(
  { subPathPattern: pattern = '', ensureUniqueDirectory }: AwsEfsVolumeParameters, rules: ParameterRules<AwsEfsVolumeParameters>,
): void {
  const unknown = [...pattern.matchAll(/\$\{([^}]*)\}/g)].map(([, name]) => name).find(name => !VARIABLES.includes(name));
  if (unknown !== undefined) {
    rules.refuse('cannot be named like this: the driver does not fill it in', quote(`\${${unknown}}`), VARIABLES.map(name => `\${${name}}`)
      .join(', '),
    'use one of them, or leave it out');
  }
  if (ensureUniqueDirectory !== undefined && pattern === '') {
    rules.refuse('in a directory that is named after them are unique', `ensureUniqueDirectory: ${ensureUniqueDirectory}, no subPathPattern`,
      'together with subPathPattern', 'leave it out');
  }
}
