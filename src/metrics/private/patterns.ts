import { fail, quote } from '../../private/agent-error';
import { re2Problem } from '../../private/re2';

/** @throws invalid-pattern */
export function requirePatterns(patterns: readonly string[], what: string = 'a pattern'): void {
  for (const pattern of patterns) {
    const broken = pattern === '' ? 'it is empty' : re2Problem(pattern);
    if (broken === undefined) {continue;}
    fail({
      code: 'invalid-pattern',
      what: `${what} cannot be compiled: ${broken}`,
      given: quote(pattern),
      allowed: 'RE2 syntax, without look-ahead and back-references',
      fix: 'correct it: the exporter refuses to start with it',
    });
  }
}
