import type { Io } from './io';
import { printable } from './printable';
import { placeIn } from '../cluster/inventory/read/input-error';

/** Smaller inputs are read before anyone wonders. */
const LARGE = 8 * 1024 * 1024;

const EVERY = 1000;

/** Tells people who wait how far the reading of a large file is. Tells nothing where standard error is no terminal. */
export interface Progress {
  readonly onRead: (read: number, total?: number) => void;
  readonly onObject: () => void;
  /** Leaves an empty line behind. */
  readonly end: () => void;
}

export function progressOf({ stderr }: Io, file: string): Progress {
  let size = 0;
  let objects = 0;
  const tell = (what: string): void => {
    if (stderr.isTerminal && size >= LARGE) {void stderr.write(`\r${what}\x1b[K`);}
  };
  return {
    onRead: (read, total) => {
      size = total ?? read;
      tell(`reading ${printable(placeIn(file))}: ${Math.floor(read / 1024 / 1024)} `
        + `MiB${total === undefined ? '' : ` of ${Math.ceil(total / 1024 / 1024)}`}`);
    },
    onObject: () => {
      objects += 1;
      if (objects % EVERY === 0) {tell(`reading ${printable(placeIn(file))}: ${objects} objects`);}
    },
    end: () => tell(''),
  };
}
