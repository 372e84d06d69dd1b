import * as fc from 'fast-check';
import {
  canonicalQuantity, compareQuantities, isQuantity, parseQuantity, requireQuantity,
} from '../../src/private/quantity';
import { refusal } from '../support/refusal';
import { runs } from '../support/runs';

/** Verified against k8s.io/apimachinery v0.36.3: read as JSON, rounded up to thousandths, written, read and written again. */
const STORED: ReadonlyArray<readonly [string, string]> = [
  ['1000m', '1'], ['0.1', '100m'], ['0.5', '500m'], ['.5', '500m'], ['1.5', '1500m'], ['1.500', '1500m'], ['1', '1'], ['+5', '5'],
  ['007', '7'],
  ['1024Mi', '1Gi'], ['1.5Gi', '1536Mi'], ['1024Ki', '1Mi'], ['1000Ki', '1000Ki'], ['0.25Gi', '256Mi'], ['512.5Mi', '524800Ki'],
  ['0.5Ki', '512'],
  ['0.3Gi', '322122547200m'], ['1.1Ki', '1126400m'], ['1.953125Ki', '2k'], ['300Mi', '300Mi'], ['1Ei', '1Ei'],
  ['9Ei', '9223372036854775807'],
  ['1000M', '1G'], ['1000000k', '1G'], ['100M', '100M'], ['1.G', '1G'], ['1.2k', '1200'], ['1E', '1E'], ['128974848', '128974848'],
  ['1048576', '1048576'], ['200000000', '200M'], ['123456789012345678901234', '123456789012345678901234'],
  ['1e3', '1e3'], ['1E3', '1e3'], ['1e+6', '1e6'], ['.001e12', '1e9'], ['12e2', '1200'], ['2.5e3', '2500'], ['10e-1', '1'],
  ['1e-5', '1e-3'],
  ['0', '0'], ['0Mi', '0'], ['0.0', '0'], ['-0', '0'], ['-1500m', '-1500m'], ['-0.5Gi', '-512Mi'],
  ['0.0001', '1m'], ['1u', '1m'], ['100n', '1m'], ['1500u', '2m'], ['-1500u', '-2m'],
  [' 1Gi ', '1Gi'],
];

test.each(STORED)('the API server stores %p as %p', (text, stored) => {
  expect(canonicalQuantity(text)).toBe(stored);
});

test('beyond the largest suffix an exponent keeps the value, which the API server would lose', () => {
  expect(canonicalQuantity('1000E')).toBe('1e21');
  expect(compareQuantities('1e21', '1000E')).toBe(0);
});

test.each([
  '', ' ', 'Mi', '+', '.', 'abc', '1 Gi', '1,5Gi', '64MB', '64mb', '100mi', '1K', '1e', '1e1.5', '1Kib', '0x10', '1_000', '50%', '1.5.2',
  '--1', '1e1001',
])('%p is not a quantity', text => {
  expect(isQuantity(text)).toBe(false);
  expect(() => canonicalQuantity(text)).toThrow(refusal('invalid-quantity', { given: `'${text}'` }));
});

test.each([
  ['50 millis', "write '50m'"],
  ['500millicores', "write '500m'"],
  ['2 cores', "write '2'"],
  ['64MB', "write '64M' or '64Mi'"],
  ['64mb', "write '64M' or '64Mi'"],
  ['64K', "write '64k' or '64Ki'"],
  ['64 megabytes', "write '64M' or '64Mi'"],
  ['100mi', "write '100Mi'"],
  ['1GiB', "write '1Gi'"],
  ['1 Gi', "write '1Gi'"],
  ['1,5Gi', "write '1.5Gi'"],
  ['1,5m', "write '1.5m'"],
  ['1,500Mi', "write '1500Mi' or '1.500Mi'"],
  ['-50m', "write '50m'"],
  ['half', 'write something like 50m, 0.5, 64Mi or 1Gi'],
])('whoever writes %p gets a fix: %s', (text, fix) => {
  expect(() => requireQuantity(text, 'the memory request')).toThrow(`fix: ${fix}`);
});

