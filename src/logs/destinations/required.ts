import { fail, quote } from '../../private/agent-error';
import { isWholeNumber } from '../../private/whole-number';

/**
 * A text that a destination takes.
 *
 * @throws invalid-destination
 */
export function requireMatch(text: string, what: string, pattern: RegExp, allowed: string): void {
  if (!pattern.test(text)) {
    fail({
      code: 'invalid-destination',
      what: `this cannot be ${what}`,
      given: quote(text), allowed,
      fix: 'the destination refuses other texts: use one of those',
    });
  }
}

/**
 * A whole number that a destination takes.
 *
 * @throws invalid-destination
 */
export function requireWhole(value: number, what: string, least: number, most: number): void {
  if (!isWholeNumber(value, least, most)) {
    fail({
      code: 'invalid-destination',
      what: `${what} is out of range`,
      given: String(value),
      allowed: `a whole number from ${least} to ${most}`,
      fix: 'choose one of those',
    });
  }
}
