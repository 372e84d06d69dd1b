import { portCollisions } from './port-collisions';
import { describeEntry } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import { portPath } from '../inventory/container-ports';
import { containersIn, PlacedContainer } from '../inventory/containers';
import { isDaemonSet, Workload } from '../inventory/workload';
import { writtenWorkloads } from '../inventory/written-workloads';
import { NodeSharing } from '../placement/node-sharing';
import { HostPortClaim, portsCollide } from '../workload-facts';

/** What such findings have in common. */
export const HOST_PORT_CONFLICT: FindingKind = {
  id: 'host-port-conflict',
  level: 'error',
  fix: 'Change one of the ports, drop `hostPort` where a Service reaches the pods, or give the workloads different nodes (`NodeCoverage`).',
};

/** Workloads, and containers of one pod, that take one port of the same nodes. */
export function* hostPortConflicts(context: CheckContext): Generator<ObjectFinding> {
  const takers = writtenWorkloads(context).filter(mayTakePorts).filter(({ facts }) => facts.hostPorts.length > 0);
  if (takers.length === 0) {return;}
  const sharing = NodeSharing.in(context);
  for (const workload of takers) {
    for (const [theirs, mine] of ownCollisions(workload.facts.hostPorts)) {
      const { path, container } = portPath(workload, mine);
      yield findingOf(HOST_PORT_CONFLICT, {
        about: workload, path, container, what: `two containers of one pod take port ${mine.port}/${mine.protocol} of the node`, given: `${theirs.by} and ${mine.by}`,
        fix: 'Change one of the ports: containers of a pod share its network.',
      });
    }
  }
  const collisions = portCollisions([...takers.filter(isDaemonSet), ...takers.filter(workload => !isDaemonSet(workload))], {
    scopeOf: () => '', portsOf: ({ facts }) => facts.hostPorts, selectionOf: ({ facts }) => facts.selection,
    collide: (one, other) => (isDaemonSet(one) || isDaemonSet(other)) && sharing.share(one, other),
  });
  for (const { first, theirs, second, mine } of collisions) {
    const { path, container } = portPath(second, mine);
    const isCertain = isDaemonSet(second) || sharing.isWithin(second, first) === true;
    yield findingOf(HOST_PORT_CONFLICT, {
      about: second, path, container, ...!isCertain && { level: 'warning' },
      what: `port ${mine.port}/${mine.protocol} of ${isCertain && !isDaemonSet(second) ? 'every node that the pods may run on' : 'nodes that both may run on'} is also taken by ${describeEntry(first)}`,
      given: `${mine.by}; there ${theirs.by}`,
    });
  }
}

/** Without the network of the node a container takes what it says, and most say nothing. */
function mayTakePorts(workload: Workload): boolean {
  return workload.pod.hostNetwork || containersIn(workload).some(isWithHostPort);
}

function isWithHostPort({ container }: PlacedContainer): boolean {
  return container.ports?.some(({ hostPort }: Wire) => hostPort);
}

function ownCollisions(claims: Workload['facts']['hostPorts']): Array<[theirs: HostPortClaim, mine: HostPortClaim]> {
  return claims.flatMap((mine, index) => {
    const theirs = claims.slice(0, index).find(before => portsCollide(before, mine));
    return theirs === undefined ? [] : [[theirs, mine]];
  });
}
