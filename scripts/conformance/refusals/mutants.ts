import type { Wire } from './bases';
import { Definitions, schemaOfKind, Shape, shapeOf } from './schema';
import type { Schema } from '../../fields/field-table';

/** An object with one field changed. */
export interface Mutant {
  readonly kind: string;
  /** The field, without the positions of list items: `spec.containers[].name`. */
  readonly field: string;
  /** What became of it: `''`, `-1`, `removed`. */
  readonly change: string;
  /** Whether the change leaves the types of the schema alone. */
  readonly isTyped: boolean;
  /** Whether items of a list with keys are repeated: what the API server takes on create, it refuses in server-side apply. */
  readonly isRepeated: boolean;
  readonly object: Wire;
}

/** Objects that no base has: their fields cannot be changed. */
export interface Mutants {
  readonly mutants: readonly Mutant[];
  readonly unreached: readonly string[];
}

/** Fields that the server fills in, or that are for controllers. */
const NOT_WRITTEN = new Set([
  'apiVersion', 'kind', 'status', 'managedFields', 'creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generation',
  'resourceVersion',
  'selfLink', 'uid',
  'ephemeralContainers',
]);

/** What a field becomes. `undefined` removes it. */
interface Change {
  readonly label: string;
  readonly value: unknown;
  readonly isTyped: boolean;
  readonly repeats?: boolean;
}

/** Every field of the schema of a kind, changed `times` times each. Nothing here knows what the library looks for. */
export function mutantsOf(kind: string, bases: readonly Wire[], definitions: Definitions, times: number): Mutants {
  const mutants: Mutant[] = [];
  const unreached: string[] = [];
  const visit = (schema: Schema, field: string, places: readonly Place[]): void => {
    const shape = shapeOf(definitions, schema);
    if (shape.kind === 'object') {
      for (const [name, inner] of Object.entries(shape.fields)) {
        if (NOT_WRITTEN.has(name)) {continue;}
        const parents = places.filter(({ value }) => isMap(value));
        const path = field === '' ? name : `${field}.${name}`;
        if (parents.length === 0) {
          unreached.push(field);
          return;
        }
        const below = parents.map(place => ({ base: place.base, path: [...place.path, name], value: (place.value as Wire)[name] }));
        change(inner, path, below, shape.required.includes(name));
        const present = below.filter(({ value }) => value !== undefined);
        if (present.length > 0) {visit(inner, path, present);} else if (isDeep(inner)) {unreached.push(path);}
      }
    } else if (shape.kind === 'list') {
      const items = places.flatMap(({ base, path, value }) =>
        (Array.isArray(value) ? value.map((item, index) => ({ base, path: [...path, index], value: item })) : []));
      if (items.length > 0) {
        if (!isDeep(shape.of)) {change(shape.of, `${field}[]`, items, true);}
        visit(shape.of, `${field}[]`, items);
      }
    } else if (shape.kind === 'map') {
      const entries = places.flatMap(({ base, path, value }) =>
        Object.entries(value as Wire).map(([key, entry]) => ({ base, path: [...path, key], value: entry })));
      if (entries.length > 0) {change(shape.of, `${field}{}`, entries, false);}
    }
  };
  const isDeep = (schema: Schema): boolean => {
    const isNested = ['object', 'list'].includes(shapeOf(definitions, schema).kind);
    return isNested && (schema.$ref !== undefined || schema.items !== undefined && isDeep(schema.items));
  };
  const change = (schema: Schema, field: string, places: readonly Place[], isRequired: boolean): void => {
    const [absent, present] = [places.filter(({ value }) => value === undefined), places.filter(({ value }) => value !== undefined)];
    const at = present[0] ?? absent[0];
    const changes = changesOf(definitions, shapeOf(definitions, schema), at.value, field, isRequired);
    // what stands here in another base contradicts what stands in its place in this one
    const isLike = (one: Place, other: Place) => one.base === other.base && one.path.length === other.path.length;
    const isFirst = (each: Place, index: number) => absent.findIndex(other => isLike(each, other)) === index;
    for (const place of absent.filter(isFirst)) {
      if (present.length > 0) {
        mutants.push(made(place, { label: 'added', value: present[present.length - 1].value, isTyped: true }, field));
      }
    }
    const hasKeys = schema['x-kubernetes-list-map-keys'] !== undefined;
    changes.slice(0, times).forEach(each => mutants.push(made(at, each, field, hasKeys)));
  };
  const made = ({ base, path }: Place, { label, value, isTyped, repeats }: Change, field: string, hasKeys: boolean = false): Mutant => (
    { kind, field, change: label, isTyped, isRepeated: hasKeys && repeats === true, object: changed(bases[base], path, value) as Wire }
  );
  visit(schemaOfKind(definitions, bases[0].apiVersion, kind), '', bases.map((value, base) => ({ base, path: [], value })));
  return { mutants, unreached: [...new Set(unreached)] };
}

