import { memo } from '../../private/memo';
import { KUBELET_DIRECTORY } from '../../private/standard-values';
import { HostMount, hostMountsIn } from '../host-state/host-mounts';
import type { CheckContext } from '../inventory/check-context';
import { PlacedContainer, runningContainersIn } from '../inventory/containers';
import type { Inventory } from '../inventory/inventory';
import { programOf } from '../inventory/programs';
import type { Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { operatingSystemOf } from '../operating-system/operating-system';

/** A plugin of a CSI driver on nodes: a pod that registers a driver with its kubelet. */
export interface CsiPlugin {
  readonly workload: Workload;
  readonly registrar: PlacedContainer;
  /** The path of the driver's socket on the node, as the kubelet receives it. */
  readonly socket?: Flag;
  /** The directory of the kubelet that the socket is in. */
  readonly kubelet?: string;
  /** The container of the driver itself, as far as it can be known. */
  readonly driver?: PlacedContainer;
  /** The sidecar that asks the driver how it is. */
  readonly liveness?: PlacedContainer;
  /** The name of the driver, as far as the manifest tells it. */
  readonly name?: string;
}

/** A flag of a container, with variables filled in. */
export interface Flag {
  readonly value: string;
  /** Where it stands. */
  readonly path: string;
}

const REGISTRAR = /(^|\/)(csi-)?node-driver-registrar(-.*)?$/;
const LIVENESS = /(^|\/)(csi-)?livenessprobe(-.*)?$/;
const SIDECARS = /(^|\/)(csi-(provisioner|attacher|resizer|snapshotter)|external-(provisioner|attacher|resizer|snapshotter))(-.*)?$/;

/** Names of drivers whose directory has another name, by the end of their program. */
const NAMES: ReadonlyArray<readonly [program: RegExp, name: string]> = [
  [/(^|\/)nfsplugin$/, 'nfs.csi.k8s.io'], [/(^|\/)hostpathplugin$/, 'hostpath.csi.k8s.io'],
  [/(^|\/)csi-secrets-store\/driver$/, 'secrets-store.csi.k8s.io'],
];

/** Every plugin that someone wrote. Many rules ask. */
export function csiPluginsIn({ inventory }: Pick<CheckContext, 'inventory'>): readonly CsiPlugin[] {
  return pluginsOf(inventory);
}

const pluginsOf = memo((inventory: Inventory): readonly CsiPlugin[] =>
  writtenWorkloads({ inventory }).flatMap(workload => csiPluginOf(workload) ?? []));

/** The plugin that a workload is; undefined for all others. */
export const csiPluginOf: (workload: Workload) => CsiPlugin | undefined = memo(workload => {
  const containers = runningContainersIn(workload);
  const registrar = containers.find(isRegistrar);
  if (registrar === undefined) {return undefined;}
  const socket = flagOf(registrar, 'kubelet-registration-path');
  const directory = socket && /^(\/.*)\/[^/]+$/.exec(socket.value)?.[1];
  const driver = driverOf(workload, containers.filter(placed => !isSidecar(placed)), directory);
  return {
    workload, registrar, socket, driver,
    kubelet: socket && /^(\/.*?)\/(?:plugins|plugins_registry|csi-plugins)\//.exec(socket.value)?.[1],
    liveness: containers.find(({ container }) => LIVENESS.test(programOf(container.image) ?? '')),
    name: nameOf(driver, socket?.value.split(/[\\/]/).at(-2)),
  };
});

function isRegistrar(placed: PlacedContainer): boolean {
  return REGISTRAR.test(programOf(placed.container.image) ?? '') || flagOf(placed, 'kubelet-registration-path') !== undefined;
}

function isSidecar(placed: PlacedContainer): boolean {
  const program = programOf(placed.container.image) ?? '';
  return isRegistrar(placed) || LIVENESS.test(program) || SIDECARS.test(program);
}

/** Whoever mounts for the node; else who is on the socket; else who is left. */
function driverOf(workload: Workload, candidates: readonly PlacedContainer[], directory?: string): PlacedContainer | undefined {
  const mounts = hostMountsIn(workload);
  const has = (placed: PlacedContainer, test: (mount: HostMount) => boolean) =>
    mounts.some(mount => mount.container === placed && test(mount));
  return candidates.find(placed => has(placed, ({ mount }) => mount.mountPropagation === 'Bidirectional'))
    ?? candidates.find(placed => has(placed, ({ path }) => path === directory))
    ?? candidates.find(({ container }) => container.securityContext?.privileged === true) ?? candidates[0];
}

function nameOf(driver: PlacedContainer | undefined, folder: string | undefined): string | undefined {
  const given = driver
    && ['drivername', 'driver-name', 'provisioner-name'].map(name => flagOf(driver, name)?.value).find(value => value !== undefined);
  if (given !== undefined) {return given;}
  return folder?.includes('.') ? folder : nameByProgram(driver);
}

/** The name that the driver of a known program has by default. */
export function nameByProgram(driver: PlacedContainer | undefined): string | undefined {
  const program = driver && programOf(driver.container.image);
  return program === undefined ? undefined : NAMES.find(([known]) => known.test(program))?.[1];
}

/** Mounts of directories with volumes, in which the driver can make mounts that its node never sees. */
export function unsharedMounts(plugin: CsiPlugin): readonly HostMount[] {
  if (operatingSystemOf(plugin.workload) === 'windows') {return [];}
  return volumeMountsOf(plugin).filter(({ mount }) => mount.mountPropagation !== 'Bidirectional');
}

/** Mounts in which the driver makes the mounts of volumes: their paths are those that the kubelet names in its requests. */
export function volumeMountsOf({ workload, driver, kubelet = KUBELET_DIRECTORY }: CsiPlugin): readonly HostMount[] {
  const places = new Set(['', '/pods', '/plugins', '/plugins/kubernetes.io', '/plugins/kubernetes.io/csi'].map(place => kubelet + place));
  return hostMountsIn(workload).filter(({ container, path, isWritable }) => container === driver && isWritable && places.has(path));
}

/** Whether the driver has the rights to make mounts itself: one that has not may have another program make them. */
export function maySelfMount({ driver }: CsiPlugin): boolean {
  const { privileged, capabilities } = driver?.container.securityContext ?? {};
  return privileged === true || (capabilities?.add ?? []).some((name: unknown) => /^(CAP_)?(SYS_ADMIN|ALL)$/.test(String(name)));
}

/** A flag of a container, in any of the spellings of Go: `--name=value`, `-name value`. */
export function flagOf({ container, path }: PlacedContainer, name: string): Flag | undefined {
  for (const field of ['args', 'command'] as const) {
    const texts: readonly unknown[] = container[field] ?? [];
    for (const [index, text] of texts.entries()) {
      const [, flag, value] = typeof text === 'string' ? /^--?([\w-]+)(?:=(.*))?$/s.exec(text) ?? [] : [];
      if (flag !== name) {continue;}
      const next = texts[index + 1];
      const said = value ?? (typeof next === 'string' && !next.startsWith('-') ? next : '');
      return { value: resolved(said, container.env), path: `${path}.${field}[${index}]` };
    }
  }
  return undefined;
}

function resolved(text: string, env: ReadonlyArray<{ readonly name?: unknown; readonly value?: unknown }> | null | undefined): string {
  return text.replace(/\$\(([\w.-]+)\)/g, (whole, name: string) => {
    const value = env?.find(variable => variable?.name === name)?.value;
    return typeof value === 'string' ? value : whole;
  });
}

/** Where a sidecar answers the kubelet. */
interface HealthPort {
  readonly port: number;
  /** The flag that says so. */
  readonly path: string;
}

/** The port that a sidecar answers on, by its flags: undefined where it does not answer. */
export function healthPortOf(placed: PlacedContainer, standard?: number): HealthPort | undefined {
  const endpoint = flagOf(placed, 'http-endpoint');
  const port = endpoint && /:(\d+)$/.exec(endpoint.value)?.[1];
  if (endpoint !== undefined && port !== undefined) {return { port: Number(port), path: endpoint.path };}
  const health = flagOf(placed, 'health-port');
  if (health !== undefined && /^\d+$/.test(health.value)) {return { port: Number(health.value), path: health.path };}
  return standard === undefined ? undefined : { port: standard, path: placed.path };
}
