import { byText } from '../../private/wire';

/** All annotations of an object may hold 256 KiB together: one reason never takes much of that, however many checks it is for. */
const MOST_CHARACTERS = 1000;

/** Line breaks, control characters, separators of lines and paragraphs, halves of pairs. */
const NOT_OF_ONE_LINE = /[\s\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]+/gu;

/** Reasons as one line of text that any YAML reader takes; several are joined, each once. */
export function reasonText(reasons: readonly string[]): string {
  const lines = [...new Set(reasons.map(reason => reason.replace(NOT_OF_ONE_LINE, ' ').trim()))].filter(line => line !== '').sort(byText);
  const characters = [...lines.join('; ')];
  return characters.length <= MOST_CHARACTERS ? characters.join('') : `${characters.slice(0, MOST_CHARACTERS - 3).join('')}...`;
}
