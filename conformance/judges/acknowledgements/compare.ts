/** What a tool holds against objects: the check and the object, one text each. */
export type Held = ReadonlySet<string>;

/** Held together in one text. */
export function held(check: string, object: string): string {
  return `${check} ${object}`;
}

/** What is wrong with annotations: a text for each check and object. */
export interface WrongSilence {
  /** What nobody accepted, and is no longer said. */
  readonly hidden: readonly string[];
  /** What is accepted, and still said, or never was. */
  readonly shown: readonly string[];
  /** What is said only since then. */
  readonly made: readonly string[];
}

/** Compares what a tool says without and with annotations. */
export function wrongSilence(without: Held, withThem: Held, silent: Held): WrongSilence {
  return {
    hidden: [...without].filter((each) => !withThem.has(each) && !silent.has(each)),
    shown: [...silent].filter((each) => withThem.has(each) || !without.has(each)),
    made: [...withThem].filter((each) => !without.has(each)),
  };
}
