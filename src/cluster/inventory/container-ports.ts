import { runningContainersIn } from './containers';
import type { Workload } from './workload';
import type { Wire } from '../../private/wire';
import { claimOf, HostPortClaim } from '../workload-facts';

/** Where a port of the node is claimed: the field that names it. Of ports that are claimed twice in one spelling, the last. */
export function portPath(workload: Workload, claim: HostPortClaim): { readonly path: string; readonly container?: string } {
  const found = runningContainersIn(workload).flatMap(({ container, name, path }) => (container.ports
    ?? []).flatMap((port: Wire, index: number) => {
    const other = claimOf(container, port);
    return other.port !== claim.port || other.by !== claim.by || other.protocol !== claim.protocol ? []
      : [{ path: `${path}.ports[${index}].${port.hostPort ? 'hostPort' : 'containerPort'}`, container: name }];
  }));
  return found.at(-1) ?? { path: workload.podPath, ...claim.container !== undefined && { container: claim.container } };
}

/**
 * The number that a probe or hook asks, for a port of the container, given by name or number; undefined for a name that it does not have.
 */
export function portNumber(container: Wire, port: unknown): number | undefined {
  if (typeof port === 'number') {return port;}
  if (/^\d+$/.test(String(port))) {return Number(port);}
  return (container.ports ?? []).find(({ name }: Wire) => name !== undefined && name === port)?.containerPort;
}
