/** A text between quotes as cdk8s writes it. */
export function quoted(text: string, indent: string, isKey: boolean): string {
  return text.includes('"') && !text.includes("'") && !text.includes('\n') ? `'${text}'` : doubleQuoted(text, indent, isKey);
}

/** From this length on, line breaks are written as such. */
export const MULTI_LINE = 40;

/** A text between double quotes as cdk8s writes it: over several lines where it is long and has line breaks. */
export function doubleQuoted(text: string, indent: string, isKey: boolean): string {
  const json = JSON.stringify(text);
  if (!json.includes('\\')) {return json;}
  const breaksLines = !isKey && json.length >= MULTI_LINE;
  return json.replace(ESCAPED, (escape: string, offset: number) => {
    if (escape.startsWith('\\u')) {return shortEscape(escape);}
    if (!escape.endsWith('\\n')) {return escape;}
    // blanks next to a line break would be lost
    const blank = escape.startsWith(' ') ? '\\ ' : '';
    const breaks = (escape.length - (blank === '' ? 0 : 1)) / 2;
    const isLast = json.length === offset + escape.length + 1;
    const broken = isLast ? breaks - 1 : breaks;
    if (!breaksLines || broken === 0) {return blank + '\\n'.repeat(breaks);}
    const after = !isLast && json[offset + escape.length] === ' ' ? '\\' : '';
    return `${blank}${'\n'.repeat(broken + 1)}${indent}${after}${isLast ? '\\n' : ''}`;
  });
}

/** The escapes of JSON; line breaks that follow each other are one. */
const ESCAPED = / ?(?:\\n)+|\\u[0-9a-f]{4}|\\[^]/g;

const SHORT: { readonly [escape: string]: string } = { '\\u0000': '\\0', '\\u0007': '\\a', '\\u000b': '\\v', '\\u001b': '\\e' };

function shortEscape(escape: string): string {
  return SHORT[escape] ?? (escape.startsWith('\\u00') ? `\\x${escape.slice(4)}` : escape);
}

/** A text that every reader takes for the same: on one line between double quotes, with escapes for all that is not printed. */
export function safelyQuoted(text: string): string {
  return JSON.stringify(text).replace(/\\u00([01][0-9a-f])/g, '\\x$1').replace(NOT_PRINTED, escapeOf);
}

// blanks other than the usual one, marks of direction, line separators, byte order marks and characters that are none
const NOT_PRINTED = /[\u007f-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\ufffb\ufffe\uffff]/g;

function escapeOf(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
