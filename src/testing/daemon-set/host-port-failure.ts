import { containersIn } from '../../checks/facts/containers';
import { findPortCollisions, PortCollision } from '../../cluster/collisions/port-collisions';
import { canShareNodes } from '../../cluster/collisions/shared-nodes';
import type { Workload } from '../../cluster/inventory/workload';
import { commonNode } from '../../cluster/node-selection';
import type { HostPortClaim } from '../../cluster/workload-facts';
import { sortedEntries, Wire } from '../../private/wire';
import type { HostPortClaimOptions } from '../host-port-claim-options';
import type { Path } from '../match/difference';
import { pathTo } from '../match/object-path';
import { entryText, Failure } from '../message/failure';
import type { DaemonSetInCluster } from '../read/collection';

/** Why a DaemonSet does not take a port of its nodes; undefined where it does. */
export function hostPortFailure(workload: Workload, port: number, { protocol, hostIp }: HostPortClaimOptions): Failure | undefined {
  const { hostPorts, hostNetwork } = workload.facts;
  const isMeant = (claim: HostPortClaim) => claim.port === port && (protocol ?? claim.protocol) === claim.protocol && (hostIp ?? claim.address ?? '') === (claim.address ?? '');
  if (hostPorts.some(isMeant)) {return undefined;}
  const text = `${port}${protocol === undefined ? '' : `/${protocol}`}${hostIp === undefined ? '' : ` of the address ${hostIp}`}`;
  const declared = placesOf(workload, port);
  return {
    expected: `Expected DaemonSet ${workload.name} to claim port ${text} of its nodes, and it does not.`,
    about: workload,
    differences: hostNetwork ? [] : declared.map(path => ({ path, found: undefined, wanted: String(port), weight: 1 })),
    hints: [
      ...!hostNetwork && declared.length > 0 ? [`${port} is a port of the pod; a port of the node needs \`hostPort\`, or \`hostNetwork: true\` of the pod`] : [],
      `it claims ${hostPorts.map(claimText).join(', ') || 'no port of its nodes'}`,
    ],
  };
}

/** The `hostPort` that is missing beside a port of a container. */
function placesOf(workload: Workload, port: number): Path[] {
  return containersIn(workload).flatMap(({ container, path }) => {
    const ports: Wire[] = container.ports ?? [];
    return ports.flatMap(({ containerPort }, index) => (containerPort === port ? [pathTo(workload.object, `${path}.ports[${index}].hostPort`)] : []));
  });
}

/** Which DaemonSets claim one port of nodes that they share; undefined where none do. */
export function hostPortConflicts(daemonSets: readonly DaemonSetInCluster[]): Failure | undefined {
  const collisions: Array<PortCollision<DaemonSetInCluster>> = [];
  findPortCollisions(daemonSets, {
    scopeOf: ({ cluster }) => String(daemonSets.findIndex(each => each.cluster === cluster)),
    portsOf: ({ workload }) => workload.facts.hostPorts,
    selectionOf: ({ workload }) => workload.facts.selection,
    collide: (one, other) => canShareNodes(one.workload.facts.selection, other.workload.facts.selection),
  }, collision => collisions.push(collision));
  return collisions.length === 0 ? undefined : {
    expected: `Expected no two DaemonSets to claim one port of the same nodes, found ${collisions.length === 1 ? 'one that two claim' : `${collisions.length} that two claim`}:`,
    more: collisions.flatMap(({ first, theirs, second, mine }) => [
      `${claimText(mine)} on ${nodeText(commonNode(first.workload.facts.selection, second.workload.facts.selection)?.labels ?? {})}:`,
      `  ${entryText(first.workload)}: ${theirs.by}`,
      `  ${entryText(second.workload)}: ${mine.by}`,
    ]),
    hints: ['the scheduler places only one of the two on a node: change one of the ports, or cover different nodes by a label'],
  };
}

function claimText({ port, protocol, address }: HostPortClaim): string {
  return `${port}/${protocol}${address === undefined ? '' : ` of ${address}`}`;
}

function nodeText(labels: { readonly [key: string]: string }): string {
  const texts = sortedEntries(labels).map(([key, value]) => `${key}=${value}`);
  return texts.length === 0 ? 'any node' : `a node with ${texts.join(', ')}`;
}
