import * as fc from 'fast-check';
import { seededRandom, shuffled } from '../../../src/cluster/rollout/seeded-random';
import { runs } from '../../support/runs';

test('an order loses nothing, and is the same for the same seed', () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (things, seed) => {
    const order = shuffled(things, seededRandom(seed));
    expect([...order].sort()).toEqual([...things].sort());
    expect(shuffled(things, seededRandom(seed))).toEqual(order);
  }), { numRuns: runs(100) });
});

test('over many seeds every thing is first about as often', () => {
  const first = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) {first[shuffled([0, 1, 2, 3], seededRandom(seed))[0]]++;}
  for (const times of first) {expect(Math.abs(times - 1000)).toBeLessThan(150);}
});

test.each([0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, 1.5])('numbers from the seed %d lie between 0 and 1', seed => {
  const next = seededRandom(seed);
  const numbers = Array.from({ length: 1000 }, next);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(new Set(numbers).size).toBe(1000);
});
