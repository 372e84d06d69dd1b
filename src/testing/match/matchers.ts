import { compare, compareSome, difference, isAbsent, leavesOf } from '../../private/compare/compare';
import type { Matcher } from '../../private/compare/matcher';
import { patternText, valueText } from '../../private/compare/value-text';
import { parseQuantity } from '../../private/quantity';
import { parseYaml } from '../read/read-yaml';

const NOTHING = 'nothing here';

export function objectLike(pattern: object): Matcher {
  return {
    text: `a map with ${valueText(pattern)}`, weight: leavesOf(pattern), compare: (found, path) => compare(pattern, found, 'partial', path),
  };
}

export function objectEquals(pattern: object): Matcher {
  return {
    text: `exactly ${valueText(pattern)}`, weight: leavesOf(pattern), compare: (found, path) => compare(pattern, found, 'exact', path),
  };
}

export function listEquals(pattern: readonly unknown[]): Matcher {
  return {
    text: `exactly ${valueText(pattern)}`, weight: leavesOf(pattern), compare: (found, path) => compare(pattern, found, 'exact', path),
  };
}

export function listWith(pattern: readonly unknown[]): Matcher {
  return {
    text: `a list with ${valueText(pattern)}`, weight: leavesOf(pattern), compare: (found, path) => compareSome(pattern, found, path),
  };
}

export function anyValue(): Matcher {
  return simple('any value', found => !isAbsent(found));
}

export function absent(): Matcher {
  return simple(NOTHING, isAbsent);
}

export function not(pattern: unknown): Matcher {
  const text = patternText(pattern);
  return simple(text === NOTHING ? 'something here' : `anything but ${text}`, found => compare(pattern, found).length > 0);
}

export function regexp(expression: RegExp): Matcher {
  return simple(`text that matches /${expression.source}/`, found => typeof found === 'string' && expression.test(found));
}

export function quantity(text: string): Matcher {
  const wanted = parseQuantity(text)!.nanos;
  const isNumber = (found: unknown) => typeof found === 'string' || typeof found === 'number';
  return simple(`the quantity ${text}`, found => isNumber(found) && parseQuantity(String(found))?.nanos === wanted);
}

/** A text that holds an object: JSON is YAML too. */
export function serialized(language: 'JSON' | 'YAML', pattern: unknown): Matcher {
  const text = `${language} with ${valueText(pattern)}`;
  return {
    text, weight: leavesOf(pattern),
    compare: (found, path) => {
      const read = typeof found === 'string' ? attempt(() => (language === 'JSON' ? JSON.parse(found) : parseYaml(found))) : undefined;
      if (read === undefined) {return [{ ...difference(pattern, found, path), wanted: text }];}
      return compare(pattern, read.value, 'partial', [...path, `(${language})`]);
    },
  };
}

function simple(text: string, isMet: (found: unknown) => boolean): Matcher {
  return {
    text, weight: 1,
    compare: (found, path) => (isMet(found) ? [] : [{ path, found: isAbsent(found) ? undefined : found, wanted: text, weight: 1 }]),
  };
}

function attempt(read: () => unknown): { readonly value: unknown } | undefined {
  try {
    return { value: read() };
  } catch {
    return undefined;
  }
}
