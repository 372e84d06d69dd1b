import { listUnder } from '../../private/list-under';
import type { NodeSelection } from '../node-selection';

/** So few are looked at one by one. */
const FEW = 16;

/** Something that asks for nodes, and how many were there before. */
interface Place<T> {
  readonly thing: T;
  readonly order: number;
  readonly selection: NodeSelection;
}

/** Those that ask for a label, by its value, and those that do not ask for it. */
interface Split<T> {
  readonly byValue: Map<string, Place<T>[]>;
  readonly others: Place<T>[];
}

/**
 * Things by the nodes that they ask for. Those that ask for two values of one label never meet, so of many pools few are left to look at.
 */
export class SelectionIndex<T> {
  private readonly places: Place<T>[] = [];
  private splits?: Map<string, Split<T>>;

  public add(selection: NodeSelection, thing: T): void {
    const place = { thing, order: this.places.length, selection };
    this.places.push(place);
    this.splits?.forEach((split, key) => putInto(split, key, place));
  }

  /** The first thing that meets what asks for these nodes. Things that cannot are not asked. */
  public find(selection: NodeSelection, meets: (thing: T) => boolean): T | undefined {
    const accept = ({ thing }: Place<T>): boolean => meets(thing);
    if (this.places.length <= FEW) {return this.places.find(accept)?.thing;}
    let lists: ReadonlyArray<readonly Place<T>[]> = [this.places];
    let size = this.places.length;
    for (const [key, value] of pinsOf(selection)) {
      const { byValue, others } = this.splitBy(key);
      const same = byValue.get(value) ?? [];
      if (same.length + others.length < size) {
        lists = [same, others];
        size = same.length + others.length;
      }
    }
    const found = lists.map(list => list.find(accept)).filter(place => place !== undefined);
    return found.sort((a, b) => a.order - b.order)[0]?.thing;
  }

  private splitBy(key: string): Split<T> {
    this.splits ??= new Map();
    let split = this.splits.get(key);
    if (split === undefined) {
      split = { byValue: new Map(), others: [] };
      this.splits.set(key, split);
      for (const place of this.places) {putInto(split, key, place);}
    }
    return split;
  }
}

function putInto<T>({ byValue, others }: Split<T>, key: string, place: Place<T>): void {
  const value = pinsOf(place.selection).get(key);
  (value === undefined ? others : listUnder(byValue, value)).push(place);
}

/** The labels of which a selection takes one value: those of the node selector, and those of a term that stands alone. */
function pinsOf({ nodeSelector, terms }: NodeSelection): Map<string, string> {
  const pins = new Map<string, string>();
  if (terms?.length === 1) {
    for (const { key, operator, values } of terms[0].matchExpressions ?? []) {
      if (operator === 'In' && values?.length === 1) {pins.set(key, values[0]);}
    }
  }
  for (const key in nodeSelector) {pins.set(key, nodeSelector[key]);}
  return pins;
}
