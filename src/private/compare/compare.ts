import { Difference, fieldStep, Path, weightOf } from './difference';
import { entryStep, hasKey, keyOf, keyStep } from './list-keys';
import { matcherOf } from './matcher';
import { isMap } from '../entry';
import { nearest } from '../nearest';
import { sortedEntries } from '../wire';
import { differingTexts, patternText, valueText } from './value-text';

/** How much of a value a pattern speaks of: `partial` leaves fields open, `exact` has all of them. */
export type Extent = 'partial' | 'exact';

/**
 * Everything in which a value is not as the pattern says, by path. Null is as absent as nothing is, as in Kubernetes. Maps are walked in
 * the order of their keys: those of Java come in another order in every run.
 */
export function compare(pattern: unknown, found: unknown, extent: Extent = 'partial', path: Path = []): Difference[] {
  const matcher = matcherOf(pattern);
  if (matcher) {return matcher.compare(found, path);}
  if (Array.isArray(pattern)) {
    return Array.isArray(found) ? compareList(pattern, found, extent, path) : [difference(pattern, found, path)];
  }
  if (isMap(pattern)) {return isMap(found) ? compareMap(pattern, found, extent, path) : [difference(pattern, found, path)];}
  return found === pattern || isAbsent(found) && isAbsent(pattern) ? [] : [difference(pattern, found, path)];
}

/** A value that is not as the pattern wants it. */
export function difference(pattern: unknown, found: unknown, path: Path): Difference {
  const texts = typeof pattern === 'string' && typeof found === 'string' ? differingTexts(found, pattern) : undefined;
  return {
    path, found: isAbsent(found) ? undefined : found, pattern, wanted: texts?.wanted ?? patternText(pattern), weight: leavesOf(pattern),
    ...texts && { foundText: texts.found },
  };
}

/** How many single values a pattern asks for. */
export function leavesOf(pattern: unknown): number {
  const matcher = matcherOf(pattern);
  if (matcher) {return matcher.weight;}
  if (typeof pattern !== 'object' || pattern === null) {return 1;}
  return Math.max(1, Object.values(pattern).reduce((sum: number, each) => sum + leavesOf(each), 0));
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function compareMap(pattern: object, found: { readonly [key: string]: unknown }, extent: Extent, path: Path): Difference[] {
  const differences = sortedEntries(pattern as { readonly [key: string]: unknown }).flatMap(([key, value]) =>
    compare(value, Object.hasOwn(found, key) ? found[key] : undefined, extent, [...path, fieldStep(key)]));
  if (extent === 'partial') {return differences;}
  const more = sortedEntries(found).filter(([key, value]) => !Object.hasOwn(pattern, key) && !isAbsent(value));
  return [
    ...differences, ...more.map(([key, value]) => ({ path: [...path, fieldStep(key)], found: value, wanted: 'nothing here', weight: 1 })),
  ];
}

/**
 * A list that stands for the whole list: as many entries, in this order. What is said of an entry that is not where it was wanted is said
 * of the one with the same key.
 */
function compareList(pattern: readonly unknown[], found: readonly unknown[], extent: Extent, path: Path): Difference[] {
  const partners = pairUp(pattern, found, extent);
  const differences = pattern.flatMap((item, index) => {
    const at = partners[index];
    return at === undefined ? [missingEntry(item, found, path)] : compare(item, found[at], extent, [...path, entryStep(found, at)]);
  });
  const more = found.flatMap((entry, index) => (partners.includes(index) ? [] : [{
    path: [...path, entryStep(found, index)], found: entry, wanted: 'nothing here', weight: 1,
    ...extent === 'partial'
      && { hint: 'a list in a pattern stands for the whole list; Match.listWith([...]) asks for some of its entries, in any order' },
  }]));
  const paired = partners.filter(at => at !== undefined);
  const isMoved = paired.some((at, index) => index > 0 && at < paired[index - 1]);
  return [...differences, ...more, ...isMoved ? [moved(pattern, found, extent, path)] : []];
}

/** A list that must hold entries like these, anywhere. */
export function compareSome(pattern: readonly unknown[], found: unknown, path: Path): Difference[] {
  if (!Array.isArray(found)) {return [{ ...difference(pattern, found, path), wanted: `a list with ${valueText(pattern)}` }];}
  return pattern.flatMap(item => {
    const tries = candidates(item, found).map(at => compare(item, found[at], 'partial', [...path, entryStep(found, at)]));
    if (tries.some(differences => differences.length === 0)) {return [];}
    const closest = tries.sort((a, b) => weightOf(a) - weightOf(b))[0];
    const isClose = closest !== undefined && (keyOf(item) !== undefined || weightOf(closest) < leavesOf(item));
    return isClose ? closest : [missingEntry(item, found, path)];
  });
}

/** For each entry of the pattern the place of the entry that it speaks of. */
function pairUp(pattern: readonly unknown[], found: readonly unknown[], extent: Extent): Array<number | undefined> {
  const keys = pattern.map(keyOf);
  const byPlace = pattern.length === found.length && keys.every((key, index) => key === undefined || hasKey(found[index], key));
  if (byPlace || pattern.length === found.length && keys.every(key => key === undefined)) {return pattern.map((_, index) => index);}
  const free = new Set(found.keys());
  const take = (at: number | undefined) => {
    if (at !== undefined) {free.delete(at);}
    return at;
  };
  const exactly = pattern.map(item => take([...free].find(at => compare(item, found[at], extent).length === 0)));
  return exactly.map((at, index) => {
    const key = keys[index];
    return at ?? (key === undefined ? undefined : take([...free].find(each => hasKey(found[each], key))));
  });
}

/** The places of the entries that an entry of a pattern can mean. */
function candidates(item: unknown, found: readonly unknown[]): number[] {
  const places = [...found.keys()];
  const key = keyOf(item);
  return key === undefined ? places : places.filter(at => hasKey(found[at], key));
}


function missingEntry(item: unknown, found: readonly unknown[], path: Path): Difference {
  const key = keyOf(item);
  const others = key === undefined ? [] : found.map(entry => (isMap(entry) ? entry[key.field] : undefined)).filter(isPrimitive).map(String);
  if (key === undefined
    || others.length === 0) {return { ...difference(item, undefined, path), found, wanted: `an entry like ${valueText(item)}` };}
  const near = nearest(String(key.value), others);
  return {
    ...difference(item, undefined, [...path, keyStep(key)]),
    hint: near !== undefined && near !== String(key.value) ? `no entry has the ${key.field} '${key.value}'; did you mean '${near}'?`
      : `no entry has the ${key.field} '${key.value}'; there are: ${others.join(', ')}`,
  };
}

function isPrimitive(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function moved(pattern: readonly unknown[], found: readonly unknown[], extent: Extent, path: Path): Difference {
  const names = (list: readonly unknown[]) => list.map(entry => keyOf(entry)?.value ?? valueText(entry, 24)).join(', ');
  return {
    path, found, foundText: `in the order ${names(found)}`, pattern, wanted: `in the order ${names(pattern)}`, weight: 1,
    ...extent === 'partial' && { hint: 'where the order does not matter, use Match.listWith([...])' },
  };
}
