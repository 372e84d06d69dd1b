import { Lazy } from 'cdk8s';

/** Something in a value needs cdk8s itself: tokens, and classes of others. */
export const NOT_PLAIN = Symbol('not plain');

/**
 * What cdk8s makes of a value (late values produced, keys sorted, null and undefined left out), in one pass instead of two over copies; or
 * NOT_PLAIN.
 *
 * @param withoutEmpty whether empty lists and maps are left out too, as cdk8s does in metadata
 */
export function plainJson(value: any, withoutEmpty: boolean = false): any {
  if (value === null || typeof value !== 'object') {return typeof value === 'function' ? NOT_PLAIN : value ?? undefined;}
  if (Array.isArray(value)) {return plainList(value, withoutEmpty);}
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    return value instanceof Lazy ? plainJson(value.produce(), withoutEmpty) : NOT_PLAIN;
  }
  const map: { [key: string]: any } = {};
  let isEmpty = true;
  for (const key of sortedKeys(value)) {
    const entry = plainJson(value[key], withoutEmpty);
    if (entry === NOT_PLAIN) {return NOT_PLAIN;}
    if (entry === undefined) {continue;}
    if (key === '__proto__') {
      Object.defineProperty(map, key, { value: entry, enumerable: true, configurable: true, writable: true });
    } else {
      map[key] = entry;
    }
    isEmpty = false;
  }
  return withoutEmpty && isEmpty ? undefined : map;
}

/** Most maps are short, and then inserting is several times faster than `sort`. */
export function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  if (keys.length > 24) {return keys.sort();}
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index];
    let at = index;
    for (; at > 0 && keys[at - 1] > key; at--) {keys[at] = keys[at - 1];}
    keys[at] = key;
  }
  return keys;
}

function plainList(value: any[], withoutEmpty: boolean): any {
  if (withoutEmpty && value.length === 0) {return undefined;}
  const list = new Array(value.length);
  for (let index = 0; index < value.length; index++) {
    const entry = plainJson(value[index], withoutEmpty);
    if (entry === NOT_PLAIN) {return NOT_PLAIN;}
    list[index] = entry;
  }
  return list;
}
