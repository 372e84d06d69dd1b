import { labelOf } from '../node-selection';
import type { Decision, PlaceableNode, Placement } from './placement';
import { describeTaint } from './taints';

/** Nodes about which an agent decides alike. */
export interface NodeGroup<N extends PlaceableNode> {
  readonly nodes: readonly N[];
  readonly decision: Decision;
}

/** What an agent decides for each node. */
export interface Decided {
  /** For each node the number of its group, in the order in which groups are first met. */
  readonly ids: Uint32Array;
  /** For each group. */
  readonly decisions: readonly Decision[];
}

/** What tells nodes apart in one respect: a number for each node, the same for those that are alike in it. */
interface Column {
  readonly ids: Uint32Array;
  readonly count: number;
}

/** A label: its values in the order of their numbers. */
interface LabelColumn extends Column {
  readonly values: ReadonlyArray<string | undefined>;
}

/**
 * Many nodes, for many agents. Nodes that agree in their taints and in the labels that an agent asks for are decided once: thousands of
 * nodes come in a few dozen shapes. Labels are read once each, however many agents ask for them.
 */
export class Fleet<N extends PlaceableNode> {
  private readonly columns = new Map<string, LabelColumn>();
  private readonly taints: Column;

  public constructor(public readonly nodes: readonly N[]) {
    this.taints = columnOf(nodes, node => textOf(node.taints));
  }

  /** What the agent decides for each node. Nodes of one group meet the same of its conditions, whatever their labels. */
  public decide(placement: Placement): Decided {
    return this.decideBy(placement, key => partBy(this.column(key), label => placement.conditionsMet(key, label)));
  }

  /**
   * The same, with nodes in groups of equal labels, as far as the agent asks for them: what is said of one node is true for all of its
   * group.
   */
  public decideApart(placement: Placement): Decided {
    return this.decideBy(placement, key => this.column(key));
  }

  /** The nodes in groups of equal labels, in the order of their first nodes, each with what the agent decides for it. */
  public groupsFor(placement: Placement): NodeGroup<N>[] {
    const { ids, decisions } = this.decideApart(placement);
    const groups = decisions.map(decision => ({ nodes: [] as N[], decision }));
    for (let index = 0; index < ids.length; index++) {groups[ids[index]].nodes.push(this.nodes[index]);}
    return groups;
  }

  /** On how many nodes the agent should run. */
  public countFor(placement: Placement): number {
    const { ids, decisions } = this.decide(placement);
    return ids.reduce((sum, id) => sum + (decisions[id].shouldRun ? 1 : 0), 0);
  }

  private decideBy(placement: Placement, columnFor: (key: string) => Column): Decided {
    const { ids, count } = placement.looksAtNames
      ? { ids: Uint32Array.from(this.nodes.keys()), count: this.nodes.length }
      : placement.labelKeys.reduce((all, key) => refine(all, columnFor(key)), this.taints);
    const decisions = new Array<Decision>(count);
    for (let index = 0; index < ids.length; index++) {decisions[ids[index]] ??= placement.on(this.nodes[index]);}
    return { ids, decisions };
  }

  private column(key: string): LabelColumn {
    const known = this.columns.get(key);
    if (known) {return known;}
    const column = columnOf(this.nodes, node => labelOf(node, key));
    this.columns.set(key, column);
    return column;
  }
}

/** Labels of which the same is true are alike. */
function partBy({ ids, values }: LabelColumn, tell: (label: string | undefined) => string): Column {
  const known = new Map<string, number>();
  const numbers = Uint32Array.from(values, value => numberOf(known, tell(value)));
  // one answer for all tells nothing apart
  return { ids: known.size < 2 ? ids : ids.map(id => numbers[id]), count: known.size };
}

function columnOf<N, T extends string | undefined>(nodes: readonly N[], read: (node: N) => T): Column & { readonly values: readonly T[] } {
  const known = new Map<T, number>();
  const ids = new Uint32Array(nodes.length);
  nodes.forEach((node, index) => {
    ids[index] = numberOf(known, read(node));
  });
  return { ids, count: known.size, values: [...known.keys()] };
}

/** Up to so many combinations a table is faster than a map. */
const TABLE = 2 ** 20;

/** Alike in both respects. */
function refine(a: Column, b: Column): Column {
  if (b.count < 2) {return a;}
  if (a.count < 2) {return b;}
  const combinations = a.count * b.count;
  return combinations <= TABLE ? refineByTable(a, b, new Uint32Array(combinations)) : refineByMap(a, b);
}

function refineByTable(a: Column, b: Column, numbers: Uint32Array): Column {
  const ids = new Uint32Array(a.ids.length);
  let count = 0;
  for (let index = 0; index < ids.length; index++) {
    const combination = a.ids[index] * b.count + b.ids[index];
    // zero is for those that were not met yet
    ids[index] = (numbers[combination] ||= ++count) - 1;
  }
  return { ids, count };
}

function refineByMap(a: Column, b: Column): Column {
  const known = new Map<number, number>();
  const ids = new Uint32Array(a.ids.length);
  for (let index = 0; index < ids.length; index++) {ids[index] = numberOf(known, a.ids[index] * b.count + b.ids[index]);}
  return { ids, count: known.size };
}

/** Numbers in the order in which things are first met. */
function numberOf<T>(known: Map<T, number>, thing: T): number {
  let number = known.get(thing);
  if (number === undefined) {
    number = known.size;
    known.set(thing, number);
  }
  return number;
}

function textOf(taints: PlaceableNode['taints']): string {
  return taints.length === 0 ? '' : taints.map(describeTaint).sort().join('\n');
}
