import { CsiPlugin, flagOf } from './csi-plugins';
import type { Wire } from '../../private/wire';
import { isAtOrBelow } from '../host-state/host-directories';
import { tidyPath } from '../host-state/host-mounts';
import type { PlacedContainer } from '../inventory/containers';
import type { Workload } from '../inventory/workload';

/**
 * The sockets of a plugin, as paths of its node. A path that no volume of the node has is that of the pod alone, and begins with `pod:`.
 */
export interface PluginSockets {
  /** Where the driver listens; undefined where no argument and no variable says so. */
  readonly driver?: string;
  /** Where the registrar looks for it. */
  readonly calledByRegistrar: string;
  /** The directory that the registrar makes its own socket in. */
  readonly registry: string;
  /** Where the kubelet is to look for the driver. */
  readonly calledByKubelet: string;
}

/** What registrars take without the flag. */
const SOCKET = '/run/csi/socket';
const REGISTRY = '/registration';

/** The sockets of a plugin. */
export function socketsOf({ workload, registrar, driver, socket }: CsiPlugin): PluginSockets {
  const endpoint = driver && endpointOf(driver);
  return {
    ...driver !== undefined && endpoint !== undefined && { driver: onNode(workload, driver, endpoint) },
    calledByRegistrar: onNode(workload, registrar, withoutScheme(flagOf(registrar, 'csi-address')?.value ?? SOCKET)),
    registry: onNode(workload, registrar, flagOf(registrar, 'plugin-registration-path')?.value ?? REGISTRY),
    calledByKubelet: slashed(socket?.value ?? ''),
  };
}

/** Where a driver listens, by its flag or by the variable that the specification of CSI has for it. */
function endpointOf(driver: PlacedContainer): string | undefined {
  const variable = driver.container.env?.find(({ name }: Wire) => name === 'CSI_ENDPOINT')?.value;
  const given = flagOf(driver, 'endpoint')?.value ?? variable;
  const path = typeof given === 'string' ? withoutScheme(given) : '';
  return /^(\/|[A-Za-z]:)/.test(path) ? path : undefined;
}

function withoutScheme(endpoint: string): string {
  return endpoint.replace(/^unix:(\/\/)?/, '');
}

/** What a path of a container is on its node: by the volume that holds it. */
function onNode(workload: Workload, { container }: PlacedContainer, path: string): string {
  const wanted = slashed(path);
  if (isHostProcess(workload, container)) {return wanted;}
  const mounts: readonly Wire[] = container.volumeMounts ?? [];
  const [mount] = mounts.filter(({ mountPath }) => isAtOrBelow(wanted, slashed(mountPath)))
    .sort((one, other) => other.mountPath.length - one.mountPath.length);
  const volume = mount && (workload.pod.volumes ?? []).find(({ name }: Wire) => name === mount.name);
  if (typeof volume?.hostPath?.path !== 'string') {return `pod:${volume === undefined ? container.name : volume.name}${wanted}`;}
  const below = wanted.slice(slashed(mount.mountPath).length);
  return slashed(tidyPath(`${volume.hostPath.path}${mount.subPath ? `/${mount.subPath}` : ''}${below}`));
}

/** Such containers see the node itself. */
function isHostProcess({ pod }: Workload, container: Wire): boolean {
  return (container.securityContext?.windowsOptions?.hostProcess ?? pod.securityContext?.windowsOptions?.hostProcess) === true;
}

/** Paths of Windows in the spelling of all others, without doubled and trailing strokes. */
export function slashed(path: unknown): string {
  return String(path).replace(/\\/g, '/').replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}
