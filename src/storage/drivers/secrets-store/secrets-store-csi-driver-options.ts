import { Duration } from 'cdk8s';
import { EnvValue } from '../../../agent/container/env-value';
import { Resources } from '../../../agent/container/resources';
import { CsiDriverPresetOptions } from '../../csi-driver-preset-options';

/**
 * Details of the provider for AWS Secrets Manager and Parameter Store, which runs in the pods of the driver.
 */
export interface SecretsStoreAwsProviderOptions {
  /**
   * The release, without `v`. It decides the image.
   *
   * @default 3.1.1
   */
  readonly version?: string;

  /**
   * The image.
   *
   * @default - that of the project, with the tag of `version`
   */
  readonly image?: string;

  /**
   * The region, such as `eu-west-1`. Without it the provider reads pods and nodes to learn it.
   *
   * @default - that of the node of the pod
   */
  readonly region?: string;

  /**
   * Whether the provider uses endpoints of AWS with FIPS 140 validated cryptography.
   *
   * @default false
   */
  readonly fips?: boolean;

  /**
   * Further arguments, such as `--qps=20`. The last of two equal flags wins.
   *
   * @default - the arguments that follow from the other options
   */
  readonly extraArgs?: string[];

  /**
   * Environment variables, such as those of a proxy.
   *
   * @default - those that follow from the other options
   */
  readonly env?: { [name: string]: EnvValue };

  /**
   * What the provider reserves and may use.
   *
   * @default - 50m of a processor and 100Mi of memory are reserved, 100Mi of memory is the most: those of its own chart
   */
  readonly resources?: Resources;
}

/**
 * Details of the driver that mounts secrets of external stores.
 */
export interface SecretsStoreCsiDriverOptions extends CsiDriverPresetOptions {
  /**
   * How often mounted secrets are fetched again: 1 second or more.
   *
   * @default - never: a pod has what there was when it started
   */
  readonly rotationInterval?: Duration;

  /**
   * Whether Secrets of Kubernetes are made of what is mounted, where a SecretProviderClass has `secretObjects`. The plugin of every node
   * can then read and write every Secret of
   * the cluster.
   *
   * @default false
   */
  readonly syncsSecrets?: boolean;

  /**
   * The audiences of the tokens of a pod that providers get with each mount: `vault`, `api://AzureADTokenExchange`.
   *
   * @default - `sts.amazonaws.com` and `pods.eks.amazonaws.com` with `awsProvider`, else none
   */
  readonly tokenAudiences?: string[];

  /**
   * Whether the tokens are passed as secrets and not in the volume context. Needs `tokenAudiences` or `awsProvider`, and Kubernetes 1.35.
   *
   * @default - in the volume context
   */
  readonly tokensInSecrets?: boolean;

  /**
   * The provider for AWS, in the pods of the driver: `{}` for its defaults.
   *
   * @default - providers are agents of their own
   */
  readonly awsProvider?: SecretsStoreAwsProviderOptions;

  /**
   * The directories of nodes in which providers have their sockets.
   *
   * @default - `/var/run/secrets-store-csi-providers` and `/etc/kubernetes/secrets-store-csi-providers`
   */
  readonly providerDirectories?: string[];

  /**
   * How often providers are asked whether they still answer: 1 second or more.
   *
   * @default - with each mount alone
   */
  readonly providerHealthCheckInterval?: Duration;

  /**
   * The port of metrics in the format of Prometheus.
   *
   * @default 8095
   */
  readonly metricsPort?: number;

  /**
   * How much is logged: at 5 each call.
   *
   * @default - what changes
   */
  readonly logVerbosity?: number;

  /**
   * Environment variables of the driver.
   *
   * @default - those that follow from the other options
   */
  readonly env?: { [name: string]: EnvValue };
}
