import * as fc from 'fast-check';

const PLAIN = fc.constantFrom(
  'a', 'b', 'B', 'é', '.', '\\d', '\\w', '\\s', '\\S', '[ab]', '[^ab]', '[a-c-]', '\\.', '\\b', '^', '$', ' ', '\\$', '"', '/',
);
const TIMES = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?');

function patternOf(atom: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.tuple(atom, TIMES).map(([one, times]) => one + (/^(\\b|\^|\$)$/.test(one) ? '' : times));
  return fc.array(piece, { minLength: 1, maxLength: 3 }).map(pieces => pieces.join(''));
}

function grouped(pattern: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(PLAIN, pattern.map(inner => `(${inner})`), fc.tuple(pattern, pattern).map(([a, b]) => `(?:${a}|${b})`));
}

/** Patterns of all that is allowed, one group deep. */
export const PATTERNS = patternOf(grouped(patternOf(PLAIN)));
