import { safelyQuoted } from './quoted';
import { isWritable, Position } from './scalar';
import { keyPath } from '../field-path';

/** Something in a value that YAML cannot hold, or that some reader takes for something else. */
export interface TextProblem {
  readonly kind: 'unwritable' | 'misread';
  /** Where it is, in the spelling of the manifest. */
  readonly path: string;
  /** The text or number, readable whatever is in it. */
  readonly given: string;
}

/** Whether some reader takes a text for something else. */
export type Misreads = (text: string, position: Position) => boolean;

/**
 * The first problem in a value: halves of surrogate pairs, numbers that JSON has no word for, and what is misread.
 *
 * @param misreads what is misread of the one who writes it; left out for our own writer, of whom nothing is
 */
export function findProblem(value: unknown, misreads?: Misreads): TextProblem | undefined {
  return isSound(value, misreads, 0) ? undefined : locate(value, misreads, '', 0);
}

/** Deeper than any manifest: what goes on is in a circle. */
const DEEPEST = 500;

/** Runs over everything that is written, so it makes nothing. */
function isSound(value: any, misreads: Misreads | undefined, depth: number): boolean {
  if (typeof value !== 'object') {return isSoundScalar(value, 'value', misreads);}
  if (value === null || depth > DEEPEST) {return true;}
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (!isSound(value[index], misreads, depth + 1)) {return false;}
    }
    return true;
  }
  const position = depth === 0 ? 'first key' : 'key';
  for (const key in value) {
    if (!isSoundScalar(key, position, misreads) || !isSound(value[key], misreads, depth + 1)) {return false;}
  }
  return true;
}

function isSoundScalar(value: unknown, position: Position, misreads: Misreads | undefined): boolean {
  if (typeof value === 'string') {return isWritable(value) && misreads?.(value, position) !== true;}
  return typeof value !== 'number' || (Number.isFinite(value) && (misreads === undefined || !isMisreadNumber(value)));
}

/** Python takes a number with an exponent for a text unless it has a point. */
export function isMisreadNumber(value: number): boolean {
  return /^-?\d+e/.test(String(value));
}

function locate(value: any, misreads: Misreads | undefined, path: string, depth: number): TextProblem {
  if (typeof value !== 'object') {return problem(value, path);}
  if (Array.isArray(value)) {
    const index = value.findIndex(each => !isSound(each, misreads, depth + 1));
    return locate(value[index], misreads, `${path}[${index}]`, depth + 1);
  }
  const position = depth === 0 ? 'first key' : 'key';
  const key = Object.keys(value).find(each => !isSoundScalar(each, position, misreads) || !isSound(value[each], misreads, depth + 1))!;
  if (!isSoundScalar(key, position, misreads)) {return problem(key, path);}
  return locate(value[key], misreads, path === '' ? key : keyPath(path, key), depth + 1);
}

const LONGEST = 100;

function problem(value: string | number, path: string): TextProblem {
  if (typeof value === 'number') {return { kind: Number.isFinite(value) ? 'misread' : 'unwritable', path, given: String(value) };}
  const whole = safelyQuoted(value);
  const given = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}...` : whole;
  return { kind: isWritable(value) ? 'misread' : 'unwritable', path, given };
}
