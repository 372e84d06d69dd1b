import { fail } from '../../private/agent-error';
import { isWholeNumber } from '../../private/whole-number';

/** Refuses a number of Calico that is not whole, or not in a range. */
export function requireNumber(name: string, value: number | undefined, least: number, most: number, why?: string): void {
  if (value === undefined || isWholeNumber(value, least, most)) {return;}
  fail({
    code: 'invalid-network-option', what: `\`${name}\` of Calico ${why === undefined ? 'cannot be this' : `does not fit: ${why}`}`,
    given: String(value),
    allowed: `a whole number from ${least} to ${most}`, fix: `leave it out, or use ${value > most ? most : least}`,
  });
}
