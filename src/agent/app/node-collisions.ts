import { OTHER_CLUSTER } from './other-cluster';
import { Note, PlacedWorkload, RegisteredWorkload } from './registered-agent';
import { portCollisions } from '../../cluster/host-ports/port-collisions';
import { canShareNodes } from '../../cluster/placement/shared-nodes';
import { stateCollisions } from '../../cluster/host-state/state-collisions';
import type { NodeSelection } from '../../cluster/node-selection';
import { finding } from '../../private/finding';

/** Two agents that take one port of the same nodes: the scheduler places only one of them there. The first of them is enough to know. */
export function findPortCollisions(agents: readonly PlacedWorkload[], note: Note): void {
  const collisions = portCollisions(agents, {
    scopeOf: ({ cluster }) => cluster, portsOf: agent => agent.state().hostPorts, selectionOf, collide: shareNodes,
    isAsked: ({ isForeign }) => isForeign !== true,
  });
  for (const { first, theirs, second, mine } of collisions) {
    const [one, other] = [first.construct.node.path, second.construct.node.path];
    note(second.construct, finding({
      code: 'host-port-conflict',
      what: `${one} and ${other} both claim port ${mine.port}/${mine.protocol} of nodes that they share`,
      given: `${theirs.by} of ${one}, ${mine.by} of ${other}`,
      fix: `change one of the ports, or cover different nodes by a label; ${OTHER_CLUSTER}`,
    }));
  }
}

/** Two agents that keep their state in one directory of the same nodes, or one of them below the other. */
export function findStateCollisions(agents: readonly RegisteredWorkload[], note: Note): void {
  const collisions = stateCollisions<RegisteredWorkload>(agents, {
    scopeOf: ({ cluster }) => cluster, pathsOf: agent => agent.state().statePaths, selectionOf, collide: shareNodes,
  });
  for (const { first, theirs, second, mine, isSame } of collisions) {
    const [one, other] = [first.construct.node.path, second.construct.node.path];
    note(second.construct, finding({
      code: 'host-state-conflict',
      what: isSame ? `${one} and ${other} both keep their state in one directory of nodes that they share`
        : `of ${one} and ${other} one keeps its state inside the directory of the other, on nodes that they share`,
      given: theirs === mine ? mine : `${theirs} of ${one}, ${mine} of ${other}`,
      fix: `give one of them another directory; ${OTHER_CLUSTER}`,
    }));
  }
}

function selectionOf(agent: PlacedWorkload): NodeSelection {
  return agent.state().selection;
}

function shareNodes(one: PlacedWorkload, other: PlacedWorkload): boolean {
  return canShareNodes(selectionOf(one), selectionOf(other));
}
