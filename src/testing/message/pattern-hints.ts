import { Difference, fieldStep, Path, pathText } from '../../private/compare/difference';
import { fieldOfStep, valueAt } from '../../private/compare/object-path';
import { isMap } from '../../private/entry';
import { definitionOfKind, fieldOf, fieldsOf, FieldType } from '../../private/fields/fields';
import { nearest } from '../../private/nearest';
import { parseQuantity } from '../../private/quantity';

/** What most likely went wrong in the pattern, where the object shows it. */
export function patternHints(differences: readonly Difference[], object: unknown): string[] {
  return differences.flatMap(difference => {
    const hint = difference.hint ?? typeHint(difference) ?? quantityHint(difference) ?? placeHint(difference, object);
    return hint === undefined ? [] : [hint];
  });
}

/** `10` and `"10"` look alike, and Kubernetes takes one of them. */
function typeHint({ found, pattern }: Difference): string | undefined {
  const areScalars = [found, pattern].every(value => ['string', 'number', 'boolean'].includes(typeof value));
  if (!areScalars || typeof found === typeof pattern || String(found) !== String(pattern)) {return undefined;}
  const named = (value: unknown) => `the ${typeof value === 'string' ? 'text' : typeof value} ${JSON.stringify(value)}`;
  return `the manifest has ${named(found)}, the pattern ${named(pattern)}`;
}

function quantityHint({ found, pattern }: Difference): string | undefined {
  if (typeof found !== 'string' || typeof pattern !== 'string' || !/\d/.test(found)) {return undefined;}
  const [one, other] = [parseQuantity(found), parseQuantity(pattern)];
  return one && one.nanos === other?.nanos ? `${found} and ${pattern} are the same amount: use Match.quantity('${pattern}')` : undefined;
}

/** A field that is not there: another spelling next to it, or the same name elsewhere in the object. */
function placeHint({ found, pattern, path }: Difference, object: unknown): string | undefined {
  if (found !== undefined || pattern === undefined) {return undefined;}
  const index = path.findIndex((_, at) => valueAt(object, path.slice(0, at + 1)) === undefined);
  const parent = valueAt(object, path.slice(0, index));
  const key = fieldOfStep(path[index]);
  if (key === undefined || !isMap(parent)) {return undefined;}
  const parentPath = path.slice(0, index);
  const known = knownFields(object, parentPath);
  if (known?.includes(key)) {return undefined;}
  const elsewhere = findKey(object, key);
  if (elsewhere) {return `${key} stands at ${pathText(elsewhere)}`;}
  const near = nearest(key, known ?? Object.keys(parent));
  return near && `${pathText(parentPath) || 'the object'} has no ${key}; did you mean ${near}?`;
}

/**
 * The fields that Kubernetes knows at a place of an object; undefined where it takes any key, and for kinds that it does not know itself.
 */
function knownFields(object: unknown, path: Path): string[] | undefined {
  const { apiVersion, kind } = object as { readonly apiVersion?: string; readonly kind?: string };
  const definition = definitionOfKind(String(apiVersion), String(kind));
  let type: FieldType | undefined = definition === undefined ? undefined : { kind: 'definition', definition };
  for (const step of path) {
    const key = fieldOfStep(step);
    if (type?.kind === 'definition' && key !== undefined) {
      type = fieldOf(type.definition, key)?.type;
    } else {
      type = type?.kind === 'list' && key === undefined || type?.kind === 'map' && key !== undefined ? type.of : undefined;
    }
  }
  return type?.kind === 'definition' ? fieldsOf(type.definition).map(({ name }) => name) : undefined;
}

/** The first place of a key, the shallowest first. */
function findKey(object: unknown, key: string): Path | undefined {
  let level: Array<{ readonly value: unknown; readonly path: Path }> = [{ value: object, path: [] }];
  while (level.length > 0) {
    const hit = level.find(({ value }) => isMap(value) && value[key] !== undefined);
    if (hit) {return [...hit.path, fieldStep(key)];}
    level = level.flatMap(({ value, path }) => {
      if (Array.isArray(value)) {return value.map((entry, index) => ({ value: entry, path: [...path, `[${index}]`] }));}
      return isMap(value) ? Object.keys(value).map(each => ({ value: value[each], path: [...path, fieldStep(each)] })) : [];
    });
  }
  return undefined;
}
