import { defaultRow, DefaultTable } from '../../../private/default-row';
import { leftOutText } from '../../../private/standard-values';
import { CONTROLLER_REPLICAS, HEALTH_PORTS, LOG_OF_CHANGES, OF_OWN_CHART, RELEASE, STARTUP_TAINT } from '../../private/default-rows';

const EFS = 'https://github.com/kubernetes-sigs/aws-efs-csi-driver';
const VALUES = `[chart of the driver](${EFS}/blob/master/charts/aws-efs-csi-driver/values.yaml)`;

/** What applies to CsiDriver.awsEfs where a user says nothing. */
export const AWS_EFS_DEFAULTS = {
  virtualNodes: defaultRow({
    about: 'nodes without the EFS driver',
    value: { eksHybridNodes: true },
    shown: leftOutText,
    reason: 'EKS Hybrid Nodes are outside of AWS, where the driver cannot know its availability zone; nodes of EKS Auto Mode have no such '
      + 'driver of their own',
    source: VALUES,
    change: '`nodes`',
  }),
  version: defaultRow({
    ...RELEASE,
    about: 'release of the EFS driver',
    value: '3.4.1',
    source: `[releases](${EFS}/releases)`,
  }),
  removesStartupTaint: defaultRow({
    ...STARTUP_TAINT,
    shown: isRemoved => (isRemoved ? 'the driver removes `efs.csi.aws.com/agent-not-ready` from its node' : 'left alone'),
    reason: 'a node group with the taint would stay empty without it',
    source: `[start-up taint](${EFS}/blob/master/docs/install.md)`,
  }),
  logVerbosity: defaultRow({
    ...LOG_OF_CHANGES,
    value: 2,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  ports: defaultRow({
    ...HEALTH_PORTS,
    value: { liveness: 9809, registrar: 29809 },
    reason: 'the first is that of its own chart, whose registrar is not asked; no other driver is known to take the second',
    source: VALUES,
  }),
  proxyPorts: defaultRow({
    about: 'ports of the proxies',
    value: 21049,
    shown: last => `20049 to ${last}, on the loopback address of the node: one for each mount with encryption`,
    reason: OF_OWN_CHART,
    source: VALUES,
    change: '`lastProxyPort`',
  }),
  controllerReplicas: defaultRow({
    ...CONTROLLER_REPLICAS,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  controllerMetricsPort: defaultRow({
    about: 'port of metrics of the controller',
    value: 3301,
    shown: port => `${port}, where \`metrics\` asks for them`,
    reason: OF_OWN_CHART,
    source: VALUES,
    change: '`metrics: false`',
  }),
  directoryPermissions: defaultRow({
    about: 'permissions of the directory of a volume',
    value: 0o700,
    shown: permissions => `0${permissions.toString(8)}`,
    reason: 'the access point makes every client the same user, which is its owner',
    source: `[parameters of the driver](${EFS}/blob/master/docs/parameters.md)`,
    change: '`directoryPermissions` of `CsiVolumeParameters.awsEfs(...)`',
  }),
} as const satisfies DefaultTable;
