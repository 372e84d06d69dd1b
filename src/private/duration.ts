import type { Duration } from 'cdk8s';
import { fail } from './agent-error';
import { isWholeNumber, MAX_INT32 } from './whole-number';

/** A duration in whole seconds, which is all that Kubernetes takes. */
export function wholeSeconds(duration: Duration, what: string, least: number = 0): number {
  const seconds = duration.toMilliseconds() / 1000;
  if (!isWholeNumber(seconds, least, MAX_INT32)) {
    fail({
      code: 'invalid-duration', what: `${what} cannot be this long`, given: `${seconds} s`,
      allowed: `whole seconds from ${least} to ${MAX_INT32}`, fix: 'round it',
    });
  }
  return seconds;
}
