import type { NodeSelection } from '../node-selection';
import { SelectionIndex } from '../placement/selection-index';
import { HostPortClaim, portsCollide } from '../workload-facts';

/** How those who take ports of nodes are looked at. */
export interface PortTaking<T> {
  /** Only those of one scope can collide: a cluster, for one. */
  scopeOf(taker: T): string;
  portsOf(taker: T): readonly HostPortClaim[];
  /** The nodes that it asks for. */
  selectionOf(taker: T): NodeSelection;
  /** Whether two that claim one port are in each other's way: on nodes that they share. */
  collide(one: T, other: T): boolean;
  /** Whether collisions of a taker with those before it are looked for. */
  isAsked?(taker: T): boolean;
}

/** Two that claim one port of nodes. */
export interface PortCollision<T> {
  readonly first: T;
  readonly theirs: HostPortClaim;
  readonly second: T;
  readonly mine: HostPortClaim;
}

/** Two that take one port of the same nodes: the scheduler places only one of them there. The first of them is enough to know. */
export function* portCollisions<T>(takers: readonly T[], look: PortTaking<T>): Generator<PortCollision<T>> {
  const byPort = new Map<string, SelectionIndex<Taken<T>>>();
  for (const taker of takers) {
    for (const claim of look.portsOf(taker)) {
      const key = `${look.scopeOf(taker)}\n${claim.port}/${claim.protocol}`;
      const others = byPort.get(key) ?? new SelectionIndex<Taken<T>>();
      const other = look.isAsked?.(taker) === false ? undefined
        : others.find(look.selectionOf(taker), each => each.taker !== taker && portsCollide(each.claim, claim)
          && look.collide(each.taker, taker));
      if (other) {
        yield { first: other.taker, theirs: other.claim, second: taker, mine: claim };
      } else {
        // one that collides already stands for itself: whoever comes next collides with the first
        others.add(look.selectionOf(taker), { taker, claim });
        byPort.set(key, others);
      }
    }
  }
}

/** A port, and who takes it. */
interface Taken<T> {
  readonly taker: T;
  readonly claim: HostPortClaim;
}
