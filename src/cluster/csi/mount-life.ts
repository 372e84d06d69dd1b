import { CsiPlugin, flagOf, maySelfMount, unsharedMounts } from './csi-plugins';
import { hostMountsIn } from '../host-state/host-mounts';
import type { Inventory } from '../inventory/inventory';
import { programOf } from '../inventory/programs';
import { operatingSystemOf } from '../operating-system/operating-system';

/**
 * What becomes of the mounts that pods of a node use when the pod of their driver is replaced.
 *
 * - `kept`: they belong to the kernel, and nothing is seen of it.
 * - `hang`: their connection was made in the network of the pod, and is gone with it.
 * - `lost`: a process of the pod serves them, or they are in no file system but that of the pod.
 */
export interface MountLife {
  readonly fate: 'kept' | 'hang' | 'lost';
  /** What says so. */
  readonly sign?: string;
}

/** Drivers whose mounts are connections of the kernel, by their programs. */
const CONNECTED: ReadonlyArray<readonly [program: RegExp, protocol: string]> = [
  [/(^|\/)nfsplugin$/, 'NFS'], [/(^|\/)smbplugin$/, 'SMB'], [/(^|\/)aws-efs-csi-driver$/, 'NFS'], [/(^|\/)(nfs-csi|csi-nfs)[\w-]*$/, 'NFS'],
];

/** Drivers with a process in their pods that every mount goes through. */
const PROXIED: ReadonlyArray<readonly [program: RegExp, process: string]> = [[/(^|\/)aws-efs-csi-driver$/, 'efs-proxy']];

/** Mounters that are processes. */
const BY_PROCESS = /fuse|geesefs|s3fs|goofys|rclone|rbd-nbd/;

/** What the kernel speaks with the server of a driver's mounts; undefined for drivers that are not known to have one. */
export function protocolOf({ driver }: CsiPlugin): string | undefined {
  return known(CONNECTED, driver);
}

/** What says that the driver serves files of users by a process of its own. */
export function mounterOf({ workload, driver }: CsiPlugin): string | undefined {
  if (driver === undefined) {return undefined;}
  if (hostMountsIn(workload).some(({ container, path }) => container === driver && path === '/dev/fuse')) {return '/dev/fuse';}
  const mounter = flagOf(driver, 'mounter')?.value;
  if (mounter !== undefined && BY_PROCESS.test(mounter)) {return `--mounter=${mounter}`;}
  return flagOf(driver, 'by-process')?.value === 'true' ? '--by-process=true' : undefined;
}

/** Whether the connections of the driver are made in a network that goes with the pod. */
export function isOffHostNetwork({ workload }: CsiPlugin): boolean {
  return workload.pod.hostNetwork !== true && operatingSystemOf(workload) !== 'windows';
}

/** What becomes of mounts that are used while the pod of the driver is replaced. */
export function mountLifeOf(plugin: CsiPlugin, inventory: Inventory): MountLife {
  const [unshared] = maySelfMount(plugin) ? unsharedMounts(plugin) : [];
  if (unshared !== undefined) {return { fate: 'lost', sign: `${unshared.path} without mountPropagation: Bidirectional` };}
  const server = mounterOf(plugin) ?? known(PROXIED, plugin.driver) ?? mounterOfClasses(plugin, inventory);
  if (server !== undefined) {return { fate: 'lost', sign: server };}
  const protocol = protocolOf(plugin);
  return protocol !== undefined && isOffHostNetwork(plugin) ? { fate: 'hang', sign: `${protocol} without hostNetwork` } : { fate: 'kept' };
}

/** What says that volumes of a class of the driver are served by a process: ceph-csi takes its clients from there. */
function mounterOfClasses({ name }: CsiPlugin, inventory: Inventory): string | undefined {
  const found = inventory.ofKind('StorageClass', 'storage.k8s.io')
    .find(({ object }) => object.provisioner === name && BY_PROCESS.test(String(object.parameters?.mounter)));
  return found && `mounter ${found.object.parameters.mounter} of StorageClass ${found.name}`;
}

function known(table: ReadonlyArray<readonly [program: RegExp, what: string]>, driver: CsiPlugin['driver']): string | undefined {
  const program = driver && programOf(driver.container.image);
  return program === undefined ? undefined : table.find(([each]) => each.test(program))?.[1];
}
