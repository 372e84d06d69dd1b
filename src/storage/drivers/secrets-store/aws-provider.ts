import { SECRETS_STORE_DEFAULTS } from './defaults';
import { SecretsStoreAwsProviderOptions } from './secrets-store-csi-driver-options';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { ContainerSecurity } from '../../../agent/container/container-security';
import { EnvValue } from '../../../agent/container/env-value';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { Resources } from '../../../agent/container/resources';
import { fixedValue } from '../../../private/default-row';
import { CsiContainerProps } from '../../csi-container-props';

const REPOSITORY = 'public.ecr.aws/aws-secrets-manager/secrets-store-csi-driver-provider-aws';

/** The provider for AWS. It hands the secrets to the driver, which writes the files, so that it needs no directory of the kubelet. */
export function awsProviderContainer(options: SecretsStoreAwsProviderOptions, directory: string): CsiContainerProps {
  const { version = fixedValue(SECRETS_STORE_DEFAULTS.awsProviderVersion), region, fips = false } = options;
  return {
    name: 'provider-aws',
    image: options.image ?? `${REPOSITORY}:${version}`,
    args: [`--provider-volume=${directory}`, '--driver-writes-secrets=true', ...options.extraArgs ?? []],
    env: {
      ...region !== undefined && { AWS_REGION: EnvValue.of(region) },
      ...fips && { AWS_USE_FIPS_ENDPOINT: EnvValue.of('true') },
      ...options.env,
    },
    usesSocket: false,
    hostPaths: [HostPath.readWrite(directory, { type: HostPathType.DIRECTORY_OR_CREATE })],
    securityContext: ContainerSecurity.root('opens its socket in a directory of root of the node'),
    grants: [
      ApiGrant.clusterWide(['serviceaccounts'], ['get']),
      ...region === undefined ? [ApiGrant.clusterWide(['pods', 'nodes'], ['get'])] : [],
    ],
    resources: options.resources ?? Resources.of(fixedValue(SECRETS_STORE_DEFAULTS.awsProviderResources)),
  };
}
