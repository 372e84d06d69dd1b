import { AwsEbsCsiDriverOptions } from './aws-ebs-csi-driver-options';
import { AWS_EBS_DEFAULTS } from './defaults';
import { EnvValue } from '../../../agent/container/env-value';
import { Port } from '../../../agent/container/port';
import { fixedValue } from '../../../private/default-row';

/** The metrics of the program on nodes or in the controller; nothing where nobody asked for them. */
export class MetricsEndpoint {
  public readonly args: string[];
  public readonly ports?: Port[];

  public constructor(place: 'node' | 'controller', { metrics = false }: AwsEbsCsiDriverOptions) {
    const number = fixedValue(AWS_EBS_DEFAULTS.metricsPorts)[place];
    this.args = metrics ? [`--http-endpoint=:${number}`] : [];
    this.ports = metrics ? [Port.container('metrics', number)] : undefined;
  }
}

/** How much the program logs. */
export function verbosityArgument({ logVerbosity }: AwsEbsCsiDriverOptions): string {
  return `--v=${logVerbosity ?? fixedValue(AWS_EBS_DEFAULTS.logVerbosity)}`;
}

/** Variables of the program wherever it runs. */
export function commonEnv({ fips = false, env }: AwsEbsCsiDriverOptions): { [name: string]: EnvValue } {
  return { ...fips && { AWS_USE_FIPS_ENDPOINT: EnvValue.of('true'), GODEBUG: EnvValue.of('fips140=on') }, ...env };
}
