import { CsiPlugin, csiPluginOf, flagOf } from './csi-plugins';
import { registrationOf } from './registration';
import { KUBELET_DIRECTORY } from '../../private/standard-values';
import type { Wire } from '../../private/wire';
import { runningContainersIn } from '../inventory/containers';
import type { Inventory } from '../inventory/inventory';
import { programOf } from '../inventory/programs';
import type { Workload } from '../inventory/workload';
import { mayDo } from '../rights/account-rights';

/** A taint that keeps pods off a new node until the driver is registered there, and who takes it away. */
export interface CsiStartupTaint {
  readonly key: string;
  /** `plugin`: the pod of the driver on the node itself. `controller`: a program that runs once for all nodes. Undefined: nobody does. */
  readonly removedBy?: 'plugin' | 'controller';
  /** Why nobody does, and what to change. */
  readonly reason?: string;
}

/** Drivers that remove a taint from their own node when they are ready, by their programs. */
const REMOVE_TAINT = /(^|\/)(aws-ebs-csi-driver|aws-efs-csi-driver|azuredisk-csi|aws-mountpoint-s3-csi-driver)$/;

/** A driver that leaves it to a program with the right to change nodes. Its taint has a name of its own. */
const CONTROLLED = /(^|\/)gcp-compute-persistent-disk-csi-driver$/;

/** Whether the driver itself removes the taint of its node, when nothing tells it not to. */
export function removesOwnTaint({ driver }: CsiPlugin): boolean {
  return REMOVE_TAINT.test(driver && programOf(driver.container.image) || '');
}

/** The taint of a plugin; undefined where the manifest does not tell the name of its driver. */
export function startupTaintOf(plugin: CsiPlugin, inventory: Inventory): CsiStartupTaint | undefined {
  const { name, driver, workload, kubelet = KUBELET_DIRECTORY } = plugin;
  if (name === undefined || driver === undefined) {return undefined;}
  if (CONTROLLED.test(programOf(driver.container.image) ?? '')) {
    return { key: `${name}/not-ready`, removedBy: 'controller', reason: 'see that its controller runs with --run-taint-controller' };
  }
  const key = `${name}/agent-not-ready`;
  if (!removesOwnTaint(plugin)) {return { key, reason: `the driver ${name} leaves it: take it from the node pool` };}
  if (isToldNotTo(driver.container) || flagOf(driver, 'remove-not-ready-taint')?.value === 'false') {
    return { key, reason: `the driver ${name} is configured to leave it: take it from the node pool` };
  }
  if (!mayDo(workload, inventory, { apiGroup: '', resource: 'nodes', verb: 'patch' })) {
    return { key, reason: `the account of ${workload.name} may not patch nodes: grant it (CsiGrant.taintRemoval)` };
  }
  const unregistered = registrationOf(plugin, kubelet)[0].reason;
  return unregistered === undefined ? { key, removedBy: 'plugin' } : { key, reason: unregistered };
}

/** The taint of the plugin that a workload is. */
export function startupTaintIn(workload: Workload, inventory: Inventory): CsiStartupTaint | undefined {
  const plugin = csiPluginOf(workload);
  return plugin && startupTaintOf(plugin, inventory);
}

/** Whether a workload takes the taints of drivers from all nodes. */
export function controlsStartupTaints(workload: Workload): boolean {
  return runningContainersIn(workload).some(placed => flagOf(placed, 'run-taint-controller')?.value === 'true');
}

function isToldNotTo({ env }: Wire): boolean {
  return (env ?? []).some(({ name, value }: Wire) => name === 'DISABLE_TAINT_WATCHER' && value === 'true');
}
