import { MULTI_LINE } from './quoted';

/**
 * Which texts the YAML readers in use take for something else when they stand there without quotes, or in a block: those of Go (yaml.v2,
 * yaml.v3 and sigs.k8s.io/yaml), of Python (PyYAML, with and without libyaml) and of JavaScript (yaml, for YAML 1.1 and 1.2). What cdk8s
 * quotes anyway is not here.
 * `npm run conformance` asks those readers.
 */

/**
 * Characters that some reader refuses, drops or takes for a line break, wherever they stand; and halves of pairs. Go drops a character of a
 * later line where a byte order mark comes first in its buffer.
 */
export const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Whether a text of one line that cdk8s leaves without quotes is misread. */
export function isMisreadPlain(text: string, isKey: boolean): boolean {
  const first = text.charCodeAt(0);
  // numbers and dates begin with a digit, a sign or a dot
  if (first >= 43 && first <= 57) {return isNumberToSome(text) || isDateToSome(text) || text.includes('\t');}
  return (text === '=' && !isKey) || text === '<<' || text.includes('\t');
}

/** Whether a text of several lines that cdk8s writes as a block is misread: a tab at its beginning is taken for indentation. */
export function isMisreadBlock(text: string): boolean {
  return /^\n*\t/.test(text);
}

/** Whether a text between double quotes is misread: where cdk8s breaks its lines, a line of one blank comes out as a backslash. */
export function isMisreadQuoted(text: string): boolean {
  return /\n \n/.test(text) && JSON.stringify(text).length >= MULTI_LINE;
}

const DIGITS = '\\d+(?:_\\d+)*';

/** Begins with a dot: Go takes underscores between digits. */
const GO_FRACTION = new RegExp(`^\\.${DIGITS}(?:[eE][-+]?${DIGITS})?$`);
const GO_FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const GO_PREFIXED = /^([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/;
/** Go looks for the sign behind the prefix as well. */
const GO_SIGNED = /^(0[bo])([-+])([0-7]+)$/;
const YAML_1_2_OCTAL = /^0o[0-7]+$/;

function isNumberToSome(text: string): boolean {
  if (text.startsWith('.')) {return GO_FRACTION.test(text) && Number.isFinite(Number(text.replace(/_/g, '')));}
  if (YAML_1_2_OCTAL.test(text)) {return true;}
  // Go passes over every underscore
  const digits = text.replace(/_/g, '');
  if (GO_FLOAT.test(digits)) {return Number.isFinite(Number(digits));}
  const [, sign, number] = GO_PREFIXED.exec(digits) ?? [];
  if (number !== undefined) {return fits(BigInt(number.toLowerCase()), sign);}
  const [, prefix, inner, rest] = GO_SIGNED.exec(digits) ?? [];
  return rest !== undefined && (prefix === '0o' || /^[01]+$/.test(rest)) && fits(BigInt(`${prefix}${rest}`), inner);
}

/** Whether it is no larger than the largest integer of Go. */
function fits(size: bigint, sign: string): boolean {
  return size < (sign === '' ? 2n ** 64n : 2n ** 63n) || (sign === '-' && size === 2n ** 63n);
}

const PYTHON_DATE = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;
const GO_TIME = '(\\d\\d?):(\\d\\d?):(\\d\\d?)(?:,\\d+)?';
const GO_DATE = new RegExp(`^(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[Tt]${GO_TIME}(?:Z|[-+](\\d\\d):(\\d\\d))| +${GO_TIME})$`);

function isDateToSome(text: string): boolean {
  return /^\d{4}-\d/.test(text) && (PYTHON_DATE.test(text) || isDateToGo(text));
}

/** With a comma before the fraction of a second, which only Go knows, and only where there is such a moment. */
function isDateToGo(text: string): boolean {
  const match = GO_DATE.exec(text);
  if (match === null) {return false;}
  const [year, month, day, ...times] = match.slice(1).map(part => Number(part ?? 0));
  const [hour, minute, second] = match[4] === undefined ? times.slice(5) : times;
  const days = new Date(Date.UTC(2000 + year % 400, month, 0)).getUTCDate();
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= days;
  return isDay && hour < 24 && minute < 60 && second < 60 && times[3] <= 24 && times[4] <= 60;
}
