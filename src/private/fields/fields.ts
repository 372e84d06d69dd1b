import { DEFAULT_ON } from './default-on';
import { ENUMS } from './enums';
import { nearest } from '../nearest';
import { quote } from '../problem';
import { isQuantity } from '../quantity';
import type { FieldFinding } from './field-finding';
import { describeType } from './field-finding';
import { FIELD_TABLE, FIELD_TABLE_VERSIONS } from './field-table';
import type { Definition, Field, FieldType, Scalar } from './parse-table';
import { parseTable } from './parse-table';

export type { FieldFinding, FieldFindingKind } from './field-finding';
export type { Definition, Field, FieldType, Scalar } from './parse-table';

/** How strictly to look. */
export interface CheckFieldsOptions {
  /** The minor of Kubernetes that will read the object. Outside the table's range the nearest one it knows is taken. */
  readonly minor: number;
  /**
   * Also report required fields that are absent.
   * @default false
   */
  readonly requireRequired?: boolean;
}

/** The API server fills these in before it compares the keys of list items; the OpenAPI v2 files do not say so. */
const KEY_DEFAULTS: { readonly [key: string]: string } = { protocol: 'TCP' };

const SCALARS: { readonly [scalar in Scalar]: (value: unknown) => boolean } = {
  'string': (value) => typeof value === 'string',
  'integer': (value) => Number.isInteger(value),
  'number': (value) => Number.isFinite(value),
  'boolean': (value) => typeof value === 'boolean',
  'int-or-string': (value) => typeof value === 'string' || Number.isInteger(value),
  'quantity': (value) => (typeof value === 'string' || Number.isFinite(value)) && isQuantity(String(value)),
  'object': isObject,
};

let parsed: ReadonlyMap<string, Definition> | undefined;
let kinds: ReadonlyMap<string, string> | undefined;

/** Parsed on first use: most programs never ask. */
function table(): ReadonlyMap<string, Definition> {
  return parsed ??= parseTable(FIELD_TABLE, knownMinors().oldest);
}

/** The minors of Kubernetes that the table was made from. */
export function knownMinors(): { readonly oldest: number; readonly newest: number } {
  const minors = FIELD_TABLE_VERSIONS.map((version) => Number(version.split('.')[1]));
  return { oldest: Math.min(...minors), newest: Math.max(...minors) };
}

/** The names of all definitions, in alphabetical order. */
export function definitionNames(): string[] {
  return [...table().keys()];
}

/** The definition of a kind, or undefined for kinds that the table does not hold, such as custom resources. */
export function definitionOfKind(apiVersion: string, kind: string): string | undefined {
  kinds ??= new Map([...table().values()]
    .filter((definition) => definition.apiVersion !== undefined)
    .map(({ apiVersion: version, name }) => [`${version}/${name.slice(name.lastIndexOf('.') + 1)}`, name]));
  return kinds.get(`${apiVersion}/${kind}`);
}

/** The fields of a definition in alphabetical order; none if there is no such definition. */
export function fieldsOf(definition: string): Field[] {
  return [...table().get(definition)?.fields.values() ?? []];
}

export function fieldOf(definition: string, name: string): Field | undefined {
  return table().get(definition)?.fields.get(name);
}

/** Whether a minor has the field. */
export function isKnownTo(field: Field, minor: number): boolean {
  return field.since <= minor && minor <= (field.until ?? minor);
}

/** The first minor that has the field, and has it switched on. */
export function worksSince(definition: string, field: Field): number {
  return Math.max(field.since, DEFAULT_ON[`${definition}.${field.name}`] ?? field.since);
}

/** Whether a minor insists on the field. */
export function isRequiredBy(field: Field, minor: number): boolean {
  return field.required && isKnownTo(field, minor) && minor <= (field.requiredUntil ?? minor);
}

/** Everything that a strict reader of the given minor would refuse in a value, in the order of the value. */
export function checkFields(definition: string, value: unknown, options: CheckFieldsOptions): FieldFinding[] {
  if (!table().has(definition)) throw new Error(`the field table has no definition ${quote(definition)}`);
  const { oldest, newest } = knownMinors();
  const walk: Walk = {
    minor: Math.min(Math.max(options.minor, oldest), newest),
    requireRequired: options.requireRequired ?? false,
    findings: [],
  };
  visit(walk, { path: '', field: '', definition }, { kind: 'definition', definition }, value);
  return walk.findings;
}

