import { fail, quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';

/** @throws unknown-collector */
export function requireCollectors(names: readonly string[], known: readonly string[], program: string): void {
  for (const name of names) {
    if (known.includes(name)) {continue;}
    const meant = nearest(name, known);
    fail({
      code: 'unknown-collector',
      what: `${program} has no such collector`,
      given: quote(name),
      allowed: meant === undefined ? known.join(', ') : undefined,
      fix: meant === undefined ? 'take one of those; what a later release brings goes into `args`' : `did you mean ${quote(meant)}?`,
    });
  }
}
