import type { RowPart } from '../../presets/default-rows';
import { resourcesText } from '../../private/standard-values';

/** What a container of a driver reserves. */
export interface DriverResources {
  readonly cpu: string;
  readonly memory: string;
  readonly memoryLimit: string;
}

/** Why most values are what they are. */
export const OF_OWN_CHART = 'it is what the driver\'s own chart has';

/** The release that is run. */
export const RELEASE: RowPart<string, 'about' | 'value' | 'source'> = {
  shown: version => version,
  reason: 'the arguments and the images of the sidecars are written for it',
  change: '`version` or `image`',
};

/** A driver that takes its start-up taint from its node. */
export const STARTUP_TAINT: RowPart<boolean, 'shown' | 'reason' | 'source'> = {
  about: 'start-up taint',
  value: true,
  change: '`removesStartupTaint: false`: the driver then has no right to patch nodes',
};

/** A level at which each call is logged. */
export const LOG_OF_CALLS: RowPart<number, 'value' | 'reason' | 'source'> = {
  about: 'log of the driver',
  shown: verbosity => `level ${verbosity}: each call`,
  change: '`logVerbosity`',
};

/** A level at which changes are logged. */
export const LOG_OF_CHANGES: RowPart<number, 'value' | 'reason' | 'source'> = {
  about: 'log of the driver',
  shown: verbosity => `level ${verbosity}: what changes`,
  change: '`logVerbosity`',
};

/** The driver on Linux nodes. */
export const NODE_RESOURCES: RowPart<DriverResources, 'value' | 'reason' | 'source'> = {
  about: 'resources of the driver on nodes',
  shown: resourcesText,
  change: '`resources`',
};

/** The driver on Windows nodes. */
export const WINDOWS_RESOURCES: RowPart<DriverResources, 'value' | 'reason' | 'source'> = {
  about: 'resources of the driver on Windows nodes',
  shown: resourcesText,
  change: '`resources`',
};

/** Health on the network of the node. */
export const HEALTH_PORTS: RowPart<{ readonly liveness: number; readonly registrar: number }, 'value' | 'reason' | 'source'> = {
  about: 'health ports on nodes',
  shown: ({ liveness, registrar }) => `${liveness} and ${registrar}, on the loopback address of the node`,
  change: '`livenessPort` and `registrarPort`',
};

/** The same with a port for metrics. */
export const NODE_PORTS: RowPart<{
  readonly liveness: number; readonly registrar: number; readonly metrics: number;
}, 'value' | 'source'> = {
  about: 'ports on nodes',
  shown: ({ liveness, registrar, metrics }) => `${liveness} and ${registrar} for health, on the loopback address of the node; ${metrics} `
    + 'for metrics, where `metrics` asks for them',
  reason: 'they are those of its own chart, and no other driver is known to take them',
  change: '`livenessPort` and `registrarPort`',
};

/** A controller on the network of its node. */
export const CONTROLLER_PORTS: RowPart<{ readonly liveness: number; readonly metrics: number }, 'value' | 'reason' | 'source'> = {
  about: 'ports of the controller',
  shown: ({ liveness, metrics }) => `${liveness} for health, on the loopback address of the node; ${metrics} for metrics, where `
    + '`metrics` asks for them',
  change: '`livenessPort` of CsiController',
};

/** A controller with leader elections. */
export const CONTROLLER_REPLICAS: RowPart<number, 'reason' | 'source'> = {
  about: 'replicas of the controller',
  value: 2,
  shown: String,
  change: '`replicas` of CsiController',
};

/** The driver in its controller. */
export const CONTROLLER_RESOURCES: RowPart<DriverResources, 'value' | 'reason' | 'source'> = {
  about: 'resources of the driver in its controller',
  shown: resourcesText,
  change: '`controllerResources`',
};

/** What is next to the driver in its controller. */
export const SIDECAR_RESOURCES: RowPart<DriverResources, 'value' | 'reason' | 'source'> = {
  about: 'resources of the sidecars of the controller',
  shown: resourcesText,
  change: '`provisioner: CsiSidecar.of({ resources })` of CsiController',
};

/** A snapshotter that has others than the rest. */
export const SNAPSHOTTER_RESOURCES: RowPart<DriverResources, 'value' | 'reason' | 'source'> = {
  about: 'resources of the snapshotter of the controller',
  shown: resourcesText,
  change: '`snapshotter: CsiSidecar.of({ resources })` of CsiController',
};
