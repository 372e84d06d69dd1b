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

const WHOLE_FIELDS: ReadonlySet<string> = new Set(['PodSpec.nodeSelector', 'Scheduling.nodeSelector', 'ServiceSpec.selector']);

function merge(type: FieldType | undefined, before: unknown, next: unknown, path: Path, stays: string[]): unknown {
  if (isMap(before) && isMap(next)) {
    const definition = type?.kind === 'definition' ? type.definition : undefined;
    return definition !== undefined && WHOLE.has(definition)
      ? next
      : mergeMaps(definition, before, next, path, stays, type?.kind === 'map' ? type.of : undefined);
  }
  return Array.isArray(before) && Array.isArray(next) && type?.kind === 'list' && type.mapKeys.length > 0
    ? mergeLists(type.of, type.mapKeys, before, next, path, stays)
    : next;
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
      result[key] = merge(type, value, next[key], own, stays);
    }
  }
  return result;
}

function mergeLists(
  of: FieldType, keys: readonly string[], before: readonly unknown[], next: readonly unknown[], path: Path, stays: string[],
): unknown[] {
  const isSame = (one: unknown, other: unknown): boolean =>
    isMap(one) && isMap(other) && keys.every(key => keyOf(one, key) === keyOf(other, key));
  const result: unknown[] = [];
  // each entry of the other tool keeps its place before the one that followed it
  let seen = 0;
  for (const item of next) {
    const at = before.findIndex(each => isSame(each, item));
    if (at < 0) {
      result.push(item);
      continue;
    }
    for (; seen < at; seen++) {keep(seen);}
    seen = Math.max(seen, at + 1);
    result.push(merge(of, before[at], item, [...path, entryStep(before, at)], stays));
  }
  for (; seen < before.length; seen++) {keep(seen);}
  return result;

  function keep(index: number): void {
    if (next.some(item => isSame(item, before[index]))) {return;}
    result.push(before[index]);
    stays.push(pathText([...path, entryStep(before, index)]));
  }
}

/** What the API server fills in is a key as well. */
function keyOf(item: Wire, key: string): unknown {
  return item[key] ?? KEY_DEFAULTS[key];
}
