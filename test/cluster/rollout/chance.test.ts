import * as fc from 'fast-check';
import { chanceOf, randomOrder } from '../../../src/cluster/rollout/chance';

test('an order loses nothing, and is the same for the same seed', () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (things, seed) => {
    const order = randomOrder(things, chanceOf(seed));
    expect([...order].sort()).toEqual([...things].sort());
    expect(randomOrder(things, chanceOf(seed))).toEqual(order);
  }));
});

test('over many seeds every thing is first about as often', () => {
  const first = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) {first[randomOrder([0, 1, 2, 3], chanceOf(seed))[0]]++;}
  for (const times of first) {expect(Math.abs(times - 1000)).toBeLessThan(150);}
});

test.each([0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, 1.5])('numbers from the seed %d lie between 0 and 1', seed => {
  const next = chanceOf(seed);
  const numbers = Array.from({ length: 1000 }, next);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(new Set(numbers).size).toBe(1000);
});
