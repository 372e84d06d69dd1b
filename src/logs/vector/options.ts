import type * as Table from './option-table';
import { lookUp } from '../../private/look-up';
import { nearest } from '../../private/nearest';
import { Wire } from '../../private/wire';

/** What is wrong with one option. */
export interface OptionProblem {
  /** The option, from the component inwards. */
  readonly path: readonly string[];
  readonly what: 'unknown' | 'missing' | 'type';
  readonly given: string;
  readonly allowed: string;
  readonly meant?: string;
}

export type ComponentSection = 'sources' | 'transforms' | 'sinks';

/** A map in a shape: the shapes of its keys. */
interface Entry { readonly shape: number; readonly required: boolean; readonly when?: string }
interface Shape {
  readonly scalars: readonly string[];
  readonly entries?: Map<string, Entry>;
  readonly item?: number;
  readonly isList: boolean;
}

/** Spellings that the reference data lacks: a switch may stand for acknowledgements, and a program for a condition. */
const SHORT_FORMS: { readonly [key: string]: (value: unknown) => boolean } = {
  acknowledgements: value => typeof value === 'boolean',
};

/** Whether there is such a component. */
export function isKnownComponent(section: ComponentSection, type: string): boolean {
  return lookUp(table().COMPONENTS[section], type) !== undefined;
}

/** The components of a section. */
export function componentsIn(section: ComponentSection): string[] {
  return Object.keys(table().COMPONENTS[section]);
}

/** What is wrong with a component of a known type. */
export function componentProblems(section: ComponentSection, component: Wire): OptionProblem[] {
  const { type, ...options } = component;
  const common = commonShapes(section);
  const own = Object.entries(options).filter(([key, value]) => !common.has(key) && !isSwitch(String(type), key, value));
  return [
    ...problemsOf(Object.fromEntries(own), lookUp(table().COMPONENTS[section], String(type))!, []),
    ...Object.entries(options).filter(([key, value]) => common.has(key) && value !== undefined)
      .flatMap(([key, value]) => problemsOf(value, common.get(key)!.shape, [key])),
  ];
}

/** What was a switch until 0.55 still may be one. */
function isSwitch(type: string, key: string, value: unknown): boolean {
  return type === 'vector' && key === 'compression' && typeof value === 'boolean';
}

/** What is wrong with the options outside of components. */
export function globalProblems(global: Wire): OptionProblem[] {
  return problemsOf(global, table().GLOBAL, []);
}

/** The shapes that all components of a section have in common, from the tables of whole configurations. */
function commonShapes(section: ComponentSection): Map<string, Entry> {
  const all = shapeOf(shapeOf(table().GLOBAL).entries!.get(section)!.shape).entries!.get('*')!;
  return shapeOf(all.shape).entries!;
}

function problemsOf(value: unknown, index: number, path: readonly string[]): OptionProblem[] {
  const shape = shapeOf(index);
  const key = path[path.length - 1];
  if (key !== undefined && lookUp(SHORT_FORMS, key)?.(value)) {return [];}
  if (isMap(value) && shape.entries) {return mapProblems(value, shape.entries, path);}
  if (Array.isArray(value) && shape.isList) {
    return shape.item === undefined ? [] : value.flatMap((item, at) => problemsOf(item, shape.item!, [...path, String(at)]));
  }
  if (shape.scalars.some(scalar => isScalar(value, scalar))) {return [];}
  return [{ path, what: 'type', given: JSON.stringify(value), allowed: wordsOf(shape) }];
}

function mapProblems(map: Wire, entries: Map<string, Entry>, path: readonly string[]): OptionProblem[] {
  const any = entries.get('*');
  const unknown = Object.entries(map).flatMap(([key, value]): OptionProblem[] => {
    const entry = entries.get(key) ?? any;
    if (entry !== undefined) {return value === undefined ? [] : problemsOf(value, entry.shape, [...path, key]);}
    const known = [...entries.keys()];
    return [{ path: [...path, key], what: 'unknown', given: key, allowed: known.join(', '), meant: nearest(key, known) }];
  });
  const missing = [...entries].filter(([key, { required }]) => required && key !== '*' && map[key] === undefined)
    .filter(([, { when }]) => when === undefined || holds(when, map))
    .filter(([key, { when }]) => when !== undefined || !ONE_OF_MANY.has(key))
    .map(([key]): OptionProblem => ({ path: [...path, key], what: 'missing', given: 'nothing', allowed: key }));
  return [...unknown, ...missing];
}

/** Options of credentials, of which one way is enough. The reference data calls each of them required. */
const ONE_OF_MANY = new Set(['access_key_id', 'assume_role', 'credentials_file', 'secret_access_key', 'max_size', 'endpoint']);

/** `codec=json|codec=text`: what the reference data says of when an option is one. */
function holds(when: string, map: Wire): boolean {
  return when.split('|').some(condition => {
    const [key, value] = condition.split('=');
    return String(map[key]) === value && value !== 'aws';
  });
}

function isMap(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown, scalar: string): boolean {
  const values = /^string\((.*)\)$/s.exec(scalar)?.[1];
  if (values !== undefined) {return typeof value === 'string' && (values.split(' ').includes(value) || value.includes('SECRET['));}
  switch (scalar) {
    case 'string': return typeof value === 'string' || typeof value === 'number';
    case 'bool': return typeof value === 'boolean';
    case 'uint': return Number.isInteger(value) && (value as number) >= 0;
    case 'int': return Number.isInteger(value);
    case 'float': return typeof value === 'number';
    case 'ascii_char': return typeof value === 'string' && /^[\x00-\x7f]$/.test(value) || Number.isInteger(value);
    case 'condition': return typeof value === 'string' || isMap(value);
    default: return true;
  }
}

function wordsOf({ scalars, entries, isList }: Shape): string {
  const names = scalars.map(scalar => /^string\((.*)\)$/s.exec(scalar)?.[1].split(' ').join(', ') ?? NAMES[scalar] ?? scalar);
  return [...names, ...entries === undefined ? [] : ['a map'], ...isList ? ['a list'] : []].join(', ');
}

const NAMES: { readonly [scalar: string]: string } = {
  bool: 'true, false', uint: 'a whole number from 0', int: 'a whole number', float: 'a number', string: 'text',
};

const READ = new Map<number, Shape>();

function shapeOf(index: number): Shape {
  let shape = READ.get(index);
  if (shape === undefined) {READ.set(index, shape = readShape(table().SHAPES[index]));}
  return shape;
}

/** The shape of a line of the table. */
function readShape(line: string): Shape {
  const map = /\{(.*)\}/s.exec(line);
  const list = /(?:^|\|)\[(\d*)\]/.exec(line);
  const rest = line.replace(/\{.*\}/s, '').replace(/\[\d*\]/, '');
  const entries = map && new Map(map[1].split(' ').filter(entry => entry !== '').map((entry): [string, Entry] => {
    const [, key, shape, required, when] = /^([^:]+):(\d+)(!?)(?:\?(.*))?$/.exec(entry)!;
    return [key, { shape: Number(shape), required: required !== '', when }];
  }));
  return {
    scalars: rest.split('|').filter(scalar => scalar !== ''),
    ...entries && { entries },
    isList: list !== null,
    ...list && list[1] !== '' && { item: Number(list[1]) },
  };
}

/** Only an agent with Vector needs it. */
function table(): typeof Table {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./option-table') as typeof Table;
}
