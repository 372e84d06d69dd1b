/** Few rounds, for CI: the benchmark runs, and its figures say nothing. */
export const SMOKE = process.argv.includes('--smoke');

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Prints a figure. The process fails where it is above its bound. */
export function print(name: string, value: number, atMost?: number): void {
  if (!SMOKE && atMost !== undefined && value > atMost) {process.exitCode = 1;}
  console.log(`${name.padEnd(78)} ${figure(value)}${atMost === undefined ? '' : `   at most ${figure(atMost)}`}`);
}

const figure = (value: number): string => value.toFixed(value < 0.1 ? 3 : 2);
