import * as fc from 'fast-check';
import { compareQuantities } from '../../../src/private/quantity';

/** Names that every object of JavaScript has: a look-up that is not careful finds something under them. */
export const inherited = fc.constantFrom('constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf');

/** Names of containers, volumes, Services: also of the greatest length. */
export const label = fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{61}[a-z0-9]$/) },
  { weight: 1, arbitrary: fc.constant('constructor') },
);

/** Names of most objects. */
export const subdomain = fc.tuple(label, fc.constantFrom('', '.v2', '.example.com')).map(parts => parts.join(''));

export const labelKey = fc.tuple(fc.constantFrom('', 'team/', 'agents.example.com/'), fc.oneof(
  { weight: 9, arbitrary: fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,8}[A-Za-z0-9])?$/) }, { weight: 1, arbitrary: inherited },
)).map(parts => parts.join(''));

export const labelValue = fc.stringMatching(/^([A-Za-z0-9]([A-Za-z0-9_.-]{0,8}[A-Za-z0-9])?)?$/);

export const labels = fc.dictionary(labelKey, labelValue, { maxKeys: 3 });

/** Any text that a person could write, line ends of every system and separators of Unicode included. */
export const text = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom(
    '\n', '\r\n', '\r', '\t', '"', ': ', '- ', '$$', '~', '\u0085', '\u2028', '\ufeff', '0o17', '<<',
  )),
  { maxLength: 4 },
).map(parts => parts.join(''));

/** Amounts in any spelling, canonical or not. */
const cpu = fc.oneof(
  fc.constantFrom('1', '50m', '0.5', '1000m', '1.25', '2e-1', '0'), fc.integer({ min: 1, max: 4000 }).map(millis => `${millis}m`),
);
const bytes = fc.oneof(
  fc.constantFrom('64Mi', '1024Mi', '1.5Gi', '100M', '128974848', '1e9', '200000000', '1Ti'),
  fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom('Ki', 'Mi', 'Gi', 'k', 'M', 'G', '')).map(parts => parts.join('')),
);

const ordered = ([a, b]: [string, string]): [least: string, most: string] => compareQuantities(a, b) <= 0 ? [a, b] : [b, a];

/** A request and a limit that allows it. */
export const cpuRange = fc.tuple(cpu, cpu).map(ordered);
export const byteRange = fc.tuple(bytes, bytes).map(ordered);

/** Some of the entries, in their order. */
export function some<T>(...entries: T[]): fc.Arbitrary<T[]> {
  return fc.subarray(entries);
}

/** Given in half of the cases: to fast-check 4 a frequency of 1 would mean never. */
export function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}
