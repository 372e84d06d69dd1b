import type { Duration } from 'cdk8s';
import { fail } from './problem';

/** A duration in whole seconds, which is all that Kubernetes takes. */
export function wholeSeconds(duration: Duration, what: string, least: number = 0): number {
  const seconds = duration.toMilliseconds() / 1000;
  if (!Number.isInteger(seconds) || seconds < least) {
    fail({
      code: 'invalid-duration', what: `${what} cannot be this long`, given: `${seconds} s`, allowed: `whole seconds, at least ${least}`, fix: 'round it',
    });
  }
  return seconds;
}
