import { hostPortClaims } from './host-port-claims';
import { portCollisions } from './port-collisions';
import { describeEntry } from '../../private/entry';
import { FindingKind, findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import { portPath } from '../inventory/container-ports';
import { containersIn, PlacedContainer } from '../inventory/containers';
import { OTHER_CLUSTER } from '../inventory/own-objects';
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
  const claims = (workload: Workload) => hostPortClaims(context, workload);
  const takers = writtenWorkloads(context).filter(mayTakePorts).filter(workload => claims(workload).length > 0);
  if (takers.length === 0) {return;}
  const sharing = NodeSharing.in(context);
  const isOwn = (workload: Workload) => context.own?.has(workload) === true;
  for (const workload of takers) {
    for (const [theirs, mine] of ownCollisions(claims(workload))) {
      const { path, container } = portPath(workload, mine);
      yield findingOf(HOST_PORT_CONFLICT, {
        about: workload, path, container, what: `two containers of one pod take port ${mine.port}/${mine.protocol} of the node`,
        given: `${theirs.by} and ${mine.by}`,
        fix: 'Change one of the ports: containers of a pod share its network.',
      });
    }
  }
  // the later of two has the finding: others come before what the app can change, and what they do to each other is not looked for there
  const inOrder = [...takers].sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)) || Number(isDaemonSet(b)) - Number(isDaemonSet(a)));
  const collisions = portCollisions(inOrder, {
    scopeOf: () => '', portsOf: claims, selectionOf: ({ facts }) => facts.selection,
    isAsked: workload => context.own === undefined || isOwn(workload),
    collide: (one, other) => (isDaemonSet(one) || isDaemonSet(other)) && sharing.share(one, other),
  });
  for (const { first, theirs, second, mine } of collisions) {
    const { path, container } = portPath(second, mine);
    const [agent, other] = isDaemonSet(first) ? [first, second] : [second, first];
    const isCertain = (isDaemonSet(other) || sharing.isWithin(other, agent) === true) && !theirs.isKnown && !mine.isKnown;
    yield findingOf(HOST_PORT_CONFLICT, {
      about: second, path, container, ...!isCertain && { level: 'warning' },
      what: `port ${mine.port}/${mine.protocol} of `
        + `${isCertain && !isDaemonSet(second) ? 'every node that the pods may run on' : 'nodes that both may run on'} is also taken by `
        + `${describeEntry(first)}`,
      given: `${mine.by}; there ${theirs.by}`,
      ...isOwn(first) && isOwn(second) && { fix: `${HOST_PORT_CONFLICT.fix} ${OTHER_CLUSTER}` },
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
