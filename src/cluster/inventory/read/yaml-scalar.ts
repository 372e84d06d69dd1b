const TRUE = words('y Y yes Yes YES true True TRUE on On ON');
const FALSE = words('n N no No NO false False FALSE off Off OFF');
const NULL = words('~ null Null NULL').add('');
const NOT_FINITE = words('.nan .NaN .NAN .inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF');

const DECIMAL = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
const POINTED = /^\.\d+(_\d+)*([eE][-+]?\d+(_\d+)*)?$/;
const WHOLE = /^([-+]?)(?:(0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)|0([0-7]+)|(\d+))$/;

const LEAST = -(2n ** 63n);
const MOST = 2n ** 64n - 1n;

function words(text: string): Set<string> {
  return new Set(text.split(' '));
}

/** What a plain scalar can be, and what only YAML knows and JSON does not. */
export type ScalarValue = string | number | boolean | null;

/**
 * What a scalar without quotes means to kubectl, Helm and the API server, which all read YAML with one library: mostly YAML 1.1, so that
 * `yes`, `on` and `y` are true and `0777` is octal, but without its numbers to base 60, and with dates as texts.
 *
 * @returns undefined for infinities and NaN, which have no JSON
 */
export function plainScalar(text: string): ScalarValue | undefined {
  if (NULL.has(text)) {return null;}
  if (TRUE.has(text)) {return true;}
  if (FALSE.has(text)) {return false;}
  if (NOT_FINITE.has(text)) {return undefined;}
  const first = text.charCodeAt(0);
  if (first === 0x2e) {return POINTED.test(text) ? numberOr(text, text.replaceAll('_', '')) : text;}
  const isNumeric = first === 0x2b || first === 0x2d || first >= 0x30 && first <= 0x39;
  return isNumeric ? numeric(text) : text;
}

function numeric(text: string): string | number {
  const plain = text.replaceAll('_', '');
  const whole = wholeNumber(plain);
  if (whole !== undefined) {return whole;}
  return DECIMAL.test(plain) ? numberOr(text, plain) : text;
}

function wholeNumber(plain: string): number | undefined {
  const parts = WHOLE.exec(plain);
  if (parts === null) {return undefined;}
  const [, sign, prefixed, octal, decimal] = parts;
  if (decimal !== undefined && decimal.length > 1 && decimal.startsWith('0')) {return undefined;}
  const amount = BigInt(prefixed ?? (octal !== undefined ? `0o${octal}` : decimal));
  const value = sign === '-' ? -amount : amount;
  // an unsigned number with a sign is none
  return value >= LEAST && value <= (sign === '' ? MOST : MOST / 2n) ? Number(value) : undefined;
}

/** Numbers beyond what a float holds stay texts. */
function numberOr(text: string, plain: string): string | number {
  const value = Number(plain);
  return Number.isFinite(value) ? value : text;
}
