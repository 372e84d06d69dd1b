/**
 * What nobody sees, and what steers a terminal or the direction of a text: controls, formats, surrogates, private and unassigned code
 * points, ends of lines, what is ignored by default, and blanks other than the space.
 */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Most texts have nothing beyond this, and are not looked at twice. */
const PLAIN = /^[ -~]*$/;

/** A text of others on one line of a terminal, which it must not be able to steer. */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : escapeInvisible(text.replace(/[\n\t]/g, ' '));
}

/** What nobody sees as escapes that everyone sees, in the spelling of JSON: within the quotes of JSON the value stays what it is. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, found =>
    Array.from({ length: found.length }, (_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''));
}

const MAX_LENGTH = 120;

/** The beginning of a text, where it is long. */
export function clip(text: string, length: number = MAX_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** `1 node`, `12 nodes`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** As many names as fit, and how many there are besides. */
export function namesText(names: readonly string[], room: number = 72): string {
  const more = (shown: number): string => (shown === names.length ? '' : ` and ${names.length - shown} more`);
  let text = names[0];
  let shown = 1;
  for (; shown < names.length; shown++) {
    const longer = `${text}, ${names[shown]}`;
    if (longer.length + more(shown + 1).length > room) {break;}
    text = longer;
  }
  return text + more(shown);
}
