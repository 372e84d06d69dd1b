import { keyPath } from './field-path';
import type { Wire } from '../../private/wire';

/** Where a field stands in an object, or the first field on the way to it that is missing: `resources.limits.memory`, or `resources` where there are none. */
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
