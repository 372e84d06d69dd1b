import { fail, quote } from '../../private/agent-error';

/** What Go's regular expressions, RE2, do not have. */
const NOT_IN_GO: readonly { readonly found: RegExp; readonly what: string }[] = [
  { found: /\(\?(?:[=!]|<[=!])/, what: 'it looks ahead or behind' },
  { found: /\(\?>/, what: 'it has an atomic group' },
  { found: /\\[1-9]|\\k</, what: 'it refers to a group' },
  { found: /(?:[*+?]|\{\d+(?:,\d*)?\})\+/, what: 'it has a possessive repetition' },
  { found: /\\[GHRXZhe]/, what: 'it has an escape of Onigmo' },
  { found: /\(\?[a-z]*x[a-z]*[):]/, what: 'it has the option `x`' },
];

/**
 * A pattern that Go reads as Onigmo and JavaScript do.
 *
 * @throws invalid-pattern
 */
export function goPattern(pattern: string, what: string): string {
  const problem = NOT_IN_GO.find(({ found }) => found.test(withoutEscapedBackslashes(pattern)));
  if (problem !== undefined) {
    fail({
      code: 'invalid-pattern',
      what: `${what} cannot be read by the OpenTelemetry Collector: ${problem.what}`,
      given: quote(pattern),
      allowed: 'the syntax of RE2: https://github.com/google/re2/wiki/Syntax',
      fix: 'write it without, or use LogCollector.fluentBit()',
    });
  }
  return pattern;
}

function withoutEscapedBackslashes(pattern: string): string {
  return pattern.replace(/\\\\/g, '');
}
