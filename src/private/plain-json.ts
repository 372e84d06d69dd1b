import { Lazy } from 'cdk8s';

const NOT_PLAIN = Symbol('not plain');

/**
 * What cdk8s makes of a value (late values produced, keys sorted, null and undefined left out), in one pass instead of two over copies.
 * Undefined when something in the value needs cdk8s itself: tokens, and classes of others.
 *
 * @param withoutEmpty whether empty lists and maps are left out too, as cdk8s does in metadata
 */
export function plainJson(value: object, withoutEmpty: boolean = false): any {
  const result = clean(value, withoutEmpty);
  return result === NOT_PLAIN ? undefined : result;
}

function clean(value: any, withoutEmpty: boolean): any {
  if (value === null || typeof value !== 'object') {return value ?? undefined;}
  if (Array.isArray(value)) {return cleanList(value, withoutEmpty);}
  if (value instanceof Lazy) {return clean(value.produce(), withoutEmpty);}
  if (value.constructor !== Object || typeof value.resolve === 'function') {return NOT_PLAIN;}
  const map: { [key: string]: any } = {};
  let isEmpty = true;
  for (const key of Object.keys(value).sort()) {
    const entry = clean(value[key], withoutEmpty);
    if (entry === NOT_PLAIN) {return NOT_PLAIN;}
    if (entry === undefined) {continue;}
    map[key] = entry;
    isEmpty = false;
  }
  return withoutEmpty && isEmpty ? undefined : map;
}

function cleanList(value: any[], withoutEmpty: boolean): any {
  if (withoutEmpty && value.length === 0) {return undefined;}
  const list = new Array(value.length);
  for (let index = 0; index < value.length; index++) {
    const entry = clean(value[index], withoutEmpty);
    if (entry === NOT_PLAIN) {return NOT_PLAIN;}
    list[index] = entry;
  }
  return list;
}
