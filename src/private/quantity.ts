import { fail, quote } from './agent-error';

/** How a quantity was spelled. The API server keeps the family: it never turns `Mi` into `M`. */
export type QuantityFormat = 'decimal' | 'binary' | 'exponent';

/** A quantity as the API server holds it after reading. */
export interface ParsedQuantity {
  /** The value in billionths: what is finer was rounded up when it was read. */
  readonly nanos: bigint;
  readonly format: QuantityFormat;
}

const NANOS = 1_000_000_000n;
const NANOS_PER_MILLI = 1_000_000n;

/** Binary quantities are capped here when they are read; the other families are not. */
const MAX_BINARY = (2n ** 63n - 1n) * NANOS;

const DECIMAL_SUFFIXES: { readonly [suffix: string]: number } = {
  'n': -9, 'u': -6, 'm': -3, '': 0, 'k': 3, 'M': 6, 'G': 9, 'T': 12, 'P': 15, 'E': 18,
};
const BINARY_SUFFIXES: readonly string[] = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/** Beyond this an exponent is a slip of the keyboard, and its digits would fill the memory. */
const MAX_EXPONENT = 1000;

/**
 * Reads a quantity as the API server does (apimachinery, `ParseQuantity`), blanks around it included.
 * Two spellings that the API server reads are refused, since nobody means them: a suffix or sign without a number (`Mi` is zero there)
 * and exponents beyond a thousand.
 */
export function parseQuantity(text: string): ParsedQuantity | undefined {
  const match = QUANTITY.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole, fraction = '', exponent, suffix = ''] = match;
  const digits = whole + fraction;
  const power = exponent === undefined ? DECIMAL_SUFFIXES[suffix] : Number(exponent.slice(1));
  if (digits === '' || Math.abs(power ?? 0) > MAX_EXPONENT) return undefined;

  let format: QuantityFormat = exponent === undefined ? 'decimal' : 'exponent';
  let magnitude: bigint;
  if (power === undefined) {
    format = 'binary';
    const scaled = BigInt(digits) * 1024n ** BigInt(BINARY_SUFFIXES.indexOf(suffix));
    magnitude = shift(scaled, 9 - fraction.length);
    if (magnitude > MAX_BINARY) magnitude = MAX_BINARY;
    if (magnitude > 0n && magnitude < NANOS) format = 'decimal';
  } else {
    magnitude = shift(BigInt(digits), 9 + power - fraction.length);
  }
  return { nanos: sign === '-' ? -magnitude : magnitude, format };
}

/** Whether the API server can read the text as a quantity. */
export function isQuantity(text: string): boolean {
  return parseQuantity(text) !== undefined;
}

/**
 * The spelling in which the API server stores the quantity: no fraction, the largest suffix without loss, the family of suffixes as
 * given, never finer than a thousandth (rounded up). Any other spelling comes back changed, and tools that compare text see drift.
 *
 * @throws invalid-quantity
 */
export function canonicalQuantity(text: string): string {
  return formatQuantity(read(text, 'the quantity'));
}

/**
 * The order of two quantities: negative, zero or positive. Exact, at the precision at which they are read.
 *
 * @throws invalid-quantity
 */
