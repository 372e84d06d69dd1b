// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A text of others on one line of a terminal, which it must not be able to steer. */
export function printable(text: string): string {
  return text.replace(CONTROL, character => (character === '\n' || character === '\t' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
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
