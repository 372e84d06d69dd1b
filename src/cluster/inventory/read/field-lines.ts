import type { Entry, Source } from '../../../private/entry';

/** On which lines the fields of objects stand, as far as the format tells. */
export class FieldLines {
  private readonly lines = new WeakMap<object, ReadonlyMap<string | number, number>>();
  private readonly roots = new WeakMap<Source, object>();

  /** Takes the lines of what is in a map or list. */
  public add(container: object, lines: ReadonlyMap<string | number, number>): void {
    this.lines.set(container, lines);
  }

  /** Takes the object as it was read: it may be looked at in another form later. */
  public addRoot({ source, object }: Entry): void {
    this.roots.set(source, object);
  }

  /** The line of a field, or of the nearest thing around it of which it is known. */
  public lineOf({ source }: Entry, path: string): number | undefined {
    let { line } = source;
    let place: unknown = this.roots.get(source);
    for (const step of stepsOf(path)) {
      if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) {break;}
      line = this.lines.get(place)?.get(step) ?? line;
      place = (place as { readonly [step: string | number]: unknown })[step];
    }
    return line;
  }
}

const STEP = /\[(\d+)\]|\['(.*?)'\]|\.?([^.[\]]+)/gy;

/** `a.b[0]['c/d']` as `a`, `b`, 0, `c/d`. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(STEP)].map(([, index, quoted, plain]) => (index === undefined ? quoted ?? plain : Number(index)));
}
