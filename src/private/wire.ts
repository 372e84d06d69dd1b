/** A value in the spelling of the Kubernetes API. */
export type Wire = { [field: string]: any };

/**
 * Drops what the API server would drop: undefined, null, empty lists and empty maps.
 * Written out, such values come back as drift (they vanish from the stored object).
 * A map that is meant to be empty (`emptyDir: {}`) is kept by wrapping it in `keepEmpty`.
 */
export function compact(value: Wire): Wire {
  const result: Wire = {};
  for (const key in value) {
    const entry = value[key];
    if (entry === undefined || entry === null) {continue;}
    if (typeof entry === 'object' && entry !== EMPTY && isEmpty(entry)) {continue;}
    result[key] = entry === EMPTY ? {} : entry;
  }
  return result;
}

const EMPTY: Wire = Object.freeze({});

/** An empty map that `compact` keeps: `emptyDir: keepEmpty()`. */
export function keepEmpty(): Wire {
  return EMPTY;
}

/** The map, or undefined when nothing is in it. */
export function orUndefined(value: Wire): Wire | undefined {
  const result = compact(value);
  return isEmpty(result) ? undefined : result;
}

/** The same map without empty texts, for fields where the API server cannot tell them from absent ones. */
export function withoutEmptyTexts(value: object): Wire {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== ''));
}

/** An empty list or an empty plain map. Late values are neither. */
function isEmpty(value: object): boolean {
  if (Array.isArray(value)) {return value.length === 0;}
  if (Object.getPrototypeOf(value) !== Object.prototype) {return false;}
  for (const _ in value) {return false;}
  return true;
}

/** Lays `over` upon `base`: maps merge, everything else is replaced. Neither is changed. */
export function mergeWire(base: Wire, over: Wire | undefined): Wire {
  if (over === undefined) {return base;}
  const result: Wire = { ...base };
  for (const key in over) {
    const entry = over[key];
    if (entry === undefined || entry === null) {continue;}
    const before = result[key];
    result[key] = isMap(entry) && isMap(before) ? mergeWire(before, entry) : entry;
  }
  return result;
}

function isMap(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a map in the order of their keys, by code unit: the same in any locale. */
export function sortedEntries<T>(map: { readonly [key: string]: T } | undefined): Array<[string, T]> {
  return Object.entries(map ?? {}).sort(([a], [b]) => byText(a, b));
}

/** Orders text by code unit: the same in any locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