test('a required quantity comes back as the API server stores it', () => {
  expect(requireQuantity('0.25', 'the processor request')).toBe('250m');
});

test('the message names what is wrong, what was given and what is allowed', () => {
  expect(() => requireQuantity('64MB', 'the memory limit')).toThrow(
    refusal('invalid-quantity', { given: "'64MB'", names: ['0'] }),
  );
});

test('quantities of different families compare by value', () => {
  expect(compareQuantities('1Gi', '1G')).toBe(1);
  expect(compareQuantities('1000m', '1e0')).toBe(0);
  expect(compareQuantities('-1', '1m')).toBe(-1);
  expect(compareQuantities('9007199254740993', '9007199254740992')).toBe(1);
});

const digits = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const suffix = fc.constantFrom('', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'e3', 'E-2', 'e+6', 'n', 'u');
const quantity = fc.tuple(fc.constantFrom('', '+', '-'), digits(1, 20), fc.option(digits(0, 12), { nil: undefined }), suffix)
  .map(([sign, whole, fraction, unit]) => `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${unit}`);

test('the canonical form of a canonical form is itself', () => {
  fc.assert(fc.property(quantity, text => {
    const canonical = canonicalQuantity(text);
    expect(canonicalQuantity(canonical)).toBe(canonical);
  }), { numRuns: runs(100) });
});

test('the canonical form is equal to the original, or the next thousandth away from zero', () => {
  fc.assert(fc.property(quantity, text => {
    const { nanos } = parseQuantity(text)!;
    const stored = parseQuantity(canonicalQuantity(text))!.nanos;
    const excess = nanos < 0n ? nanos - stored : stored - nanos;
    expect(excess >= 0n && excess < 1_000_000n && stored % 1_000_000n === 0n).toBe(true);
    if (nanos % 1_000_000n === 0n) expect(compareQuantities(canonicalQuantity(text), text)).toBe(0);
  }), { numRuns: runs(100) });
});

test('the order is total: reflexive, antisymmetric and transitive', () => {
  fc.assert(fc.property(quantity, quantity, quantity, (a, b, c) => {
    expect(compareQuantities(a, a)).toBe(0);
    expect(compareQuantities(a, b) + compareQuantities(b, a)).toBe(0);
    const [low, middle, high] = [a, b, c].sort(compareQuantities);
    expect(compareQuantities(low, middle) <= 0 && compareQuantities(middle, high) <= 0 && compareQuantities(low, high) <= 0).toBe(true);
  }), { numRuns: runs(100) });
});

test('whole numbers of thousandths and of bytes survive the way there and back', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 60n }), value => {
    expect(parseQuantity(canonicalQuantity(`${value}m`))!.nanos).toBe(value * 1_000_000n);
    expect(parseQuantity(canonicalQuantity(`${value}Ki`))!.nanos).toBe(value * 1024n > 2n ** 63n - 1n
      ? (2n ** 63n - 1n) * 1_000_000_000n
      : value * 1_024_000_000_000n);
  }), { numRuns: runs(100) });
});

test('a proposal for an unreadable quantity can always be read', () => {
  const spoken = fc.tuple(
    digits(1, 4), fc.constantFrom('', ',5', ',000', '.25'), fc.constantFrom(' ', ''),
    fc.constantFrom('MB', 'kib', 'Cores', 'g', 'mi', 'bytes'),
  );
  fc.assert(fc.property(spoken, parts => {
    const text = parts.join('');
    fc.pre(!isQuantity(text));
    const message = messageOf(() => requireQuantity(text, 'it'));
    const proposed = [...message.slice(message.indexOf('fix:')).matchAll(/'([^']*)'/g)].map(match => match[1]);
    expect(proposed.length).toBeGreaterThan(0);
    expect(proposed.every(isQuantity)).toBe(true);
  }), { numRuns: runs(100) });
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
