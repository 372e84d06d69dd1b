import { hostMountsIn } from '../../cluster/host-state/host-mounts';
import { runningContainersIn } from '../../cluster/inventory/containers';
import { programOf } from '../../cluster/inventory/programs';
import type { Workload } from '../../cluster/inventory/workload';

const SOCKETS = /\/device-plugins(\/kubelet\.sock)?$/;
const REGISTRY = /\/plugins_registry$/;

/** Whether a workload registers devices with the kubelet. */
export function registersDevices(workload: Workload): boolean {
  return hostMountsIn(workload).some(({ path }) => SOCKETS.test(path));
}

/** Devices that both a device plugin and a driver for dynamic resource allocation can serve, and the programs that do. */
interface ServedDevice {
  readonly devices: string;
  readonly plugin: RegExp;
  readonly driver: RegExp;
}

const SERVED: readonly ServedDevice[] = [
  { devices: 'NVIDIA GPUs', plugin: /(^|\/)nvidia\/k8s-device-plugin$/, driver: /(^|\/)(dra-driver-nvidia-gpu|k8s-dra-driver-gpu)$/ },
  { devices: 'AMD GPUs', plugin: /(^|\/)rocm\/k8s-device-plugin$/, driver: /(^|\/)k8s-gpu-dra-driver$/ },
  { devices: 'Intel GPUs', plugin: /(^|\/)intel-gpu-plugin$/, driver: /(^|\/)intel-gpu-resource-driver$/ },
];

/** The devices that a workload serves as a device plugin. */
export function pluggedDevices(workload: Workload): string | undefined {
  return registersDevices(workload) ? servedBy(workload, ({ plugin }) => plugin) : undefined;
}

/** The devices that a workload serves as a driver for dynamic resource allocation. */
export function claimedDevices(workload: Workload): string | undefined {
  return hostMountsIn(workload).some(({ path }) => REGISTRY.test(path)) ? servedBy(workload, ({ driver }) => driver) : undefined;
}

function servedBy(workload: Workload, programIn: (served: ServedDevice) => RegExp): string | undefined {
  const programs = runningContainersIn(workload).filter(({ name }) => !OTHER_PART.test(name))
    .map(({ container }) => programOf(container.image));
  return SERVED.find(served => programs.some(program => program !== undefined && programIn(served).test(program)))?.devices;
}

/**
 * The driver of NVIDIA also serves domains of GPUs with shared memory, in a container of its own that leaves the GPUs to whoever serves
 * them.
 */
const OTHER_PART = /^compute-domains?$/;
