import { OTHER_CLUSTER } from './other-cluster';
import { Note, PlacedWorkload, RegisteredAgent } from './registered-agent';
import { canOverlap, NodeSelection } from '../../cluster/node-selection';
import { HostPortClaim, portsCollide } from '../../cluster/workload-facts';

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

/** Two agents that keep their state in one directory of the same nodes. */
export function findStateCollisions(agents: readonly RegisteredAgent[], note: Note): void {
  const byPath = new Map<string, RegisteredAgent[]>();
  for (const agent of agents) {
    for (const path of agent.state().statePaths) {
      const key = `${agent.cluster}\n${path}`;
      const others = byPath.get(key) ?? [];
      const other = others.find(each => shareNodes(each, agent));
      if (other) {
        note(agent.construct, {
          code: 'host-state-conflict',
          what: `${other.construct.node.path} and ${agent.construct.node.path} both keep their state in one directory of nodes that they share`,
          given: path,
          fix: `give one of them another directory; ${OTHER_CLUSTER}`,
        });
      } else {
        others.push(agent);
        byPath.set(key, others);
      }
    }
  }
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
