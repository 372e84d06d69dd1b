import { isLate } from '../lazy-values';
import { BRAND, refusalsOf } from './refused';
import { isBuiltIn } from './shapes';

/** Selectors get broader by what is unset in them. */
const SELECTOR = /elector$|^matchLabels$/;

/** Deeper than anything that anyone writes; what holds itself is deeper. */
const DEEPEST = 60;

/**
 * Whether a value can be written as YAML: late values and objects of classes of others become something else first. Runs over all that is
 * given, so it makes nothing.
 */
export function isPlain(value: any, depth: number = 0, inSelector: boolean = false): boolean {
  switch (typeof value) {
    case 'string': case 'boolean': case 'undefined': return true;
    case 'number': return Number.isFinite(value);
    case 'object': break;
    default: return false;
  }
  if (value === null) {return true;}
  if (depth > DEEPEST) {return false;}
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const entry = value[index];
      if (entry === undefined || entry === null || !isPlain(entry, depth + 1, inSelector)) {return false;}
    }
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    if (isLate(value)) {return true;}
    if (BRAND in value || isBuiltIn(value)) {return false;}
    if (isOfSomeClass(value)) {return true;}
  }
  for (const key in value) {
    const entry = value[key];
    if (key === '__proto__') {return false;}
    if (inSelector && (entry === undefined || entry === null)
      || !isPlain(entry, depth + 1, inSelector || SELECTOR.test(key))) {return false;}
  }
  return true;
}

/** Whether something can be compared with a value: it neither holds itself, nor something that no text can show. */
export function isComparable(value: any, depth: number = 0): boolean {
  if (typeof value !== 'object' || value === null) {return typeof value !== 'bigint' && typeof value !== 'symbol';}
  return depth <= DEEPEST && refusalsOf(value) === undefined && (isOfSomeClass(value) && !Array.isArray(value)
    || Object.values(value).every(entry => isComparable(entry, depth + 1)));
}

/** A value that YAML has no form for, or that is unset where something must be. */
export interface Unplain {
  readonly path: ReadonlyArray<string | number>;
  readonly value: unknown;
  readonly why: 'unset' | 'cyclic' | 'no form';
}

/** The first of them in a value; undefined where all can be written. */
export function findUnplain(value: any, above: readonly unknown[] = [], inSelector: boolean = false): Unplain | undefined {
  if (typeof value !== 'object' || value === null) {return isPlain(value) ? undefined : { path: [], value, why: 'no form' };}
  if (above.includes(value)) {return { path: [], value, why: 'cyclic' };}
  if (isLate(value)) {return undefined;}
  const isList = Array.isArray(value);
  if (BRAND in value || !isList && isBuiltIn(value)) {return { path: [], value, why: 'no form' };}
  if (!isList && isOfSomeClass(value)) {return undefined;}
  for (const key of Object.keys(value)) {
    const step = isList ? Number(key) : key;
    const entry = value[key];
    if (key === '__proto__') {return { path: [step], value: entry, why: 'no form' };}
    if ((isList || inSelector) && (entry === undefined || entry === null)) {return { path: [step], value: entry, why: 'unset' };}
    const found = findUnplain(entry, [...above, value], inSelector || !isList && SELECTOR.test(key));
    if (found) {return { ...found, path: [step, ...found.path] };}
  }
  return undefined;
}

/** Maps may come from another realm, as under jest. */
export function isOfSomeClass(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}
