import { fieldStep, Path } from './difference';
import { entryStep } from './list-keys';
import { isMap } from '../entry';

/** A step of a path as checks write it: a field, a field in quotes, the place in a list. */
const STEP = /([A-Za-z_$][\w$-]*)|\['([^']*)'\]|\[(\d+)\]/g;

/** The steps of a path such as `spec.template.spec.containers[0].image`; entries of lists by their names, where they have some. */
export function pathTo(object: unknown, text: string): Path {
  let value = object;
  return [...text.matchAll(STEP)].map(([, field, quoted, place]) => {
    const key = field ?? quoted;
    const list = value;
    value = key === undefined ? (list as unknown[] | undefined)?.[Number(place)] : isMap(value) ? value[key] : undefined;
    if (key !== undefined) {return fieldStep(key);}
    return Array.isArray(list) && value !== undefined ? entryStep(list, Number(place)) : `[${place}]`;
  });
}

/** What stands at the end of a path; undefined where nothing does. */
export function valueAt(object: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    const key = fieldOfStep(step);
    if (key !== undefined) {return isMap(value) ? value[key] : undefined;}
    if (!Array.isArray(value)) {return undefined;}
    const [, field, wanted] = /^\[(\w+)=(.*)\]$/.exec(step) ?? [];
    return field === undefined ? value[Number(step.slice(1, -1))] : value.find(entry => isMap(entry) && String(entry[field]) === wanted);
  }, object);
}

/** The field that a step leads to; undefined for steps into lists and texts. */
export function fieldOfStep(step: string): string | undefined {
  if (step.startsWith('["')) {return JSON.parse(step.slice(1, -1));}
  return /^[[(]/.test(step) ? undefined : step;
}
