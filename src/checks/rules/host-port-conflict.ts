import { findPortCollisions } from '../../cluster/collisions/port-collisions';
import { describeEntry } from '../../private/entry';
import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { HostPortClaim, portsCollide } from '../../cluster/workload-facts';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { portPath } from '../facts/container-ports';
import { containersIn, PlacedContainer } from '../facts/containers';
import { NodeSharing } from '../facts/node-sharing';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Rule } from '../rule';

export const hostPortConflict: Rule = {
  id: 'host-port-conflict',
  level: 'error',
  summary: 'Two workloads, or two containers of one, take one port of the same nodes.',
  looksAt: '`hostPort`, and with `hostNetwork: true` every `containerPort`, of DaemonSets that share nodes; of other workloads, what stands in the way of a DaemonSet.',
  why: 'The scheduler places one of the two pods on a node, and the other stays Pending there: on which nodes which of them is missing depends on who came first. '
    + 'Where a DaemonSet and another workload want the port, that is a warning: whether both find room is up to the scheduler.',
  fix: 'Change one of the ports, drop `hostPort` where a Service reaches the pods, or give the workloads different nodes (`NodeCoverage`).',
  example: () => {
    const exporter = (name: string, port: number) => daemonSet({ hostNetwork: true }, { ports: [{ name: 'metrics', containerPort: port }] }, { name });
    return {
      fails: [exporter('node-exporter', 9100), exporter('gpu-exporter', 9100)],
      passes: [exporter('node-exporter', 9100), exporter('gpu-exporter', 9400)],
    };
  },
  check: (context, report) => {
    const takers = writtenWorkloads(context).filter(mayTakePorts).filter(({ facts }) => facts.hostPorts.length > 0);
    if (takers.length === 0) {return;}
    const sharing = NodeSharing.in(context);
    for (const workload of takers) {
      for (const [theirs, mine] of ownCollisions(workload.facts.hostPorts)) {
        const { path, container } = portPath(workload, mine);
        report({
          about: workload, path, container, what: `two containers of one pod take port ${mine.port}/${mine.protocol} of the node`, given: `${theirs.by} and ${mine.by}`,
          fix: 'Change one of the ports: containers of a pod share its network.',
        });
      }
    }
    findPortCollisions([...takers.filter(isDaemonSet), ...takers.filter(workload => !isDaemonSet(workload))], {
      scopeOf: () => '', portsOf: ({ facts }) => facts.hostPorts, selectionOf: ({ facts }) => facts.selection,
      collide: (one, other) => (isDaemonSet(one) || isDaemonSet(other)) && sharing.share(one, other),
    }, ({ first, theirs, second, mine }) => {
      const { path, container } = portPath(second, mine);
      const isCertain = isDaemonSet(second) || sharing.isWithin(second, first) === true;
      report({
        about: second, path, container, ...!isCertain && { level: 'warning' },
        what: `port ${mine.port}/${mine.protocol} of ${isCertain && !isDaemonSet(second) ? 'every node that the pods may run on' : 'nodes that both may run on'} is also taken by ${describeEntry(first)}`,
        given: `${mine.by}; there ${theirs.by}`,
      });
    });
  },
};

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
