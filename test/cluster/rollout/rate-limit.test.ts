import { RateLimit } from '../../../src/cluster/rollout/rate-limit';

test('the burst goes at once, and the rest at the rate', () => {
  const limit = new RateLimit(20, 3);
  expect([0, 0, 0, 0, 0].map(now => limit.next(now))).toEqual([0, 0, 0, 0.05, 0.1]);
});

test('a rest fills the burst up, and no more', () => {
  const limit = new RateLimit(2, 2);
  expect([0, 0, 10, 10, 10].map(now => limit.next(now))).toEqual([0, 0, 10, 10, 10.5]);
});
