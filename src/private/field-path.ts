import type { Wire } from './wire';

/**
 * Where an entry of a map stands: `metadata.annotations['example.com/key']`, and `spec.nodeSelector.disk` where the key can be written so.
 */
export function keyPath(path: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}['${key}']`;
}

/**
 * Where a field is in an object, or the first field on the way to it that is missing: `resources.limits.memory`, or `resources` where there
 * are none.
 */
export function fieldPath(path: string, object: Wire, ...fields: readonly string[]): string {
  let place: unknown = object;
  let found = path;
  for (const field of fields) {
    if (typeof place !== 'object' || place === null) {break;}
    found = keyPath(found, field);
    place = (place as Wire)[field];
    if (place === undefined) {break;}
  }
  return found;
}

/** Whether a field is another one, or is in it. */
export function isFieldAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(above) && (path[above.length] === '.' || path[above.length] === '[');
}
