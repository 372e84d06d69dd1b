import * as fc from 'fast-check';

const FACTOR = Number(process.env.RUNS ?? 1);

/** The same values in every usual run: what is red is red because of a change, for everyone. Longer runs look at others each time. */
const USUAL_SEED = 1;

if (process.env.RUNS === undefined) {
  fc.configureGlobal({ seed: USUAL_SEED });
}

/**
 * How often a property is tried, or how large an input is. The environment variable `RUNS` multiplies it, and takes other random values in
 * every run, `RUNS=1` too: `npm run judges:full` looks longer, and elsewhere, than `npm test` can.
 */
export function runs(usual: number): number {
  return usual * FACTOR;
}
