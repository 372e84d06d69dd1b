/**
 * A text as lines that are no wider than the terminal, each behind an indentation; one line where nothing is known of the width. Words stay
 * whole.
 *
 * @param first what stands before the text in the first line, in place of the indentation
 */
export function wrapped(text: string, indent: number, columns: number | undefined, first: string = ' '.repeat(indent)): string[] {
  if (columns === undefined || first.length + text.length <= columns) {return [first + text];}
  const room = Math.max(MIN_ROOM, columns - indent);
  const lines: string[] = [];
  let line = '';
  let left = Math.max(MIN_ROOM, columns - first.length);
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > left) {
      lines.push(line);
      line = word;
      left = room;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((each, index) => (index === 0 ? first : ' '.repeat(indent)) + each);
}

/** Less is not readable: the terminal breaks such lines itself. */
const MIN_ROOM = 20;
