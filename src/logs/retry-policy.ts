import { fail } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';

/**
 * What happens to logs that a destination did not take.
 */
export class RetryPolicy {
  /**
   * They are sent again until they are taken; the buffer limit of the destination bounds what waits, and the oldest goes first.
   */
  public static unlimited(): RetryPolicy {
    return new RetryPolicy(Infinity);
  }

  /**
   * They are sent again this many times, and then lost.
   *
   * @param retries at least 1
   * @throws invalid-destination
   */
  public static times(retries: number): RetryPolicy {
    if (!Number.isInteger(retries) || retries < 1) {
      fail({
        code: 'invalid-destination',
        what: 'logs cannot be sent again this many times',
        given: String(retries),
        allowed: 'a whole number from 1',
        fix: 'use RetryPolicy.none() or RetryPolicy.unlimited()',
      });
    }
    return new RetryPolicy(retries);
  }

  /** They are lost at once. */
  public static none(): RetryPolicy {
    return new RetryPolicy(0);
  }

  private constructor(
    /** How often logs are sent again; `Infinity` for as often as it takes. */
    public readonly limit: number,
  ) {}
}

guardClass({ RetryPolicy });
