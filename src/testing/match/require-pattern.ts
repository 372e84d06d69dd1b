import { Path, fieldStep, pathText } from '../../private/compare/difference';
import { matcherOf } from '../../private/compare/matcher';

/**
 * The pattern, when it can be held against a manifest. Null and undefined are refused: other languages drop them on the way, and a pattern
 * that lost a value by a slip would hold for everything.
 */
export function requirePattern<T>(pattern: T): T {
  check(pattern, []);
  return pattern;
}

function check(pattern: unknown, path: Path): void {
  if (matcherOf(pattern)) {return;}
  if (pattern === undefined || pattern === null) {
    refuse(
      path, String(pattern), 'write Match.absent() for a field that must not be there, Match.anyValue() for one that must, or leave it out',
    );
  }
  if (typeof pattern === 'object') {
    if (!isPlain(pattern)) {
      refuse(path, `an object of the class ${pattern.constructor.name}`, 'pass maps, lists, texts, numbers, booleans and what Match makes');
    }
    for (const [key, value] of Object.entries(pattern)) {check(value, [...path, Array.isArray(pattern) ? `[${key}]` : fieldStep(key)]);}
    return;
  }
  if (!['string', 'number', 'boolean'].includes(typeof pattern)) {
    refuse(path, `a ${typeof pattern}`, 'pass maps, lists, texts, numbers, booleans and what Match makes');
  }
}

/** Maps may come from another realm, as under jest. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(path: Path, given: string, fix: string): never {
  throw new Error('the pattern has something that no manifest can be held against; given: '
    + `${given}${path.length === 0 ? '' : ` at ${pathText(path)}`}; fix: ${fix}`);
}
