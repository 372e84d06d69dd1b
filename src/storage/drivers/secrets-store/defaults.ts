import { defaultRow, DefaultTable } from '../../../private/default-row';
import { resourcesText } from '../../../private/standard-values';

const STORE = 'https://github.com/kubernetes-sigs/secrets-store-csi-driver';
const VALUES = `[chart of the driver](${STORE}/blob/main/charts/secrets-store-csi-driver/values.yaml)`;
const PROVIDER = 'https://github.com/aws/secrets-store-csi-driver-provider-aws';
const OWN = 'it is what the driver\'s own chart has';

/** What applies to CsiDriver.secretsStore where a user says nothing. */
export const SECRETS_STORE_DEFAULTS = {
  version: defaultRow({
    about: 'release of the driver for secrets',
    value: '1.6.0',
    shown: version => version,
    reason: 'the arguments and the images of the sidecars are written for it',
    source: `[releases](${STORE}/releases)`,
    change: '`version` or `image`',
  }),
  providerDirectories: defaultRow({
    about: 'directories of the sockets of providers',
    value: { usual: '/var/run/secrets-store-csi-providers', old: '/etc/kubernetes/secrets-store-csi-providers' },
    shown: ({ usual, old }) => `\`${usual}\`, and \`${old}\` for older providers`,
    reason: OWN,
    source: VALUES,
    change: '`providerDirectories`',
  }),
  metricsPort: defaultRow({
    about: 'port of metrics',
    value: 8095,
    shown: String,
    reason: `${OWN}; the program always serves them`,
    source: VALUES,
    change: '`metricsPort`',
  }),
  resources: defaultRow({
    about: 'resources of the driver for secrets',
    value: { cpu: '50m', memory: '100Mi', memoryLimit: '200Mi' },
    shown: resourcesText,
    reason: 'they are those of its own chart, without its limit of the processor, which only makes pods start later',
    source: VALUES,
    change: '`resources`',
  }),
  awsProviderVersion: defaultRow({
    about: 'release of the AWS provider',
    value: '3.1.1',
    shown: version => version,
    reason: 'the arguments are written for it',
    source: `[releases](${PROVIDER}/releases)`,
    change: '`awsProvider: { version }`',
  }),
  awsProviderResources: defaultRow({
    about: 'resources of the AWS provider',
    value: { cpu: '50m', memory: '100Mi', memoryLimit: '100Mi' },
    shown: resourcesText,
    reason: 'they are those of its own chart, without its limit of the processor',
    source: `[chart of the provider](${PROVIDER}/blob/main/charts/secrets-store-csi-driver-provider-aws/values.yaml)`,
    change: '`awsProvider: { resources }`',
  }),
} as const satisfies DefaultTable;
