import { NodeSelection, selectionOf } from './node-selection';
import type { Wire } from '../private/wire';

/** A port of the node that a workload takes. */
export interface HostPortClaim {
  readonly port: number;
  readonly protocol: string;
  /** Absent for every address. */
  readonly address?: string;
  /** Who takes it: the container and the name of the port. */
  readonly by: string;
  /** The container, where no field names the port. */
  readonly container?: string;
  /** Whether it is known of the program alone: another configuration than the one that is seen may move it. */
  readonly isKnown?: boolean;
}

/** A right beyond the least that a pod can run with. */
export interface Right {
  /** `privileged`, `hostProcess`, `root`, `hostNetwork`, `hostPID`, `hostIPC`, or the name of a capability. */
  readonly name: string;
  /** Absent for the pod as a whole. */
  readonly container?: string;
}

/** What the spec of a workload means for the nodes that it runs on, whoever wrote it. */
export interface WorkloadFacts {
  readonly hostNetwork: boolean;
  readonly hostPorts: readonly HostPortClaim[];
  readonly selection: NodeSelection;
  /** Whether new pods start beside old ones. */
  readonly surges: boolean;
  readonly rights: readonly Right[];
}

/** Reads the spec of a DaemonSet, or of anything else with a pod template. */
export function factsOf(spec: Wire): WorkloadFacts {
  const pod = spec.template?.spec ?? {};
  const maxSurge = spec.updateStrategy?.rollingUpdate?.maxSurge ?? 0;
  return {
    hostNetwork: pod.hostNetwork === true,
    hostPorts: hostPortsOf(pod),
    selection: selectionOf(pod),
    surges: !/^0+%?$/.test(String(maxSurge)),
    rights: rightsOf(pod),
  };
}

/** The containers that run for as long as the pod does, and those before them. */
export function containersOf(pod: Wire): Wire[] {
  return [...pod.initContainers ?? [], ...pod.containers ?? []];
}

/**
 * Host ports, and on the host network every port that is declared. Containers that end before the others start hold none.
 */
function hostPortsOf(pod: Wire): HostPortClaim[] {
  const running = containersOf(pod).filter(container => !(pod.initContainers ?? []).includes(container)
    || container.restartPolicy === 'Always');
  return running.flatMap(container => (container.ports ?? [])
    .filter((port: Wire) => port.hostPort || pod.hostNetwork)
    .map((port: Wire) => claimOf(container, port)));
}

/** What a port of a container that is open on its node takes there. */
export function claimOf(container: Wire, port: Wire): HostPortClaim {
  return {
    port: port.hostPort || port.containerPort,
    protocol: port.protocol ?? 'TCP',
    ...port.hostIP && { address: port.hostIP },
    by: `container '${container.name}', port '${port.name ?? port.containerPort}'`,
  };
}

/** Whether both cannot be open on one node. */
export function portsCollide(a: HostPortClaim, b: HostPortClaim): boolean {
  return a.port === b.port && a.protocol === b.protocol
    && (isEveryAddress(a.address) || isEveryAddress(b.address) || a.address === b.address);
}

function isEveryAddress(address: string | undefined): boolean {
  return address === undefined || address === '' || address === '0.0.0.0' || address === '::';
}

function rightsOf(pod: Wire): Right[] {
  const rights: Right[] = ['hostNetwork', 'hostPID', 'hostIPC'].filter(field => pod[field] === true).map(name => ({ name }));
  if (pod.securityContext?.runAsUser === 0) {rights.push({ name: 'root' });}
  if (pod.securityContext?.windowsOptions?.hostProcess) {rights.push({ name: 'hostProcess' });}
  for (const { name: container, securityContext } of containersOf(pod)) {
    if (securityContext?.privileged) {rights.push({ name: 'privileged', container });}
    if (securityContext?.windowsOptions?.hostProcess) {rights.push({ name: 'hostProcess', container });}
    if (securityContext?.runAsUser === 0 && !securityContext.privileged) {rights.push({ name: 'root', container });}
    for (const name of securityContext?.capabilities?.add ?? []) {rights.push({ name, container });}
  }
  return rights;
}
