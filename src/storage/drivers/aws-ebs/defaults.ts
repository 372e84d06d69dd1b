import { defaultRow, DefaultTable } from '../../../private/default-row';
import { leftOutText, resourcesText } from '../../../private/standard-values';
import {
  CONTROLLER_REPLICAS, CONTROLLER_RESOURCES, LOG_OF_CHANGES, OF_OWN_CHART, RELEASE, SIDECAR_RESOURCES, STARTUP_TAINT,
} from '../../private/default-rows';

const EBS = 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver';
const VALUES = `[chart of the driver](${EBS}/blob/master/charts/aws-ebs-csi-driver/values.yaml)`;

/** What applies to CsiDriver.awsEbs where a user says nothing. */
export const AWS_EBS_DEFAULTS = {
  virtualNodes: defaultRow({
    about: 'nodes without the EBS driver',
    value: { eksAutoMode: true, eksHybridNodes: true },
    shown: leftOutText,
    reason: 'AWS runs a driver of its own on nodes of EKS Auto Mode, and EKS Hybrid Nodes are outside of AWS, where no EBS volume can be '
      + 'attached',
    source: VALUES,
    change: '`nodes`',
  }),
  version: defaultRow({
    ...RELEASE,
    about: 'release of the EBS driver',
    value: '1.64.0',
    source: `[releases](${EBS}/releases)`,
  }),
  removesStartupTaint: defaultRow({
    ...STARTUP_TAINT,
    shown: isRemoved => (isRemoved ? 'the driver removes `ebs.csi.aws.com/agent-not-ready` from its node' : 'left alone'),
    reason: 'a node group with the taint would stay empty without it',
    source: `[start-up taint](${EBS}/blob/master/docs/install.md)`,
  }),
  logVerbosity: defaultRow({
    ...LOG_OF_CHANGES,
    value: 2,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  resources: defaultRow({
    about: 'resources of the driver on nodes',
    value: { cpu: '10m', memory: '40Mi', memoryLimit: '256Mi' },
    shown: resourcesText,
    reason: OF_OWN_CHART,
    source: VALUES,
    change: '`resources`: more memory where large file systems are checked',
  }),
  readiness: defaultRow({
    about: 'readiness of the driver on nodes',
    value: { periodSeconds: 5 },
    shown: ({ periodSeconds }) => `asked every ${periodSeconds} seconds`,
    reason: 'a rollout goes on only where the driver answers, and should not wait longer than it must',
    source: `[manifest of the driver](${EBS}/blob/master/deploy/kubernetes/base/node.yaml)`,
    change: '`liveness: CsiLiveness.sidecar({ readiness: { period } })` of CsiNodePlugin',
  }),
  controllerReplicas: defaultRow({
    ...CONTROLLER_REPLICAS,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  controllerResources: defaultRow({
    ...CONTROLLER_RESOURCES,
    value: { cpu: '10m', memory: '40Mi', memoryLimit: '256Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  controllerSidecarResources: defaultRow({
    ...SIDECAR_RESOURCES,
    value: { cpu: '10m', memory: '40Mi', memoryLimit: '256Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  controllerProbe: defaultRow({
    about: 'probes of the controller',
    value: { delaySeconds: 10, periodSeconds: 10, timeoutSeconds: 60, failureThreshold: 10, readinessThreshold: 5 },
    shown: ({ periodSeconds, timeoutSeconds, failureThreshold, readinessThreshold }) =>
      `asked every ${periodSeconds} seconds, with ${timeoutSeconds} for the answer; ${readinessThreshold} failures make it not ready, `
      + `${failureThreshold} restart it`,
    reason: 'each answer takes a call to EC2, which checks the credentials',
    source: `[manifest of the driver](${EBS}/blob/master/deploy/kubernetes/base/controller.yaml)`,
    change: '`liveness: CsiLiveness.sidecar({ ... })` of CsiController',
  }),
  metricsPorts: defaultRow({
    about: 'ports of metrics',
    value: { node: 3302, controller: 3301 },
    shown: ({ node, controller }) => `${node} on nodes and ${controller} in the controller, where \`metrics\` asks for them`,
    reason: OF_OWN_CHART,
    source: `[metrics of the driver](${EBS}/blob/master/docs/metrics.md)`,
    change: '`metrics: false`',
  }),
  windowsPort: defaultRow({
    about: 'health port on Windows nodes',
    value: 9808,
    shown: port => `${port}, on the loopback address of the node`,
    reason: 'it is that of its own manifest; HostProcess containers share the network of the node',
    source: `[manifest of the driver](${EBS}/blob/master/deploy/kubernetes/base/node-windows.yaml)`,
    change: '`windowsLivenessPort`',
  }),
} as const satisfies DefaultTable;
