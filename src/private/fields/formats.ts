import type { Format } from './format';
import { FORMAT_TABLE } from './format-table';
import { isScheduleText, isTimeZone } from './schedule';
import { TEXT_FORMATS } from './text-formats';
import { lookUp } from '../look-up';
import { parseQuantity } from '../quantity';
import { MAX_INT32 } from '../whole-number';

/** Which part of a field has a format: all of it, each item or value, or each key. */
export interface FieldFormat extends Format {
  readonly of: 'all' | 'each' | 'keys';
}

let parsed: ReadonlyMap<string, readonly FieldFormat[]> | undefined;

/** What a field may hold; nothing where its type says it all. */
export function formatsOf(definition: string, field: string): readonly FieldFormat[] | undefined {
  parsed ??= parseFormats(FORMAT_TABLE);
  return parsed.get(`${definition}.${field}`);
}

/** The fields of the table, as `Definition.field`. */
export function formattedFields(): string[] {
  return [...(parsed ??= parseFormats(FORMAT_TABLE)).keys()];
}

/**
 * Reads the table:
 *
 *     table       one definition per line; a line that begins with a space continues the one above
 *     definition  Name {' ' field}
 *     field       name ':' part {'|' part}
 *     part        ['[' each item | '{' each value of a map | '%' each key of a map] format
 *     format      name | name '=' argument | [least] '..' [most]
 *
 * A list or map without a prefix is looked at as a whole: `filled`, `max=3`, `unique`.
 */
export function parseFormats(table: string): ReadonlyMap<string, readonly FieldFormat[]> {
  const known = new Map<string, Format>();
  const formatOf = (text: string): Format => {
    const format = known.get(text) ?? parseFormat(text);
    known.set(text, format);
    return format;
  };
  return new Map(table.replace(/\n /g, ' ').split('\n').filter(line => line !== '').flatMap(line => {
    const [definition, ...fields] = line.split(' ');
    return fields.map((field): [string, readonly FieldFormat[]] => {
      const colon = field.indexOf(':');
      return [`${definition}.${field.slice(0, colon)}`, field.slice(colon + 1).split('|').map(part => partOf(part, formatOf))];
    });
  }));
}

function partOf(text: string, formatOf: (text: string) => Format): FieldFormat {
  const of = text[0] === '%' ? 'keys' : text[0] === '[' || text[0] === '{' ? 'each' : 'all';
  return { ...formatOf(of === 'all' ? text : text.slice(1)), of };
}

function parseFormat(text: string): Format {
  const range = /^(\d*)\.\.(\d*)$/.exec(text);
  if (range) {return between(Number(range[1] || -Infinity), Number(range[2] || Infinity));}
  const [name, argument = ''] = text.split('=');
  const format = lookUp(TEXT_FORMATS, name) ?? lookUp(FORMATS, name)?.(argument);
  if (format === undefined) {throw new Error(`there is no format ${text}`);}
  return format;
}

function between(least: number, most: number): Format {
  const allowed = most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return { code: most === 65535 ? 'invalid-port' : 'invalid-field', takes: value => value >= least && value <= most, allowed };
}

const PORT_NAME = lookUp(TEXT_FORMATS, 'port-name')!;
const PORTS = 'a number from 1 to 65535, or the name of a port';

const FORMATS: { readonly [name: string]: (argument: string) => Format } = {
  'filled': () => ({
    code: 'invalid-field', takes: value => value !== '' && !(Array.isArray(value) && value.length === 0), allowed: 'something',
  }),
  'length': most => ({ code: 'invalid-field', takes: value => Buffer.byteLength(value) <= Number(most), allowed: `at most ${most} bytes` }),
  'max': most => ({ code: 'invalid-field', takes: value => value.length <= Number(most), allowed: `at most ${most} items` }),
  'unique': key => ({
    code: 'invalid-field', allowed: 'each of them once',
    takes: (value: unknown[]) => new Set(key === '' ? value : value.map((item: any) => item?.[key])).size === value.length,
  }),
  'ordered': () => ({
    code: 'invalid-field', takes: value => value.every((item: number, index: number) => index === 0 || value[index - 1] <= item),
    allowed: 'the smallest first',
  }),
  'one-of': words => ({
    code: 'invalid-field', takes: value => value === '' || words.split(',').includes(value), allowed: `one of ${words.replace(/,/g, ', ')}`,
  }),
  'id': () => ({ code: 'invalid-user', takes: value => value >= 0 && value <= MAX_INT32, allowed: `0 to ${MAX_INT32}` }),
  'amount': () => ({
    code: 'invalid-quantity', takes: value => (parseQuantity(String(value))?.nanos ?? 0n) >= 0n, allowed: 'a number of at least 0',
  }),
  'share': most => ({
    code: 'invalid-field', takes: value => isShare(value, most === '' ? Infinity : Number(most)),
    allowed: `a whole number of at least 0, or a share such as 10%${most === '' ? '' : `, at most ${most}%`}`,
  }),
  'port-or-name': () => ({ code: 'invalid-port', takes: isPort, allowed: PORTS }),
  'port-or-name-or-none': () => ({ code: 'invalid-port', takes: value => value === 0 || value === '' || isPort(value), allowed: PORTS }),
  'cron': () => ({
    code: 'invalid-field', takes: value => value === '' || isScheduleText(value),
    allowed: 'a cron schedule of five fields, such as `*/5 * * * *`, or @hourly and the like, without a time zone',
  }),
  'time-zone': () => ({
    code: 'invalid-field', takes: value => value === '' || isTimeZone(value),
    allowed: 'a name of the time zone database, such as Europe/Berlin',
  }),
};

function isPort(value: string | number): boolean {
  return typeof value === 'number' ? value >= 1 && value <= 65535 : PORT_NAME.takes(value, Infinity);
}

function isShare(value: string | number, most: number): boolean {
  if (typeof value === 'number') {return value >= 0;}
  return /^\d+%$/.test(value) && Number(value.slice(0, -1)) <= most;
}
