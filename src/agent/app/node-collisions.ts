import { OTHER_CLUSTER } from './other-cluster';
import { Note, PlacedWorkload, RegisteredAgent } from './registered-agent';
import { canOverlap, NodeSelection } from '../../cluster/node-selection';
import { HostPortClaim, portsCollide } from '../../cluster/workload-facts';
import { withoutLink } from '../../private/paths';

/** Two agents that take one port of the same nodes: the scheduler places only one of them there. The first of them is enough to know. */
export function findPortCollisions(agents: readonly PlacedWorkload[], note: Note): void {
  const byPort = new Map<string, Array<{ agent: PlacedWorkload; claim: HostPortClaim }>>();
  for (const agent of agents) {
    for (const claim of agent.state().hostPorts) {
      const key = `${agent.cluster}\n${claim.port}/${claim.protocol}`;
      const others = byPort.get(key) ?? [];
      const collides = (each: { agent: PlacedWorkload; claim: HostPortClaim }) =>
        each.agent !== agent && portsCollide(each.claim, claim) && shareNodes(each.agent, agent);
      const other = agent.isForeign ? undefined : others.find(collides);
      if (other) {
        const [theirs, mine] = [other.agent.construct.node.path, agent.construct.node.path];
        note(agent.construct, {
          code: 'host-port-conflict',
          what: `${theirs} and ${mine} both claim port ${claim.port}/${claim.protocol} of nodes that they share`,
          given: `${other.claim.by} of ${theirs}, ${claim.by} of ${mine}`,
          fix: `change one of the ports, or cover different nodes by a label; ${OTHER_CLUSTER}`,
        });
      } else {
        // one that collides already stands for itself: whoever comes next collides with the first
        others.push({ agent, claim });
        byPort.set(key, others);
      }
    }
  }
}

/** A directory of the node that one agent writes. */
interface StateClaim {
  readonly agent: RegisteredAgent;
  readonly path: string;
  /** Where it leads: two spellings of one directory are one. */
  readonly target: string;
}

/** Two agents that keep their state in one directory of the same nodes, or one of them below the other. */
export function findStateCollisions(agents: readonly RegisteredAgent[], note: Note): void {
  const at = new Map<string, StateClaim[]>();
  const below = new Map<string, StateClaim[]>();
  for (const agent of agents) {
    for (const path of agent.state().statePaths) {
      const target = withoutLink(path);
      const claim = { agent, path, target };
      const collides = (other: StateClaim) => other.agent !== agent && shareNodes(other.agent, agent);
      const parents = parentsOf(target);
      const key = (directory: string) => `${agent.cluster}\n${directory}`;
      let other = at.get(key(target))?.find(collides) ?? below.get(key(target))?.find(collides);
      for (const parent of parents) {other ??= at.get(key(parent))?.find(collides);}
      if (other) {
        noteState(other, claim, note);
      } else {
        add(at, key(target), claim);
        parents.forEach(parent => add(below, key(parent), claim));
      }
    }
  }
}

function noteState(other: StateClaim, { agent, path, target }: StateClaim, note: Note): void {
  const [theirs, mine] = [other.agent.construct.node.path, agent.construct.node.path];
  const same = other.target === target;
  note(agent.construct, {
    code: 'host-state-conflict',
    what: same ? `${theirs} and ${mine} both keep their state in one directory of nodes that they share`
      : `of ${theirs} and ${mine} one keeps its state inside the directory of the other, on nodes that they share`,
    given: other.path === path ? path : `${other.path} of ${theirs}, ${path} of ${mine}`,
    fix: `give one of them another directory; ${OTHER_CLUSTER}`,
  });
}

/** The directories above a path, the root left out. */
function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let end = path.length - 1; end > 0; end--) {
    if (path[end] === '/' || path[end] === '\\') {parents.push(path.slice(0, end));}
  }
  return parents;
}

function add(map: Map<string, StateClaim[]>, key: string, claim: StateClaim): void {
  const list = map.get(key);
  if (list) {list.push(claim);} else {map.set(key, [claim]);}
}

function shareNodes(a: PlacedWorkload, b: PlacedWorkload): boolean {
  const [one, other] = [a.state().selection, b.state().selection];
  return !differByLabel(one, other) && canOverlap(one, other);
}

/** The usual case, seen at a glance: pools of different names. */
function differByLabel(a: NodeSelection, b: NodeSelection): boolean {
  for (const key in a.nodeSelector) {
    const other = b.nodeSelector?.[key];
    if (other !== undefined && other !== a.nodeSelector[key]) {return true;}
  }
  return false;
}
