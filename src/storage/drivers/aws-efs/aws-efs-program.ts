import { AwsEfsCsiDriverOptions } from './aws-efs-csi-driver-options';
import { AWS_EFS_DEFAULTS } from './defaults';
import { EnvValue } from '../../../agent/container/env-value';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber } from '../../../private/whole-number';

const FIRST_PROXY_PORT = 20049;

/** Arguments of the program wherever it runs. */
export function commonArguments({ logVerbosity }: AwsEfsCsiDriverOptions): string[] {
  return ['--endpoint=$(CSI_ENDPOINT)', '--logtostderr', `--v=${logVerbosity ?? fixedValue(AWS_EFS_DEFAULTS.logVerbosity)}`];
}

/** Variables of the program wherever it runs. */
export function commonEnv({ fips = false, lastProxyPort: given, env }: AwsEfsCsiDriverOptions): { [name: string]: EnvValue } {
  const lastProxyPort = given ?? fixedValue(AWS_EFS_DEFAULTS.proxyPorts);
  requireRange('lastProxyPort', lastProxyPort, FIRST_PROXY_PORT + 1, 65535);
  return { PORT_RANGE_UPPER_BOUND: EnvValue.of(String(lastProxyPort)), ...fips && { AWS_USE_FIPS_ENDPOINT: EnvValue.of('true') }, ...env };
}

/** An option that is a whole number. */
export function requireRange(option: string, given: number | undefined, least: number, most: number): void {
  if (given !== undefined && !isWholeNumber(given, least, most)) {
    fail({
      code: 'invalid-csi-driver', what: 'the EFS driver cannot have this value', given: `${option}: ${given}`,
      allowed: `${least} to ${most}`, fix: 'use a whole number, or leave it out',
    });
  }
}
