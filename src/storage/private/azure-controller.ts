import { cloudAccess, controllerNetwork, metricsOn } from './azure-program';
import type { DriverResources } from './default-rows';
import { Resources } from '../../agent/container/resources';
import { DefaultRow, fixedValue } from '../../private/default-row';
import { AzureCsiDriverOptions } from '../azure-csi-driver-options';
import { CsiControllerOptions } from '../csi-controller-options';

/** What controllers of drivers of Azure are asked for. */
interface AzureControllerOptions extends AzureCsiDriverOptions {
  readonly modifiesVolumes?: boolean;
}

/** Rows of the defaults of a driver. */
interface AzureControllerDefaults {
  readonly logVerbosity: DefaultRow<number>;
  readonly controllerPorts: DefaultRow<{ readonly liveness: number; readonly metrics: number }>;
  readonly controllerReplicas: DefaultRow<number>;
  readonly controllerResources: DefaultRow<DriverResources>;
}

/** The controller of a driver of Azure: what all have, and what one has in addition. */
export function azureController(
  options: AzureControllerOptions, defaults: AzureControllerDefaults, { args = [], env = {}, grants = [], ...own }: CsiControllerOptions,
): CsiControllerOptions {
  const ports = fixedValue(defaults.controllerPorts);
  const cloud = cloudAccess(options);
  const metrics = metricsOn(ports.metrics, options);
  return {
    args: [
      `--v=${options.logVerbosity ?? fixedValue(defaults.logVerbosity)}`, '--endpoint=$(CSI_ENDPOINT)',
      ...args, ...cloud.args, ...metrics.args, ...options.extraControllerArgs ?? [],
    ],
    env: { ...cloud.env, ...env, ...options.env },
    ports: metrics.ports,
    replicas: fixedValue(defaults.controllerReplicas),
    modifiesVolumes: options.modifiesVolumes,
    expandsOnline: true,
    ...controllerNetwork(options),
    livenessPort: ports.liveness,
    hostAccess: cloud.hostAccess,
    grants: [...cloud.grants, ...grants],
    securityContext: cloud.securityContext,
    resources: options.controllerResources ?? Resources.of(fixedValue(defaults.controllerResources)),
    ...own,
  };
}
