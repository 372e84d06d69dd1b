/** The things in a random order. */
export function shuffled<T>(things: readonly T[], random: Random): T[] {
  const result = [...things];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other], result[index]];
  }
  return result;
}

/** Numbers from 0 to below 1. */
export type Random = () => number;

const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;
const WARM_UP = 8;

/**
 * Numbers that look random, and are the same for the same seed: the generator of Park and Miller, past its first numbers, in which seeds
 * are alike.
 */
export function seededRandom(seed: number): Random {
  let state = Math.abs(Math.trunc(seed)) % (MODULUS - 1) + 1;
  const next = (): number => {
    state = state * MULTIPLIER % MODULUS;
    return (state - 1) / (MODULUS - 1);
  };
  for (let skipped = 0; skipped < WARM_UP; skipped++) {next();}
  return next;
}
