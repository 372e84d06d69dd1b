import { fieldStep, Path, pathText } from '../../private/compare/difference';
import { entryStep } from '../../private/compare/list-keys';
import { isMap } from '../../private/entry';
import { definitionOfKind, fieldOf, FieldType, KEY_DEFAULTS } from '../../private/fields/fields';
import { byText, Wire } from '../../private/wire';

/** What an apply makes of an object of another tool: the apply leaves what it does not say to the tool that said it. */
export interface AdoptedObject {
  /** The object as it will be. */
  readonly object: Wire;
  /** What stays of the other tool, by path. */
  readonly stays: readonly string[];
}

/** What an apply makes of an object that another tool applied. @param previous what is stored of it */
export function adopted(previous: Wire, next: Wire): AdoptedObject {
  const stays: string[] = [];
  const object = mergeMaps(definitionOfKind(next.apiVersion, next.kind), previous, next, [], stays);
  return { object, stays: stays.sort(byText) };
}

/** Maps that are only ever said as a whole. */
const WHOLE: ReadonlySet<string> = new Set([
  'ConfigMapKeySelector', 'LabelSelector', 'LocalObjectReference', 'NodeSelector', 'NodeSelectorTerm', 'ObjectFieldSelector',
  'ObjectReference', 'ResourceFieldSelector', 'RoleRef', 'SecretKeySelector', 'SecretReference', 'Subject', 'TypedLocalObjectReference',
]);

/** Lists of which each tool has its own items. */
const SETS: ReadonlySet<string> = new Set(['CSIDriverSpec.volumeLifecycleModes', 'ObjectMeta.finalizers']);

const WHOLE_FIELDS: ReadonlySet<string> = new Set(['PodSpec.nodeSelector', 'Scheduling.nodeSelector', 'ServiceSpec.selector']);

function merge(type: FieldType | undefined, before: unknown, next: unknown, path: Path, stays: string[], isSet: boolean): unknown {
  if (isMap(before) && isMap(next)) {
    const definition = type?.kind === 'definition' ? type.definition : undefined;
    return definition !== undefined && WHOLE.has(definition)
      ? next
      : mergeMaps(definition, before, next, path, stays, type?.kind === 'map' ? type.of : undefined);
  }
  if (!Array.isArray(before) || !Array.isArray(next) || type?.kind !== 'list') {return next;}
  if (isSet) {return mergeLists(before, next, { isSame: (one, other) => one === other, merged: (_, item) => item, path, stays });}
  const { of, mapKeys } = type;
  return mapKeys.length === 0 ? next : mergeLists(before, next, {
    isSame: (one, other) => isMap(one) && isMap(other) && mapKeys.every(key => keyOf(one, key) === keyOf(other, key)),
    merged: (at, item) => merge(of, before[at], item, [...path, entryStep(before, at)], stays, false), path, stays,
  });
}

function mergeMaps(definition: string | undefined, before: Wire, next: Wire, path: Path, stays: string[], values?: FieldType): Wire {
  const result: Wire = { ...next };
  for (const [key, value] of Object.entries(before)) {
    const own = [...path, fieldStep(key)];
    if (next[key] === undefined || next[key] === null) {
      result[key] = value;
      stays.push(pathText(own));
    } else if (definition === undefined || !WHOLE_FIELDS.has(`${definition}.${key}`)) {
      const type = definition === undefined ? values : fieldOf(definition, key)?.type;
      result[key] = merge(type, value, next[key], own, stays, SETS.has(`${definition}.${key}`));
    }
  }
  return result;
}

/** How items of a list are told apart and merged. */
interface MergedList {
  readonly isSame: (one: unknown, other: unknown) => boolean;
  /** @param at of the other tool's item */
  readonly merged: (at: number, item: unknown) => unknown;
  readonly path: Path;
  readonly stays: string[];
}

/** Common items come in the order of the next list. The other tool's own ones come before what follows the same common item there. */
function mergeLists(before: readonly unknown[], next: readonly unknown[], { isSame, merged, path, stays }: MergedList): unknown[] {
  const places = next.map(item => before.findIndex(each => isSame(each, item)));
  const common = new Set(places);
  const result: unknown[] = [];
  let seen = 0;
  const keepUntil = (place: number | undefined): void => {
    for (; seen < before.length && seen !== place; seen++) {
      if (common.has(seen)) {continue;}
      result.push(before[seen]);
      stays.push(pathText([...path, entryStep(before, seen)]));
    }
  };
  next.forEach((item, index) => {
    const at = places[index];
    keepUntil(places.slice(index).find(place => place >= 0));
    result.push(at < 0 ? item : merged(at, item));
    if (at === seen) {seen++;}
  });
  keepUntil(undefined);
  return result;
}

/** What the API server fills in is a key as well. */
function keyOf(item: Wire, key: string): unknown {
  return item[key] ?? KEY_DEFAULTS[key];
}
