import { Duration } from 'cdk8s';
import { wholeSeconds } from '../../src/private/duration';
import { messageOf } from '../agent/make-agent';
import { refusal } from '../support/refusal';

test.each([
  [Duration.seconds(0), 0], [Duration.millis(3000), 3], [Duration.minutes(5), 300], [Duration.hours(1), 3600],
])('%p', (duration, seconds) => {
  expect(wholeSeconds(duration, 'it')).toBe(seconds);
});

test.each([
  [Duration.millis(1), 0, '0.001'], [Duration.seconds(0), 1, '0'], [Duration.days(30_000), 0, '2592000000'],
])('fails for %p where at least %p seconds are asked for', (duration, least, given) => {
  expect(messageOf(() => wholeSeconds(duration, 'the period', least))).toEqual(
    refusal('invalid-duration', { given: `${given} s`, names: [String(least), '2147483647'] }));
});
