import { createHash } from 'node:crypto';

/** Deeper than anything that a person writes: something holds itself. */
const DEEPEST = 40;

/** A longer text is in a key as its hash: files are large, and every agent of a fleet has a key. */
const LONGEST = 256;

const ORIGIN = Symbol('origin');

/**
 * A text that is the same for values that are built alike. Undefined where something in a value cannot be compared: a function, a late
 * value, an object of others.
 */
export function equalityKey(value: unknown): string | undefined {
  const parts: string[] = [];
  return append(value, parts, 0) ? parts.join('') : undefined;
}

/** Notes how a value was made: what two values cannot hide from each other if the same factory made them from the same arguments. */
export function noteOrigin<T>(value: T, factory: string, args: readonly unknown[]): T {
  if (typeof value !== 'object' || value === null || ORIGIN in value) {return value;}
  const key = equalityKey(args);
  if (key !== undefined) {Object.defineProperty(value, ORIGIN, { value: `${factory}(${key})` });}
  return value;
}

function append(value: any, parts: string[], depth: number): boolean {
  switch (typeof value) {
    case 'string':
      // the length keeps texts apart from what is between them
      parts.push(value.length > LONGEST ? `#${sha256(value)}` : `'${value.length}:${value}`);
      return true;
    case 'number': case 'boolean': case 'undefined':
      parts.push(`${String(value)};`);
      return true;
    case 'object':
      return depth < DEEPEST && appendObject(value, parts, depth + 1);
    default:
      return false;
  }
}

function appendObject(value: any, parts: string[], depth: number): boolean {
  if (value === null) {
    parts.push('null;');
    return true;
  }
  if (Array.isArray(value)) {
    parts.push('[');
    for (const each of value) {
      if (!append(each, parts, depth)) {return false;}
    }
    parts.push(']');
    return true;
  }
  const origin: string | undefined = value[ORIGIN] ?? durationText(value);
  if (origin !== undefined) {
    parts.push(origin);
    return true;
  }
  return isPlain(value) && appendMembers(value, parts, depth);
}

function appendMembers(value: any, parts: string[], depth: number): boolean {
  parts.push('{');
  for (const key of Object.keys(value)) {
    parts.push(`${key.length}:${key}=`);
    if (!append(value[key], parts, depth)) {return false;}
  }
  parts.push('}');
  return true;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0;
}

/** Over the units of the text: halves of surrogate pairs are all the same in UTF-8. */
function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf16le').digest('base64');
}

/** A Duration of cdk8s, whichever copy of it made that. */
function durationText(value: any): string | undefined {
  return value.constructor?.name === 'Duration' && typeof value.toMilliseconds === 'function'
    ? `Duration(${value.toMilliseconds()})`
    : undefined;
}