export function compareQuantities(a: string, b: string): number {
  const difference = read(a, 'the quantity').nanos - read(b, 'the quantity').nanos;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The canonical spelling of a quantity that someone wrote for a pod, where none may be negative.
 *
 * @throws invalid-quantity
 */
export function requireQuantity(text: string, what: string): string {
  const parsed = read(text, what);
  if (parsed.nanos < 0n) refuse(text, what, 'is negative', [formatQuantity({ ...parsed, nanos: -parsed.nanos })]);
  return formatQuantity(parsed);
}

function read(text: string, what: string): ParsedQuantity {
  return parseQuantity(text) ?? refuse(text, what, 'is not a quantity that Kubernetes can read', proposals(text));
}

function refuse(text: string, what: string, wrong: string, instead: readonly string[]): never {
  fail({
    code: 'invalid-quantity',
    what: `${what} ${wrong}`,
    given: quote(text),
    allowed: 'a number of at least 0, with at most one suffix: m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei',
    fix: instead.length === 0 ? 'write something like 50m, 0.5, 64Mi or 1Gi' : `write ${instead.map(quote).join(' or ')}`,
  });
}

/** Moves the decimal point; what falls off the end is rounded away from zero. */
function shift(magnitude: bigint, places: number): bigint {
  return places >= 0 ? magnitude * 10n ** BigInt(places) : divideUp(magnitude, 10n ** BigInt(-places));
}

function divideUp(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  if (value % divisor === 0n) return quotient;
  return value < 0n ? quotient - 1n : quotient + 1n;
}

/** Defaulting rounds every resource list to thousandths. */
function toMillis(nanos: bigint): bigint {
  return divideUp(nanos, NANOS_PER_MILLI);
}

function formatQuantity({ nanos, format }: ParsedQuantity): string {
  const millis = toMillis(nanos);
  if (millis === 0n) return '0';
  return format === 'binary' && formatBinary(millis) || formatDecimal(millis, format);
}

/** Nothing when the value is no whole number of kibibytes: the API server then falls back to the decimal suffixes. */
function formatBinary(millis: bigint): string | undefined {
  let amount = millis / 1000n;
  let power = 0;
  while (millis % 1000n === 0n && power < BINARY_SUFFIXES.length - 1 && amount % 1024n === 0n) {
    amount /= 1024n;
    power += 1;
  }
  return power === 0 ? undefined : `${amount}${BINARY_SUFFIXES[power]}`;
}

function formatDecimal(millis: bigint, format: QuantityFormat): string {
  let amount = millis;
  let power = -3;
  while (amount % 1000n === 0n) {
    amount /= 1000n;
    power += 3;
  }
  const suffix = Object.keys(DECIMAL_SUFFIXES).find(key => DECIMAL_SUFFIXES[key] === power);
  // past `E` the API server loses the suffix and stores 1000E as 1: an exponent keeps the value
  return format === 'exponent' && power !== 0 || suffix === undefined ? `${amount}e${power}` : `${amount}${suffix}`;
}

/** An amount that was computed, as someone would write it: bytes in the largest binary unit that loses nothing. */
export function amountText(amount: bigint, unit: 'milli' | 'bytes' | 'count'): string {
  const nanos = amount * (unit === 'milli' ? NANOS_PER_MILLI : NANOS);
  return nanos < 0n ? `-${amountText(-amount, unit)}` : formatQuantity({ nanos, format: unit === 'bytes' ? 'binary' : 'decimal' });
}

/** Units as people write them, and what they can have meant. */
const SPOKEN_UNITS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/^(millis?|mcpus?|millicpus?|millicores?)$/, ['m']],
  [/^(v?cpus?|cores?|b|bytes?)$/, ['']],
  ...['k', 'm', 'g', 't', 'p', 'e'].map((letter, index): readonly [RegExp, readonly string[]] => {
    const long = ['kilo', 'mega', 'giga', 'tera', 'peta', 'exa'][index];
    const decimal = letter === 'k' ? 'k' : letter.toUpperCase();
    return [new RegExp(`^(${letter}b?|${long}(bytes?)?)$`), [decimal, `${letter.toUpperCase()}i`]];
  }),
  ...['k', 'm', 'g', 't', 'p', 'e'].map((letter, index): readonly [RegExp, readonly string[]] => {
    const long = ['kibi', 'mebi', 'gibi', 'tebi', 'pebi', 'exbi'][index];
    return [new RegExp(`^(${letter}ib?|${long}(bytes?)?)$`), [`${letter.toUpperCase()}i`]];
  }),
];

/** What the author of an unreadable quantity can have meant, the likeliest first. */
function proposals(text: string): string[] {
  const match = /^\+?([\d.,]*\d)([a-z]*)$/i.exec(text.replace(/[\s_]/g, ''));
  if (!match) return [];
  const spoken = SPOKEN_UNITS.find(([unit]) => unit.test(match[2].toLowerCase()))?.[1] ?? [];
  const suffixes = isQuantity(`1${match[2]}`) ? [match[2]] : spoken;
  return spokenNumbers(match[1]).flatMap(number => suffixes.map(suffix => number + suffix)).filter(isQuantity);
}

/** A comma may part the decimals or the thousands; before three digits it is anyone's guess. */
function spokenNumbers(number: string): string[] {
  const decimal = number.replace(',', '.');
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? [number.replace(/,/g, '')] : [];
  return number.includes(',') ? [...grouped, decimal] : [number];
}

/** Whether an amount is a whole number of units. */
export function isMultiple(text: string, unit: string): boolean {
  const [amount, one] = [parseQuantity(text), parseQuantity(unit)];
  return amount !== undefined && one !== undefined && one.nanos !== 0n && amount.nanos % one.nanos === 0n;
}

/** Beyond this the API server cannot tell thousandths of an amount: it counts in 64 bits. */
const MOST = 2n ** 63n / 1000n * 1_000_000_000n;

/** Whether the API server takes an amount of what is counted one by one. */
export function isCountable(text: string): boolean {
  const parsed = parseQuantity(text);
  return parsed === undefined || isMultiple(text, '1') && parsed.nanos <= MOST;
}
