const FACTOR = Number(process.env.RUNS ?? 1);

/**
 * How often a property is tried, or how large an input is. The environment variable `RUNS` multiplies it: `npm run judges:full` looks longer
 * than `npm test` can.
 * Every run takes other random values.
 */
export function runs(usual: number): number {
  return usual * FACTOR;
}
