import { DEFAULT_ON } from './default-on';
import { ENUMS } from './enums';
import { quote } from '../agent-error';
import type { Entry } from '../entry';
import type { Finding, ObjectFinding } from '../finding';
import { nearest } from '../nearest';
import { isQuantity } from '../quantity';
import {
  FieldPlace, goneField, missingField, newField, repeatedItem, unknownField, wrongFormat, wrongType, wrongWord,
} from './field-findings';
import { FIELD_TABLE, FIELD_TABLE_VERSIONS } from './field-table';
import { FieldFormat, formatsOf } from './formats';
import type { Definition, Field, FieldType, Scalar } from './parse-table';
import { parseTable } from './parse-table';
import { keyPath } from '../field-path';
import { lookUp } from '../look-up';

export type { Definition, Field, FieldType, Scalar } from './parse-table';

/**
 * What can be looked for: names of fields, types of values, words where only some are allowed, repeated keys of list items, required
 * fields, formats of values.
 */
export type Aspect = 'names' | 'types' | 'words' | 'keys' | 'required' | 'formats';

/** What to look for, and where. */
export interface CheckFieldsOptions {
  /** The minor of Kubernetes that will read the object. Outside the table's range the nearest one it knows is taken. */
  readonly minor: number;
  /**
   * What to look for.
   * @default - everything but required fields and formats: what is looked at may be a part of an object, which is looked at as a whole
   * later
   */
  readonly aspects?: readonly Aspect[];
  /** The object that the value is. */
  readonly about?: Entry;
  /** What the value is, in words, where it is no object: `podOverrides`. */
  readonly subject?: string;
  /** Lists in which someone else looks for repeated keys, and required fields that someone else looks for: `PodSpec.volumes`. */
  readonly elsewhere?: ReadonlySet<string>;
  /** Words that are allowed in place of those of the table, by the field: `PodSpec.restartPolicy`. */
  readonly words?: { readonly [field: string]: readonly string[] };
  /** Fields at the top, or below `metadata`, that nobody writes: `status`. */
  readonly ignored?: ReadonlySet<string>;
}

const USUAL: readonly Aspect[] = ['names', 'types', 'words', 'keys'];

/** Fields that the API server does without, although its schema requires them. */
const NOT_REQUIRED: ReadonlySet<string> = new Set([
  'CSIDriver.spec', 'HTTPHeader.value', 'ISCSIVolumeSource.lun', 'PodFailurePolicy.rules', 'PreferredSchedulingTerm.preference',
  'ScaleIOVolumeSource.secretRef', 'SleepAction.seconds',
  'Sysctl.value', 'TokenRequest.audience',
]);

/** The API server fills these in before it compares the keys of list items; the OpenAPI v2 files do not say so. */
export const KEY_DEFAULTS: { readonly [key: string]: string } = { protocol: 'TCP' };

/** Parts that API servers drop unless someone has switched their feature on: what is in them is not judged. */
export const SWITCHED_OFF: ReadonlySet<string> = new Set([
  'ClusterTrustBundleProjection', 'PodCertificateProjection', 'PodSchedulingGroup',
]);

