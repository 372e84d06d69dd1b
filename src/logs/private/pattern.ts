import { UNPRINTABLE } from './config-text';
import { fail, quote } from '../../private/agent-error';

/**
 * Why a regular expression cannot be read by Onigmo, the dialect of Fluent Bit, in one phrase; nothing when it probably can.
 *
 * What Onigmo has beyond JavaScript is rewritten into something of the same shape, so that only structural mistakes remain: parentheses and
 * brackets that do not close, repetitions of nothing, unknown references.
 */
export function patternProblem(pattern: string): string | undefined {
  const shape = pattern
    .replace(/\\[AzZGhHRX]/g, '.')
    .replace(/\(\?#[^)]*\)/g, '')
    .replace(/\(\?>/g, '(?:')
    .replace(/\(\?[imxadu]*(?:-[imx]*)?\)/g, '')
    .replace(/\(\?[imxadu]*(?:-[imx]*)?:/g, '(?:')
    .replace(/\[:\^?[a-z]+:\]/g, 'a-z')
    .replace(/([*+?}])\+/g, '$1');
  try {
    new RegExp(shape);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: .*: /, '').toLowerCase();
  }
}

/** The names of the groups of a pattern. */
export function groupNames(pattern: string): string[] {
  return [...pattern.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(match => match[1]);
}

/** @throws invalid-pattern */
export function requirePattern(pattern: string, what: string): string {
  const problem = problemOf(pattern);
  if (problem !== undefined) {
    fail({
      code: 'invalid-pattern',
      what: `${what} is not a regular expression: ${problem}`,
      given: quote(pattern),
      fix: 'correct the pattern: the collector would exit, or never match, on every node',
    });
  }
  return pattern;
}

function problemOf(pattern: string): string | undefined {
  if (pattern === '') {return 'it is empty';}
  if (/[\n\r\u0085\u2028\u2029]/.test(pattern)) {return 'it has more than one line';}
  if (UNPRINTABLE.test(pattern)) {return 'it holds a control character; write it as `\\xHH`';}
  return pattern.includes('${') ? '`${` would be replaced by an environment variable; write `\\$\\{`' : patternProblem(pattern);
}
