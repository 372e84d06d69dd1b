import { defaultRow, DefaultTable } from '../../../private/default-row';
import {
  CONTROLLER_PORTS, CONTROLLER_REPLICAS, CONTROLLER_RESOURCES, LOG_OF_CALLS, NODE_PORTS, NODE_RESOURCES, OF_OWN_CHART, RELEASE,
  SIDECAR_RESOURCES, SNAPSHOTTER_RESOURCES, STARTUP_TAINT, WINDOWS_RESOURCES,
} from '../../private/default-rows';

const PROJECT = 'https://github.com/kubernetes-sigs/azuredisk-csi-driver';
const VALUES = `[chart of the driver](${PROJECT}/blob/master/charts/latest/azuredisk-csi-driver/values.yaml)`;

/** What applies to CsiDriver.azureDisk where a user says nothing. */
export const AZURE_DISK_DEFAULTS = {
  version: defaultRow({
    ...RELEASE,
    about: 'release of the Azure Disk driver',
    value: '1.34.5',
    source: `[releases](${PROJECT}/releases)`,
  }),
  removesStartupTaint: defaultRow({
    ...STARTUP_TAINT,
    shown: isRemoved => (isRemoved ? 'the driver removes `disk.csi.azure.com/agent-not-ready` from its node' : 'left alone'),
    reason: 'a node pool with the taint would stay empty without it',
    source: VALUES,
  }),
  logVerbosity: defaultRow({
    ...LOG_OF_CALLS,
    value: 5,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  resources: defaultRow({
    ...NODE_RESOURCES,
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '1000Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  windowsResources: defaultRow({
    ...WINDOWS_RESOURCES,
    value: { cpu: '10m', memory: '40Mi', memoryLimit: '1000Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  probe: defaultRow({
    about: 'probe of the driver on nodes',
    value: { initialDelaySeconds: 30, periodSeconds: 30, timeoutSeconds: 30, failureThreshold: 5 },
    shown: ({ periodSeconds, timeoutSeconds }) => `asked every ${periodSeconds} seconds, with ${timeoutSeconds} for the answer`,
    reason: 'it is what the driver\'s own chart has: it answers late while disks are scanned',
    source: `[manifest of the driver](${PROJECT}/blob/master/deploy/csi-azuredisk-node.yaml)`,
    change: '`liveness: CsiLiveness.sidecar({ ... })` of CsiNodePlugin',
  }),
  ports: defaultRow({
    ...NODE_PORTS,
    value: { liveness: 29603, registrar: 29607, metrics: 29605 },
    source: VALUES,
  }),
  controllerPorts: defaultRow({
    ...CONTROLLER_PORTS,
    value: { liveness: 29602, metrics: 29604 },
    reason: 'they are those of its own chart, and other ones than those of the node plugin',
    source: VALUES,
  }),
  controllerReplicas: defaultRow({
    ...CONTROLLER_REPLICAS,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  controllerResources: defaultRow({
    ...CONTROLLER_RESOURCES,
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '500Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  controllerSidecarResources: defaultRow({
    ...SIDECAR_RESOURCES,
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '500Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  snapshotterResources: defaultRow({
    ...SNAPSHOTTER_RESOURCES,
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '400Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
} as const satisfies DefaultTable;
