import { block, isBlock } from './block';
import { isMisreadBlock, isMisreadPlain, isMisreadQuoted, UNSAFE } from './misread';
import { doubleQuoted, quoted, safelyQuoted } from './quoted';

/** Most texts: they begin with a letter, are no exponent, and have nothing but single blanks and colons between words. */
const SIMPLE = /^(?![eE][-+]?\d+$)[A-Za-z/_$(][\w./$()=+@-]*(?:[ :][\w./$()=+@-]+)*$/;

/** What YAML 1.1 takes for a truth value or for nothing. */
const WORD = /^(?:[YyNn]|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL|~)$/;

/** What YAML 1.1 takes for a number or a date. */
const NUMBER = new RegExp([
  '0b[01_]+', '[0-9][0-9_]*', '0x[0-9a-fA-F_]+', '\\.(?:inf|Inf|INF)',
  '(?:[0-9][0-9_]*)?(?:\\.[0-9_]*)?[eE][-+]?[0-9]+', '(?:[0-9][0-9_]*)?\\.[0-9_]*',
  '[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?',
].join('|').replace(/^[^]*$/, '^[-+]?(?:$&)$$'));
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[tT]|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:[ \t]*(?:Z|[-+][012]?\d(?::\d{2})?))?)?$/;

/** What cannot do without quotes, or has several lines. */
const NOT_PLAIN = /^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$|\n/;

/** Characters that are written as escapes. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/;

/** Where a text stands. */
export type Position = 'value' | 'key' | 'first key';

/**
 * A text as cdk8s writes it where all readers take that for the same; else quoted so that they do.
 *
 * @param indent the indentation of its further lines
 */
export function scalar(text: string, position: Position, indent: string): string {
  if (SIMPLE.test(text)) {return text.length > 5 || !WORD.test(text) ? text : JSON.stringify(text);}
  const style = styleOf(text, position);
  return isMisreadIn(style, text, position) ? safelyQuoted(text) : written(style, text, position, indent);
}

/** Whether a text can be written at all: halves of surrogate pairs are no characters. */
export function isWritable(text: string): boolean {
  return !SURROGATE.test(text) || !/\p{Cs}/u.test(text);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Whether some reader takes what cdk8s writes of a text for something else. */
export function isMisread(text: string, position: Position): boolean {
  return !SIMPLE.test(text) && isMisreadIn(styleOf(text, position), text, position);
}

function isMisreadIn(style: Style, text: string, position: Position): boolean {
  if (UNSAFE.test(text)) {return true;}
  switch (style) {
    case 'plain': return isMisreadPlain(text, position !== 'value');
    case 'block': return isMisreadBlock(text);
    default: return position === 'value' && isMisreadQuoted(text);
  }
}

function written(style: Style, text: string, position: Position, indent: string): string {
  switch (style) {
    case 'plain': return text;
    case 'block': return block(text, indent);
    case 'escaped': return doubleQuoted(text, indent, position !== 'value');
    case 'quoted': return quoted(text, indent, position !== 'value');
  }
}

type Style = 'plain' | 'block' | 'escaped' | 'quoted';

function styleOf(text: string, position: Position): Style {
  if (CONTROL.test(text)) {return 'escaped';}
  if (text === '' || NOT_PLAIN.test(text)) {return position === 'value' && text.includes('\n') && isBlock(text) ? 'block' : 'quoted';}
  if (position === 'first key' && /^(?:%|---|\.\.\.)/.test(text)) {return 'quoted';}
  return isTyped(text) ? 'quoted' : 'plain';
}

function isTyped(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 43 && first <= 57) {return NUMBER.test(text) || NOT_A_NUMBER.test(text) || DATE.test(text);}
  // an exponent needs no digits before it
  return WORD.test(text) || /^[eE][-+]?\d+$/.test(text);
}
