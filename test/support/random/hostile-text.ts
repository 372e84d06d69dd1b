import * as fc from 'fast-check';

/** Pieces that YAML readers disagree about: parts of numbers and dates, signs of YAML, blanks, separators and controls of Unicode. */
export const HOSTILE_PIECES: readonly string[] = [
  ...'0123456789_+-.eExob:TZ,', '\n', '\n\n', ' ', '  ', '\t', ': ', ' #', '- ', '? ', '"', '\'', '&', '*', '!', '|', '>', '%', '@', '`',
  '{', '}', '[', ']', '#', '\\', '~', '=', '<<',
  '---', '...', 'a', 'word', 'some words ', '\r', '\0', '\u0007', '\u001b', '\u007f', '\u0080', '\u0085', '\u009f', '\u00a0', '\u00ad',
  '\u0300', '\u2000', '\u200b', '\u2028', '\u2029',
  '\u202e', '\u3000', '\ue000', '\ufeff', '\ufffd', '\ufffe', '\uffff', '😀', '\u{10ffff}', 'yes', 'No', 'on', 'y', 'null', 'true', '.inf',
  '2020-01-01', '0o17', '12:30',
];

export const hostileText = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...HOSTILE_PIECES), { maxLength: 7 }).map(pieces => pieces.join('')) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...HOSTILE_PIECES), { minLength: 20, maxLength: 60 }).map(pieces => pieces.join('')) },
).filter(text => text !== '__proto__');
