import * as fc from 'fast-check';
import { ENUMS } from '../../../src/private/fields/enums';
import type { Field, FieldType } from '../../../src/private/fields/fields';
import { fieldsOf, isKnownTo, isRequiredBy, worksSince } from '../../../src/private/fields/fields';

type Json = { [key: string]: unknown };

/** No more than this many optional fields at a time: objects stay readable when a property fails. */
const OPTIONAL_FIELDS = 5;

const TEXT = fc.string({ minLength: 1, maxLength: 8 });

/** Any object that the given minor of Kubernetes can read as the definition. */
export function validObject(definition: string, minor: number, always: readonly string[] = []): fc.Arbitrary<Json> {
  const known = fieldsOf(definition).filter((field) => isKnownTo(field, minor) && worksSince(definition, field) <= minor);
  const needed = known.filter((field) => isRequiredBy(field, minor) || always.includes(field.name));
  const optional = known.filter((field) => !needed.includes(field));
  return fc.subarray(optional, { maxLength: Math.min(OPTIONAL_FIELDS, optional.length) })
    .chain((some) =>
      fc.record(Object.fromEntries([...needed, ...some].map((field) => [field.name, validField(definition, field, minor)]))));
}

function validField(definition: string, field: Field, minor: number): fc.Arbitrary<unknown> {
  const allowed = ENUMS[`${definition}.${field.name}`];
  return allowed === undefined ? validValue(field.type, minor) : fc.constantFrom(...allowed);
}

function validValue(type: FieldType, minor: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'string': return TEXT;
    case 'integer': return fc.integer();
    case 'long': return fc.maxSafeInteger();
    case 'number': return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean': return fc.boolean();
    case 'int-or-string': return fc.oneof(fc.integer(), TEXT);
    case 'quantity': return fc.oneof(fc.integer(), fc.constantFrom(0.5, '100m', '64Mi'));
    case 'object': return fc.dictionary(TEXT, TEXT, { maxKeys: 2 });
    case 'map': return fc.dictionary(TEXT, validValue(type.of, minor), { maxKeys: 2 });
    case 'definition': return validObject(type.definition, minor);
    case 'list':
      return fc.uniqueArray(validValue(type.of, minor), {
        maxLength: 2,
        selector: (item) => type.mapKeys.length === 0 ? Symbol('never equal') : keysOf(item as Json, type.mapKeys),
      });
  }
}

/** A port without a protocol is one for TCP. */
function keysOf(item: Json, mapKeys: readonly string[]): string {
  return JSON.stringify(mapKeys.map((key) => item[key] ?? 'TCP'));
}

/** A key of an object that must be the name of a field. */
export interface FieldPosition {
  readonly path: string;
  readonly definition: string;
  readonly field: Field;
  readonly rename: (name: string) => void;
}

/** Every field that an object uses, with a way to rename each. */
export function positions(definition: string, value: Json, path = ''): FieldPosition[] {
  return fieldsOf(definition).filter((field) => field.name in value).flatMap((field) => [
    {
      path,
      definition,
      field,
      rename: (name: string) => {
        value[name] = value[field.name];
        delete value[field.name];
      },
    },
    ...below(field.type, value[field.name], path === '' ? field.name : `${path}.${field.name}`),
  ]);
}

function below(type: FieldType, value: unknown, path: string): FieldPosition[] {
  if (type.kind === 'definition') return positions(type.definition, value as Json, path);
  if (type.kind === 'list') return (value as unknown[]).flatMap((item, index) => below(type.of, item, `${path}[${index}]`));
  return [];
}
