import { withoutLink } from '../../private/paths';
import type { NodeSelection } from '../node-selection';
import { SelectionIndex } from '../placement/selection-index';

/** How those who write directories of nodes are looked at. */
export interface StateKeeping<T> {
  /** Only those of one scope can collide: a cluster, for one. */
  scopeOf(keeper: T): string;
  /** Directories that only one may write at a time, as clean paths. */
  pathsOf(keeper: T): readonly string[];
  /** The nodes that it asks for. */
  selectionOf(keeper: T): NodeSelection;
  /** Whether two that write one directory are in each other's way: on nodes that they share. */
  collide(one: T, other: T): boolean;
}

/** Two that write one directory of nodes, or one of them below the other. */
export interface StateCollision<T> {
  readonly first: T;
  readonly theirs: string;
  readonly second: T;
  readonly mine: string;
  /** Whether it is one directory, whatever its spellings. */
  readonly isSame: boolean;
}

/** A directory of the node that someone writes. */
interface StateClaim<T> {
  readonly keeper: T;
  readonly path: string;
  /** Where it leads: two spellings of one directory are one. */
  readonly target: string;
}

/** Two that keep their state in one directory of the same nodes, or one of them below the other. */
export function* stateCollisions<T>(keepers: readonly T[], look: StateKeeping<T>): Generator<StateCollision<T>> {
  if (!mayCollide(keepers, look)) {return;}
  const at = new Map<string, SelectionIndex<StateClaim<T>>>();
  const below = new Map<string, SelectionIndex<StateClaim<T>>>();
  for (const keeper of keepers) {
    const selection = look.selectionOf(keeper);
    for (const path of look.pathsOf(keeper)) {
      const target = withoutLink(path);
      const claim = { keeper, path, target };
      const parents = parentsOf(target);
      const scope = look.scopeOf(keeper);
      const key = (directory: string) => (scope === '' ? directory : `${scope}\n${directory}`);
      const collides = (each: StateClaim<T>) => each.keeper !== keeper && look.collide(each.keeper, keeper);
      let other = at.get(key(target))?.find(selection, collides) ?? below.get(key(target))?.find(selection, collides);
      for (const parent of parents) {other ??= at.get(key(parent))?.find(selection, collides);}
      if (other) {
        yield { first: other.keeper, theirs: other.path, second: keeper, mine: path, isSame: other.target === target };
      } else {
        add(at, key(target), selection, claim);
        parents.forEach(parent => add(below, key(parent), selection, claim));
      }
    }
  }
}

/** Whether a directory is named twice, or stands above another one, whatever the nodes: most keep to themselves. */
function mayCollide<T>(keepers: readonly T[], look: StateKeeping<T>): boolean {
  const targets = new Set<string>();
  const above = new Set<string>();
  for (const keeper of keepers) {
    const scope = look.scopeOf(keeper);
    for (const path of look.pathsOf(keeper)) {
      const target = scope === '' ? withoutLink(path) : `${scope}\n${withoutLink(path)}`;
      if (targets.has(target) || above.has(target)) {return true;}
      targets.add(target);
      for (const parent of parentsOf(target)) {
        if (targets.has(parent)) {return true;}
        if (above.has(parent)) {break;}
        above.add(parent);
      }
    }
  }
  return false;
}

function add<T>(map: Map<string, SelectionIndex<T>>, key: string, selection: NodeSelection, claim: T): void {
  const index = map.get(key) ?? new SelectionIndex<T>();
  index.add(selection, claim);
  map.set(key, index);
}

/** The directories above a path, the root left out. */
export function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let end = path.length - 1; end > 0; end--) {
    if (path[end] === '/' || path[end] === '\\') {parents.push(path.slice(0, end));}
  }
  return parents;
}