const SCALARS: { readonly [scalar in Scalar]: (value: unknown) => boolean } = {
  'string': (value) => typeof value === 'string',
  'integer': (value) => Number.isInteger(value) && Math.abs(value as number + 0.5) < 2 ** 31,
  'long': (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 63,
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

/** What is known of the fields of a definition, put together once: most fields are looked at thousands of times. */
interface Judged {
  readonly fields: ReadonlyMap<string, JudgedField>;
  readonly required: readonly Field[];
}

interface JudgedField {
  readonly field: Field;
  readonly since: number;
  readonly words: readonly string[] | undefined;
  readonly formats: readonly FieldFormat[] | undefined;
}

const judged = new Map<string, Judged>();

function judgedFields(definition: string): Judged {
  const known = judged.get(definition);
  if (known !== undefined) return known;
  const all = fieldsOf(definition);
  const made: Judged = {
    fields: new Map(all.map((field) => [field.name, {
      field, since: worksSince(definition, field), words: lookUp(ENUMS, `${definition}.${field.name}`),
      formats: formatsOf(definition, field.name),
    }])),
    required: all.filter(({ required, name }) => required && !NOT_REQUIRED.has(`${definition}.${name}`)),
  };
  judged.set(definition, made);
  return made;
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
export function checkFields(
  definition: string, value: unknown, options: CheckFieldsOptions & { readonly about: Entry },
): ObjectFinding[];
export function checkFields(definition: string, value: unknown, options: CheckFieldsOptions): Finding[];
export function checkFields(definition: string, value: unknown, options: CheckFieldsOptions): Finding[] {
  if (!table().has(definition)) throw new Error(`the field table has no definition ${quote(definition)}`);
  const { oldest, newest } = knownMinors();
  const aspects = new Set(options.aspects ?? USUAL);
  const minor = Math.min(Math.max(options.minor, oldest), newest);
  const walk: Walk = { ...options, minor, looksFor: (aspect) => aspects.has(aspect), findings: [] };
  visit(
    walk, { about: options.about, subject: options.subject, path: '', field: '', definition }, { kind: 'definition', definition }, value,
  );
  return walk.findings;
}

interface Walk extends Omit<CheckFieldsOptions, 'aspects'> {
  readonly findings: Finding[];
  looksFor(aspect: Aspect): boolean;
}

function visit(walk: Walk, place: FieldPlace, type: FieldType, value: unknown): void {
  if (type.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) => visit(walk, { ...place, path: `${place.path}[${index}]` }, type.of, item));
    if (walk.looksFor('keys') && !isElsewhere(walk, place)) findRepeats(walk, place, type.mapKeys, value);
  } else if (type.kind === 'map' && isObject(value)) {
    for (const [key, entry] of definedEntries(value)) visit(walk, { ...place, path: join(place.path, key) }, type.of, entry);
  } else if (type.kind === 'definition' && isObject(value)) {
    visitDefinition(walk, place, type.definition, value);
  } else if (walk.looksFor('types') && (!Object.hasOwn(SCALARS, type.kind) || !SCALARS[type.kind as Scalar](value))) {
    walk.findings.push(wrongType(place, type, value));
  }
}

function visitDefinition(outer: Walk, { about, subject, path }: FieldPlace, definition: string, value: object): void {
  // metadata of templates are checked when something is made of them, but for labels and annotations, which have functions of their own
  const isQuiet = SWITCHED_OFF.has(definition) || definition === 'ObjectMeta' && path !== 'metadata' && path !== '';
  const walk: Walk = isQuiet
    ? { ...outer, looksFor: (aspect) => (aspect === 'names' || aspect === 'types') && outer.looksFor(aspect) }
    : outer;
  const known = judgedFields(definition);
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    const place = { about, subject, path: join(path, key), field: key, definition };
    if (walk.ignored?.has(place.path)) continue;
    const ofField = known.fields.get(key);
    if (ofField === undefined) {
      if (walk.looksFor('names')) walk.findings.push(unknownField(place, nearest(key, namesKnownTo(walk.minor, definition))));
      continue;
    }
    const { field, since, words, formats } = ofField;
    if (walk.minor < since) {
      if (walk.looksFor('names')) walk.findings.push(newField(place, since, walk.minor));
    } else if (!isKnownTo(field, walk.minor)) {
      if (walk.looksFor('names')) walk.findings.push(goneField(place, field.until!, walk.minor));
    } else if (entry !== null) {
      const allowed = walk.words?.[`${definition}.${key}`] ?? words;
      if (allowed !== undefined && typeof entry === 'string' && entry !== '' && !allowed.includes(entry)) {
        if (walk.looksFor('words')) walk.findings.push(wrongWord(place, allowed, entry));
        continue;
      }
      visit(walk, place, field.type, entry);
      if (formats !== undefined
        && walk.looksFor('formats')) formats.forEach((format) => checkFormat(walk, place, field.type, format, entry));
    }
  }
  if (walk.looksFor('required')) findMissing(walk, { about, subject, path }, definition, value);
}

/** Values of other types are found by their types. */
function checkFormat({ findings, minor }: Walk, place: FieldPlace, type: FieldType, format: FieldFormat, value: unknown): void {
  const look = (path: string, looked: unknown): void => {
    if (!format.takes(looked, minor)) findings.push(wrongFormat({ ...place, path }, format, looked));
  };
  if (format.of === 'all') {
    if (isOfType(type, value)) look(place.path, value);
  } else if (type.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) => isOfType(type.of, item) && look(`${place.path}[${index}]`, item));
  } else if (type.kind === 'map' && isObject(value)) {
    for (const [key, entry] of definedEntries(value)) {
      if (format.of === 'keys') look(keyPath(place.path, key), key);
      else if (isOfType(type.of, entry)) look(keyPath(place.path, key), entry);
    }
  }
}

function isOfType(type: FieldType, value: unknown): boolean {
  if (type.kind === 'list') return Array.isArray(value);
  return type.kind === 'map' || type.kind === 'definition' ? isObject(value) : SCALARS[type.kind](value);
}

function namesKnownTo(minor: number, definition: string): string[] {
  return fieldsOf(definition).filter((field) => isKnownTo(field, minor) && minor >= worksSince(definition, field)).map(({ name }) => name);
}

function isElsewhere({ elsewhere }: Walk, { definition, field }: Pick<FieldPlace, 'definition' | 'field'>): boolean {
  return elsewhere !== undefined && elsewhere.has(`${definition}.${field}`);
}

/** An explicit null reads as if the field were absent, to the API server and here. */
function findMissing(walk: Walk, { about, subject, path }: Omit<FieldPlace, 'field'
  | 'definition'>, definition: string, value: object): void {
  for (const field of judgedFields(definition).required) {
    if (!isRequiredBy(field, walk.minor) || (own(value, field.name) ?? null) !== null) continue;
    const place = { about, subject, path: join(path, field.name), field: field.name, definition };
    if (!isElsewhere(walk, place)) walk.findings.push(missingField(place, field.type));
  }
}

function findRepeats(walk: Walk, place: FieldPlace, mapKeys: readonly string[], items: readonly unknown[]): void {
  if (mapKeys.length === 0) return;
  const seen = new Map<string, string>();
  items.forEach((item, index) => {
    const values: unknown[] = isObject(item) ? mapKeys.map((key) => own(item, key) ?? KEY_DEFAULTS[key]) : [undefined];
    if (values.includes(undefined)) return;
    const path = `${place.path}[${index}]`;
    const given = mapKeys.map((key, position) => `${key} ${quote(values[position])}`).join(', ');
    const repeats = seen.get(given);
    if (repeats === undefined) seen.set(given, path);
    else walk.findings.push(repeatedItem({ ...place, path }, mapKeys, given, repeats));
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

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

function join(path: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `${path}[${quote(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
