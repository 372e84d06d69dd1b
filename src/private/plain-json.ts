import { Lazy } from 'cdk8s';

const NOT_PLAIN = Symbol('not plain');

/**
 * What cdk8s makes of a value (late values produced, keys sorted, null and undefined left out), in one pass instead of two over copies.
 * Undefined when something in the value needs cdk8s itself: tokens, and classes of others.
 */
export function plainJson(value: object): any {
  const result = clean(value);
  return result === NOT_PLAIN ? undefined : result;
}

function clean(value: any): any {
  if (value === null || typeof value !== 'object') {return value ?? undefined;}
  if (Array.isArray(value)) {
    const list = new Array(value.length);
    for (let index = 0; index < value.length; index++) {
      const entry = clean(value[index]);
      if (entry === NOT_PLAIN) {return NOT_PLAIN;}
      list[index] = entry;
    }
    return list;
  }
  if (value instanceof Lazy) {return clean(value.produce());}
  if (value.constructor !== Object || typeof value.resolve === 'function') {return NOT_PLAIN;}
  const map: { [key: string]: any } = {};
  for (const key of Object.keys(value).sort()) {
    const entry = clean(value[key]);
    if (entry === NOT_PLAIN) {return NOT_PLAIN;}
    if (entry !== undefined) {map[key] = entry;}
  }
  return map;
}
