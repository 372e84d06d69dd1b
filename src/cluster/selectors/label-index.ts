import { listUnder } from '../../private/list-under';
import { lookUp } from '../../private/look-up';
import type { Wire } from '../../private/wire';

/**
 * Things by their place and their labels, so that for a selector few of them are left to look at. Labels that nobody asks for are not
 * looked at.
 */
export class LabelIndex<T> {
  private readonly places = new Map<string, Place<T>>();

  public add(place: string, labels: Wire, thing: T): void {
    let known = this.places.get(place);
    if (known === undefined) {
      known = { things: [], labels: [], byLabel: new Map() };
      this.places.set(place, known);
    }
    known.things.push(thing);
    known.labels.push(labels);
    known.byLabel.forEach((byValue, key) => putInto(byValue, lookUp(labels, key), thing));
  }

  /** All that a selector can match in a place, and few others: those that have the rarest of its labels, or one that is rare enough. */
  public candidates(place: string, selector: Wire): readonly T[] {
    const known = this.places.get(place);
    if (known === undefined) {return [];}
    let found: readonly T[] | undefined;
    const labels = selector.matchLabels ?? {};
    for (const key in labels) {
      const having = byLabel(known, key).get(String(labels[key])) ?? [];
      if (found === undefined || having.length < found.length) {found = having;}
      if (found.length <= 1) {break;}
    }
    return found ?? known.things;
  }
}

/** The things of a place with their labels, and those that have a label, by its value. */
interface Place<T> {
  readonly things: T[];
  readonly labels: Wire[];
  readonly byLabel: Map<string, Map<string, T[]>>;
}

function byLabel<T>({ things, labels, byLabel: known }: Place<T>, key: string): Map<string, T[]> {
  let byValue = known.get(key);
  if (byValue === undefined) {
    byValue = new Map();
    known.set(key, byValue);
    for (let index = 0; index < things.length; index++) {putInto(byValue, lookUp(labels[index], key), things[index]);}
  }
  return byValue;
}

function putInto<T>(byValue: Map<string, T[]>, value: unknown, thing: T): void {
  if (value !== undefined) {listUnder(byValue, String(value)).push(thing);}
}
