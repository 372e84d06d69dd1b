import { quote } from '../agent-error';
import { finding, Finding, Place } from '../finding';
import type { Format } from './format';
import { nameFinding } from '../names';
import { versionFinding } from '../version-finding';
import type { FieldType } from './parse-table';

/** A field under inspection: list items and map entries belong to the field that holds them. */
export interface FieldPlace extends Pick<Place, 'about' | 'path'> {
  /** The field's own name, as written. Empty for the object itself. */
  readonly field: string;
  /** The definition that the field belongs to, or was looked for in. */
  readonly definition: string;
  /** What the value is that is looked at, where it is no object: its places are then named in words. */
  readonly subject?: string;
}

export function unknownField(place: FieldPlace, suggestion: string | undefined): Finding {
  const { about, path, field, subject } = place;
  const named = (name: string) => (subject === undefined ? name : quote(name));
  return finding({
    about, path, code: 'unknown-field', what: noSuchField(place), given: named(field),
    ...suggestion !== undefined && { allowed: named(suggestion) },
    fix: suggestion === undefined
      ? 'remove it, or move it to where it belongs: the API server refuses it, or drops it in silence'
      : `did you mean ${suggestion}?`,
  });
}

/** A field that came with a newer minor, or is switched on from then. */
export function newField({ about, path, field, subject }: FieldPlace, since: number, oldest: number): Finding {
  return versionFinding({
    about, path, since, oldest, alternative: 'leave the field out',
    ...subject === undefined ? { what: `the field ${field}`, given: `Kubernetes 1.${oldest}` } : { what: `${subject}: ${path}` },
  });
}

export function goneField(place: FieldPlace, until: number, oldest: number): Finding {
  const { about, path } = place;
  return finding({
    about, path, code: 'unknown-field', what: `${noSuchField(place)} any more`, given: `Kubernetes 1.${oldest}`,
    allowed: `1.${until} or older`, fix: 'remove it',
  });
}

function noSuchField({ path, field, definition, subject }: FieldPlace): string {
  return subject === undefined
    ? `the Kubernetes API has no field ${field} in ${definition}`
    : `${subject}: the Kubernetes API has no field ${path}`;
}

/** What is wrong with a value, in words of its own only where its place does not have to be named. */
function unusable({ path, subject }: FieldPlace, what: string): string {
  return subject === undefined ? what : `${subject}: ${path} cannot be used`;
}

export function wrongType(place: FieldPlace, type: FieldType, value: unknown): Finding {
  const { about, path } = place;
  return finding({
    about, path, code: 'invalid-field', what: unusable(place, 'the field is of the wrong type'), given: valueText(value),
    allowed: typeText(type), fix: fixOfType(type, value),
  });
}

function fixOfType({ kind }: FieldType, value: unknown): string {
  if (kind === 'string') {return 'put it in quotes: YAML reads numbers, yes, on and the like as something else than text';}
  const isQuoted = typeof value === 'string' && (kind === 'boolean' || kind === 'integer' || kind === 'long' || kind === 'number');
  return isQuoted ? 'remove the quotes: the API server reads no numbers and truth values in text' : 'write it as the Kubernetes API does';
}

export function wrongWord(place: FieldPlace, allowed: readonly string[], given: string): Finding {
  const { about, path, field } = place;
  return finding({
    about, path, code: 'invalid-field', what: unusable(place, `the Kubernetes API does not know this value of ${field}`),
    given: quote(given), allowed: `one of ${allowed.join(', ')}`,
    fix: 'use one of these words, in this spelling',
  });
}

/** A value that has the type of its field, and not what the API server wants there. */
export function wrongFormat(place: FieldPlace, { code, allowed, name }: Format, given: unknown): Finding {
  const { about, path, field } = place;
  if (name !== undefined && typeof given === 'string') {return nameFinding(given, name, unusable(place, field), { about, path })!;}
  return finding({
    about, path, code, what: unusable(place, `the API server does not take this value of ${field}`), given: shortened(quote(given)),
    allowed, fix: 'correct the value',
  });
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 60)}... (${text.length} characters)` : text;
}

/** A list item with the keys of an earlier one. Of ServiceAccounts the API server takes them. */
export function repeatedItem(place: FieldPlace, mapKeys: readonly string[], given: string, repeats: string): Finding {
  const { about, path } = place;
  return finding({
    about, path, code: 'invalid-field', what: unusable(place, `the same entry is in ${repeats}`), given,
    allowed: `one item for each ${mapKeys.join(' and ')}`,
    fix: `keep one: the same entry is in ${repeats}`,
    ...about?.kind === 'ServiceAccount' && place.field !== 'ownerReferences' && { level: 'warning', refusedBy: 'nobody' },
  });
}

export function missingField(place: FieldPlace, type: FieldType): Finding {
  const { about, path, field } = place;
  return finding({
    about, path, code: 'invalid-field', what: unusable(place, `${field} is missing`), allowed: typeText(type),
    fix: 'add it: the API server refuses the object without it',
  });
}

/** A type in words: `integer`, `list of Container`, `map of quantity`. */
export function typeText(type: FieldType): string {
  switch (type.kind) {
    case 'list':
    case 'map':
      return `${type.kind} of ${typeText(type.of)}`;
    case 'definition':
      return type.definition;
    case 'long':
      return 'integer of 64 bits';
    default:
      return type.kind;
  }
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) {return 'a list';}
  return typeof value === 'object' && value !== null ? 'an object' : quote(value);
}
