import { defaultRow, DefaultTable } from '../../../private/default-row';
import { leftOutText } from '../../../private/standard-values';
import { LOG_OF_CALLS, NODE_RESOURCES, OF_OWN_CHART, RELEASE, STARTUP_TAINT } from '../../private/default-rows';

const S3 = 'https://github.com/awslabs/mountpoint-s3-csi-driver';
const VALUES = `[chart of the driver](${S3}/blob/main/charts/aws-mountpoint-s3-csi-driver/values.yaml)`;

/** What applies to CsiDriver.mountpointS3 where a user says nothing. */
export const MOUNTPOINT_S3_DEFAULTS = {
  virtualNodes: defaultRow({
    about: 'nodes without the S3 driver',
    value: { eksHybridNodes: true },
    shown: leftOutText,
    reason: 'EKS Hybrid Nodes are outside of AWS, where the driver is not supported; nodes of EKS Auto Mode have no such driver of their '
      + 'own',
    source: VALUES,
    change: '`nodes`',
  }),
  version: defaultRow({
    ...RELEASE,
    about: 'release of the S3 driver',
    value: '2.7.0',
    source: `[releases](${S3}/releases)`,
  }),
  removesStartupTaint: defaultRow({
    ...STARTUP_TAINT,
    shown: isRemoved => (isRemoved ? 'the driver removes `s3.csi.aws.com/agent-not-ready` from its node' : 'left alone'),
    reason: 'a node group with the taint would stay empty without it',
    source: `[start-up taint](${S3}/blob/main/docs/CONFIGURATION.md)`,
  }),
  mountNamespace: defaultRow({
    about: 'namespace of the pods that serve volumes',
    value: 'mount-s3',
    shown: namespace => `\`${namespace}\``,
    reason: OF_OWN_CHART,
    source: VALUES,
    change: '`mountNamespace`',
  }),
  mountPriority: defaultRow({
    about: 'priority of the pods that serve volumes',
    value: 1_000_000_000,
    shown: priority => `class \`mount-s3-critical\` of ${priority}, which does not preempt`,
    reason: `${OF_OWN_CHART}: the highest that is not reserved for Kubernetes, since a pod that is evicted takes its volumes along`,
    source: `[priority classes of the driver](${S3}/blob/main/charts/aws-mountpoint-s3-csi-driver/templates/mount-s3-priority.yaml)`,
    change: 'a PriorityClass of your own, by `overrides` of the controller',
  }),
  logVerbosity: defaultRow({
    ...LOG_OF_CALLS,
    value: 4,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  resources: defaultRow({
    ...NODE_RESOURCES,
    value: { cpu: '10m', memory: '40Mi', memoryLimit: '256Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
} as const satisfies DefaultTable;