interface Place {
  readonly base: number;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** Texts that some field or other refuses, the most telling first. */
const TEXTS = [
  '', 'A b!ü', 'x'.repeat(300), '-x', '../a', 'a/b/c', '/a', 'UPPER', '0', '1.2.3.4', 'x'.repeat(64), 'a:b', 'example.com', '..', '-1',
  'a.b', 'http://a', 'None', 'a_b',
];
const NUMBERS = [-1, 0, 2147483648, 1, 65536, 100, 1.5];
const QUANTITIES = ['-1', 'abc', '1.5', '0', '12345678901234567890', '1m', '', '1e3'];
const INTS_OR_TEXTS: readonly unknown[] = [-1, 'A b', '150%', 0, '-5%', 70_000, '10%', '', 1];

function changesOf(definitions: Definitions, shape: Shape, value: unknown, field: string, isRequired: boolean): Change[] {
  const removed: Change[] = value === undefined ? [] : [{ label: 'removed', value: undefined, isTyped: true }];
  const first = (changes: Change[]) => (isRequired ? [...removed, ...changes] : [...changes, ...removed]);
  const wrong = (given: unknown): Change => ({ label: labelOf(given), value: given, isTyped: false });
  const typed = (given: unknown): Change => ({ label: labelOf(given), value: given, isTyped: true });
  switch (shape.kind) {
    case 'string': {
      // two telling ones everywhere, the others in turn
      const rest = rotated(TEXTS.slice(2), field);
      const changes = [typed(TEXTS[0]), typed(TEXTS[1]), ...rest.slice(0, 2).map(typed), wrong(7), ...rest.slice(2).map(typed)];
      return first(changes.filter(each => each.value !== value));
    }
    case 'bytes': return first(['*', 'a', 'AAECAw==x'].map(typed).concat(wrong(7), typed('')));
    case 'integer': {
      const rest = rotated(NUMBERS.slice(3), field).map(given => (Number.isInteger(given) ? typed(given) : wrong(given)));
      return first([typed(NUMBERS[0]), typed(NUMBERS[1]), typed(NUMBERS[2]), wrong('x'), ...rest]);
    }
    case 'boolean': return first([typed(value !== true), wrong('yes'), wrong(1), typed(value === true), wrong({})]);
    case 'quantity': return first([...QUANTITIES.slice(0, 1), ...rotated(QUANTITIES.slice(1), field)].map(typed).concat(wrong(true)));
    case 'int-or-string': return first(INTS_OR_TEXTS.slice(0, 2).concat(rotated(INTS_OR_TEXTS.slice(2), field)).map(typed)
      .concat(wrong(true)));
    case 'time': return first([typed('2026-01-01T00:00:00Z'), wrong('yesterday'), wrong(7)]);
    case 'list': {
      const items = Array.isArray(value) ? value : [];
      const empty = ['string', 'integer'].includes(shapeOf(definitions, shape.of).kind) ? '' : {};
      return first([
        ...items.length > 0 ? [{ label: 'an item twice', value: [...items, items[0]], isTyped: true, repeats: true }] : [],
        typed([]), typed([empty]), wrong('x'), wrong([7]),
        ...items.length > 0 ? [{ label: 'items 40 times', value: Array(40).fill(items[0]), isTyped: true, repeats: true }] : [],
      ]);
    }
    case 'map': {
      const inner = shapeOf(definitions, shape.of).kind === 'quantity'
        ? '1'
        : shapeOf(definitions, shape.of).kind === 'bytes' ? 'AAEC' : 'b';
      const own = isMap(value) ? value : {};
      return first([
        typed({ ...own, 'bad key!': inner }), typed({}), typed({ ...own, ['x'.repeat(300)]: inner }), wrong({ ...own, a: { b: 'c' } }),
        wrong('x'),
        typed({ ...own, 'UPPER/x': inner }), typed({ ...own, '': inner }),
      ]);
    }
    case 'object': {
      const misspelt = Object.keys(shape.fields).slice(0, 1).map(name => wrong({ ...isMap(value) ? value : {}, [`${name}X`]: 1 }));
      return first([typed({}), wrong('x'), wrong([]), ...misspelt, wrong(true)]);
    }
    default: return first([typed({}), typed('x')]);
  }
}

function labelOf(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 20)}... (${text.length})` : text;
}

/** Begins in the middle of a list, at a place that depends on the field. */
function rotated<T>(list: readonly T[], field: string): T[] {
  const start = [...field].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** A copy with another value in one place. Parts that do not change are shared. */
function changed(value: unknown, [head, ...rest]: readonly (string | number)[], to: unknown): unknown {
  const inner = (value as Wire)[head];
  const next = rest.length === 0 ? to : changed(inner, rest, to);
  if (Array.isArray(value)) {
    return next === undefined ? value.filter((_, index) => index !== head) : value.map((item, index) => (index === head ? next : item));
  }
  const { [head]: _, ...others } = value as Wire;
  return next === undefined ? others : { ...value as Wire, [head]: next };
}

function isMap(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
