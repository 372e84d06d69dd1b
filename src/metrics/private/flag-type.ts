/** What the value of a flag must look like, so that the program starts. */
export interface FlagType {
  /** In words, for messages. */
  readonly text: string;
  accepts(value: string): boolean;
}

const matching = (text: string, pattern: RegExp): FlagType => ({ text, accepts: value => pattern.test(value) });

/** A whole number, as Go reads it. */
export const isInteger = matching('a whole number', /^[+-]?\d+$/);

/** A number in decimal digits. */
export const isNumber = matching('a number', /^[+-]?(\d+(\.\d*)?|\.\d+)$/);

/** true or false, as Go reads it. */
export const isBoolean = matching('true or false', /^(1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/);

/** A time, as Go reads it. */
export const isDuration = matching('a time with a unit, such as 30s or 1m30s', /^[+-]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/);

export const isPortNumber: FlagType = {
  text: 'a port, 1 to 65535',
  accepts: value => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535,
};

/** One of a few words. */
export function isOneOf(...words: readonly string[]): FlagType {
  return { text: words.join(', '), accepts: value => words.includes(value) };
}