interface Walk {
  readonly minor: number;
  readonly requireRequired: boolean;
  readonly findings: FieldFinding[];
}

/** The field under inspection: list items and map entries belong to the field that holds them. */
type Place = Pick<FieldFinding, 'path' | 'field' | 'definition'>;

function visit(walk: Walk, place: Place, type: FieldType, value: unknown): void {
  if (type.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) => visit(walk, { ...place, path: `${place.path}[${index}]` }, type.of, item));
    findDuplicates(walk, place, type.mapKeys, value);
  } else if (type.kind === 'map' && isObject(value)) {
    for (const [key, entry] of definedEntries(value)) visit(walk, { ...place, path: join(place.path, key) }, type.of, entry);
  } else if (type.kind === 'definition' && isObject(value)) {
    visitDefinition(walk, place.path, type.definition, value);
  } else if (!(type.kind in SCALARS) || !SCALARS[type.kind as Scalar](value)) {
    walk.findings.push({ kind: 'wrong-type', ...place, expected: describeType(type), given: describeValue(value) });
  }
}

function visitDefinition(walk: Walk, path: string, definition: string, value: object): void {
  for (const [key, entry] of definedEntries(value)) {
    const place = { path: join(path, key), field: key, definition };
    const field = fieldOf(definition, key);
    if (field === undefined) {
      const known = fieldsOf(definition)
        .filter((other) => isKnownTo(other, walk.minor) && walk.minor >= worksSince(definition, other))
        .map((other) => other.name);
      const suggestion = nearest(key, known);
      walk.findings.push({ kind: 'unknown-field', ...place, ...suggestion === undefined ? {} : { suggestion } });
    } else if (walk.minor < worksSince(definition, field)) {
      walk.findings.push({ kind: 'too-new', ...place, since: worksSince(definition, field) });
    } else if (!isKnownTo(field, walk.minor)) {
      walk.findings.push({ kind: 'gone', ...place, until: field.until });
    } else if (entry !== null) {
      const allowed = ENUMS[`${definition}.${key}`];
      if (allowed !== undefined && typeof entry === 'string' && entry !== '' && !allowed.includes(entry)) {
        walk.findings.push({ kind: 'wrong-type', ...place, expected: `one of ${allowed.join(', ')}`, given: quote(entry) });
        continue;
      }
      visit(walk, place, field.type, entry);
    }
  }
  if (walk.requireRequired) findMissing(walk, path, definition, value);
}

/** An explicit null reads as if the field were absent, to the API server and here. */
function findMissing(walk: Walk, path: string, definition: string, value: object): void {
  for (const field of fieldsOf(definition)) {
    if (!isRequiredBy(field, walk.minor) || (own(value, field.name) ?? null) !== null) continue;
    walk.findings.push({
      kind: 'missing-field', path: join(path, field.name), field: field.name, definition, expected: describeType(field.type),
    });
  }
}

function findDuplicates(walk: Walk, place: Place, mapKeys: readonly string[], items: readonly unknown[]): void {
  if (mapKeys.length === 0) return;
  const seen = new Map<string, string>();
  items.forEach((item, index) => {
    const values: unknown[] = isObject(item) ? mapKeys.map((key) => own(item, key) ?? KEY_DEFAULTS[key]) : [undefined];
    if (values.includes(undefined)) return;
    const path = `${place.path}[${index}]`;
    const given = mapKeys.map((key, position) => `${key} ${quote(values[position])}`).join(', ');
    const repeats = seen.get(given);
    if (repeats === undefined) seen.set(given, path);
    else walk.findings.push({ kind: 'duplicate-key', ...place, path, expected: `one item for each ${mapKeys.join(' and ')}`, given, repeats });
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, entry]) => entry !== undefined);
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as { readonly [name: string]: unknown })[key] : undefined;
}

function join(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${quote(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : quote(value);
}
