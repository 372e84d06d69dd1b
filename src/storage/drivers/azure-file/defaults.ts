import { defaultRow, DefaultTable } from '../../../private/default-row';
import {
  CONTROLLER_PORTS, CONTROLLER_REPLICAS, CONTROLLER_RESOURCES, LOG_OF_CALLS, NODE_PORTS, NODE_RESOURCES, OF_OWN_CHART, RELEASE,
  SIDECAR_RESOURCES, SNAPSHOTTER_RESOURCES, WINDOWS_RESOURCES,
} from '../../private/default-rows';

const PROJECT = 'https://github.com/kubernetes-sigs/azurefile-csi-driver';
const VALUES = `[chart of the driver](${PROJECT}/blob/master/charts/latest/azurefile-csi-driver/values.yaml)`;

/** What applies to CsiDriver.azureFile where a user says nothing. */
export const AZURE_FILE_DEFAULTS = {
  version: defaultRow({
    ...RELEASE,
    about: 'release of the Azure File driver',
    value: '1.35.7',
    source: `[releases](${PROJECT}/releases)`,
  }),
  logVerbosity: defaultRow({
    ...LOG_OF_CALLS,
    value: 5,
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  resources: defaultRow({
    ...NODE_RESOURCES,
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '400Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  windowsResources: defaultRow({
    ...WINDOWS_RESOURCES,
    value: { cpu: '10m', memory: '40Mi', memoryLimit: '600Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  ports: defaultRow({
    ...NODE_PORTS,
    value: { liveness: 29613, registrar: 29617, metrics: 29615 },
    source: VALUES,
  }),
  controllerPorts: defaultRow({
    ...CONTROLLER_PORTS,
    value: { liveness: 29612, metrics: 29614 },
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
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '800Mi' },
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
    value: { cpu: '10m', memory: '20Mi', memoryLimit: '200Mi' },
    reason: OF_OWN_CHART,
    source: VALUES,
  }),
  copy: defaultRow({
    about: 'copies of shares',
    value: { connections: 10, files: 20, gigabytes: 1 },
    shown: ({ connections, files, gigabytes }) => `${connections} connections, ${files} files at once, ${gigabytes} GB of buffers`,
    reason: 'it is what the driver\'s own manifest has',
    source: `[manifest of the driver](${PROJECT}/blob/master/deploy/csi-azurefile-controller.yaml)`,
    change: '`env: { AZCOPY_CONCURRENCY_VALUE, AZCOPY_CONCURRENT_FILES, AZCOPY_BUFFER_GB }`',
  }),
} as const satisfies DefaultTable;
