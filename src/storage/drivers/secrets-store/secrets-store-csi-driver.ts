import { awsProviderContainer } from './aws-provider';
import { SECRETS_STORE_DEFAULTS } from './defaults';
import { SecretsStoreCsiDriverOptions } from './secrets-store-csi-driver-options';
import { ApiGrant } from '../../../agent/companions/api-grant';
import { HostPath, HostPathType } from '../../../agent/container/host-path';
import { Port } from '../../../agent/container/port';
import { Resources } from '../../../agent/container/resources';
import { fail } from '../../../private/agent-error';
import { fixedValue } from '../../../private/default-row';
import { isWholeNumber, MAX_INT32 } from '../../../private/whole-number';
import { CsiDriverObjectOptions, VolumeLifecycleMode } from '../../csi-driver-object-options';
import { CsiDriverOptions } from '../../csi-driver-options';
import { CsiGrant } from '../../csi-grant';
import { CsiHostAccess } from '../../csi-host-access';
import { CsiMounts } from '../../csi-mounts';
import { commonOptions } from '../../private/common-options';
import { DriverReleases, driverRelease } from '../../private/driver-release';

const SIG_STORAGE = 'registry.k8s.io/sig-storage';

/** The releases that are known, with the sidecars of their charts. */
const RELEASES: Omit<DriverReleases, 'standard'> = {
  driver: 'secrets-store-csi-driver',
  repository: 'registry.k8s.io/csi-secrets-store/driver',
  minors: {
    1.5: { registrar: `${SIG_STORAGE}/csi-node-driver-registrar:v2.13.0`, livenessProbe: `${SIG_STORAGE}/livenessprobe:v2.15.0` },
    1.6: { registrar: `${SIG_STORAGE}/csi-node-driver-registrar:v2.16.0`, livenessProbe: `${SIG_STORAGE}/livenessprobe:v2.18.0` },
  },
};

const NAME = 'secrets-store.csi.k8s.io';
const GROUP = 'secrets-store.csi.x-k8s.io';
const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'patch', 'update'];
const AWS_AUDIENCES = ['sts.amazonaws.com', 'pods.eks.amazonaws.com'];

/** secrets-store-csi-driver, after its own chart. docs/guides/csi-secrets-store.md says where this differs, and why. */
export function secretsStoreCsiDriver(options: SecretsStoreCsiDriverOptions): CsiDriverOptions {
  const { image, sidecarImages } = driverRelease(options, { ...RELEASES, standard: fixedValue(SECRETS_STORE_DEFAULTS.version) });
  const { metricsPort = fixedValue(SECRETS_STORE_DEFAULTS.metricsPort), awsProvider } = options;
  const directories = directoriesOf(options);
  return {
    name: NAME, image, sidecarImages,
    nodeIdVariable: 'KUBE_NODE_NAME',
    args: [...programArguments(options, directories, metricsPort), ...options.extraArgs ?? []],
    env: options.env,
    ports: [Port.container('metrics', metricsPort)],
    ...commonOptions(options, {
      pluginDirectory: 'csi-secrets-store',
      resources: Resources.of(fixedValue(SECRETS_STORE_DEFAULTS.resources)),
    }),
    // a tmpfs for each volume, which the driver makes in the directory of its pod
    mounts: CsiMounts.podVolumes(),
    // to call a socket writes nothing to its directory
    hostAccess: [CsiHostAccess.of(directories.map(directory => HostPath.readOnly(directory, { type: HostPathType.DIRECTORY_OR_CREATE })))],
    grants: [CsiGrant.of(grants(options))],
    containers: awsProvider && [awsProviderContainer(awsProvider, directories[0])],
    driverObject: driverObject(options),
  };
}

function programArguments(options: SecretsStoreCsiDriverOptions, [first, ...others]: readonly string[], metricsPort: number): string[] {
  const { rotationInterval, providerHealthCheckInterval, logVerbosity } = options;
  const seconds = {
    rotationInterval: rotationInterval?.toSeconds({ integral: false }),
    providerHealthCheckInterval: providerHealthCheckInterval?.toSeconds({ integral: false }),
  };
  for (const [option, value] of Object.entries(seconds)) {
    if (value !== undefined && !isWholeNumber(value, 1, MAX_INT32)) {
      fail({
        code: 'invalid-csi-driver', what: 'the driver for secrets cannot wait this long', given: `${option}: ${value} s`,
        allowed: 'whole seconds, 1 or more', fix: 'use Duration.minutes(2)',
      });
    }
  }
  return [
    ...logVerbosity === undefined ? [] : [`-v=${logVerbosity}`],
    '--endpoint=$(CSI_ENDPOINT)', '--nodeid=$(KUBE_NODE_NAME)',
    `--provider-volume=${first}`, `--additional-provider-volume-paths=${others.join(',')}`, `--metrics-addr=:${metricsPort}`,
    ...seconds.rotationInterval === undefined ? [] : ['--enable-secret-rotation=true',
      `--rotation-poll-interval=${seconds.rotationInterval}s`],
    ...seconds.providerHealthCheckInterval === undefined ? [] : ['--provider-health-check=true',
      `--provider-health-check-interval=${seconds.providerHealthCheckInterval}s`],
  ];
}

function directoriesOf({ providerDirectories }: SecretsStoreCsiDriverOptions): string[] {
  const { usual, old } = fixedValue(SECRETS_STORE_DEFAULTS.providerDirectories);
  if (providerDirectories?.length === 0) {
    fail({
      code: 'invalid-csi-driver', what: 'the driver for secrets would find no provider', given: 'providerDirectories: []',
      allowed: 'at least one directory', fix: `leave it out for ${usual}`,
    });
  }
  return providerDirectories ?? [usual, old];
}

function grants({ syncsSecrets = false }: SecretsStoreCsiDriverOptions): ApiGrant[] {
  return [
    ApiGrant.clusterWide(['events'], ['create', 'patch']),
    ApiGrant.clusterWide(['pods'], READ),
    ApiGrant.clusterWide(['secretproviderclasses'], READ, { apiGroup: GROUP }),
    ApiGrant.clusterWide(['secretproviderclasspodstatuses'], [...READ, ...WRITE], { apiGroup: GROUP }),
    ApiGrant.clusterWide(['secretproviderclasspodstatuses/status'], ['get', 'patch', 'update'], { apiGroup: GROUP }),
    ApiGrant.clusterWide(['csidrivers'], READ, { apiGroup: 'storage.k8s.io', resourceNames: [NAME] }),
    ...syncsSecrets ? [ApiGrant.clusterWide(['secrets'], [...READ, ...WRITE])] : [],
  ];
}

function driverObject({
  rotationInterval, tokenAudiences, tokensInSecrets,
  awsProvider,
}: SecretsStoreCsiDriverOptions): CsiDriverObjectOptions {
  const audiences = tokenAudiences ?? (awsProvider === undefined ? [] : AWS_AUDIENCES);
  return {
    attachRequired: false, podInfoOnMount: true, volumeLifecycleModes: [VolumeLifecycleMode.EPHEMERAL],
    requiresRepublish: rotationInterval !== undefined,
    tokenRequests: audiences.length === 0 ? undefined : audiences.map(audience => ({ audience })),
    serviceAccountTokenInSecrets: tokensInSecrets,
  };
}
