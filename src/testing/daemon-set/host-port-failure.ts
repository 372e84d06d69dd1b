import { hostPortConflicts } from '../../cluster/host-ports/host-port-conflicts';
import { containersIn } from '../../cluster/inventory/containers';
import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import type { HostPortClaim } from '../../cluster/workload-facts';
import type { Path } from '../../private/compare/difference';
import { pathTo } from '../../private/compare/object-path';
import type { Wire } from '../../private/wire';
import type { HostPortClaimOptions } from '../host-port-claim-options';
import { entryText, Failure } from '../message/failure';
import type { ClusterObjects } from '../read/collection';

/** Why a DaemonSet does not take a port of its nodes; undefined where it does. */
export function hostPortFailure(workload: Workload, port: number, { protocol, hostIp }: HostPortClaimOptions): Failure | undefined {
  const { hostPorts, hostNetwork } = workload.facts;
  const isMeant = (claim: HostPortClaim) => claim.port === port && (protocol ?? claim.protocol) === claim.protocol
    && (hostIp ?? claim.address ?? '') === (claim.address ?? '');
  if (hostPorts.some(isMeant)) {return undefined;}
  const text = `${port}${protocol === undefined ? '' : `/${protocol}`}${hostIp === undefined ? '' : ` of the address ${hostIp}`}`;
  const declared = placesOf(workload, port);
  return {
    expected: `Expected DaemonSet ${workload.name} to claim port ${text} of its nodes, and it does not.`,
    about: workload,
    differences: hostNetwork ? [] : declared.map(path => ({ path, found: undefined, wanted: String(port), weight: 1 })),
    hints: [
      ...!hostNetwork && declared.length > 0
        ? [`${port} is a port of the pod; a port of the node needs \`hostPort\`, or \`hostNetwork: true\` of the pod`]
        : [],
      `it claims ${hostPorts.map(claimText).join(', ') || 'no port of its nodes'}`,
    ],
  };
}

/** The `hostPort` that is missing next to a port of a container. */
function placesOf(workload: Workload, port: number): Path[] {
  return containersIn(workload).flatMap(({ container, path }) => {
    const ports: Wire[] = container.ports ?? [];
    return ports.flatMap(({ containerPort }, index) => (containerPort === port
      ? [pathTo(workload.object, `${path}.ports[${index}].hostPort`)]
      : []));
  });
}

/** Which DaemonSets claim one port of nodes that they share; undefined where none do. */
export function hostPortFailures(clusters: readonly ClusterObjects[]): Failure | undefined {
  const found = clusters.flatMap(({ inventory, minor = 0 }) => [...hostPortConflicts({ inventory, minor })])
    .filter(({ about }) => isDaemonSet(about));
  return found.length === 0 ? undefined : {
    expected: 'Expected no two DaemonSets to claim one port of the same nodes, found '
      + `${found.length === 1 ? 'one that two claim' : `${found.length} that two claim`}:`,
    more: found.flatMap(({ about, what, given }) => [`${entryText(about)}: ${what}`, `  ${given}`]),
    hints: ['the scheduler places only one of the two on a node: change one of the ports, or cover different nodes by a label'],
  };
}

function claimText({ port, protocol, address }: HostPortClaim): string {
  return `${port}/${protocol}${address === undefined ? '' : ` of ${address}`}`;
}
