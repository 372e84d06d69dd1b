/**
 * A text as a literal of TypeScript. What does not fit into a line goes on in the next ones, broken after blanks and bars, and joined
 * by `+`.
 */
export function longLiteral(text: string, before: string, after = ','): string {
  const indent = `${/^ */.exec(before)![0]}  `;
  const pieces: string[] = [''];
  const words = quotable(text).split(/(?<=[ |])/);
  words.forEach((word, index) => {
    const room = WIDTH - (pieces.length === 1 ? before.length : indent.length + 2) - 2 - (index === words.length - 1 ? after.length : 0);
    const last = pieces[pieces.length - 1];
    if (last !== '' && last.length + word.length > room) {pieces.push(word);} else {pieces[pieces.length - 1] = last + word;}
  });
  return `${before}${pieces.map(piece => `'${piece}'`).join(`\n${indent}+ `)}${after}`;
}

function quotable(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n');
}

const WIDTH = 140;
