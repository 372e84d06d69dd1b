import type { Io, Output } from '../io';

/** Paints a text, or leaves it as it is. */
export type Paint = (text: string) => string;

export interface Colours {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
}

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], green: [32, 39], cyan: [36, 39] } as const;

/** All that the command itself sends to a terminal besides text: ends of lines, colours, and what the telling of progress takes back. */
// eslint-disable-next-line no-control-regex
export const CONTROL_SEQUENCES = /\n|\r(?=[^\n])|\x1b\[(?:K|[12]m|22m|3[01236]m|39m)/g;

/**
 * Colours for a terminal, and none for anything else. FORCE_COLOR and NO_COLOR have the last word, as with node itself: the first before
 * the second.
 */
export function coloursFor(output: Output, env: Io['env']): Colours {
  const paints = isColoured(output, env);
  return Object.fromEntries(Object.entries(CODES).map(([name, [on, off]]) =>
    [name, (text: string) => (paints && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text)])) as unknown as Colours;
}

export function isColoured({ isTerminal }: Output, { FORCE_COLOR, NO_COLOR, TERM }: Io['env']): boolean {
  if (FORCE_COLOR !== undefined) {return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';}
  return isTerminal && !NO_COLOR && TERM !== 'dumb';
}
