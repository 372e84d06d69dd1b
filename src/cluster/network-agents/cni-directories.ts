import { HostMount, hostMountsIn } from '../host-state/host-mounts';
import type { Workload } from '../inventory/workload';

const CONFIGURATION = /\/cni\/net\.d$/;
const BINARIES = /\/cni\/bin$/;

/** Where GKE keeps all programs of a node, drivers of GPUs among them: what is installed there is a CNI plugin where a name says so. */
const BINARIES_OF_GKE = '/home/kubernetes/bin';

/**
 * Whether a workload installs a CNI plugin: it writes the programs that the runtime calls, or keeps their configuration for as long as it
 * runs. An init container that writes the configuration alone changes what is there, as a migration does, and new nodes do not wait for it.
 */
export function installsCniPlugin(workload: Workload): boolean {
  return written(workload).some(({ path, container, volume, mount }) => BINARIES.test(path)
    || path === BINARIES_OF_GKE && /cni/i.test(`${volume.name} ${mount.mountPath}`)
    || CONFIGURATION.test(path) && container.role !== 'init');
}

/** Whether a workload writes the configuration of CNI plugins, after which the runtime reports that the network is ready. */
export function configuresCni(workload: Workload): boolean {
  return written(workload).some(({ path }) => CONFIGURATION.test(path));
}

function written(workload: Workload): HostMount[] {
  return hostMountsIn(workload).filter(({ isWritable }) => isWritable);
}
