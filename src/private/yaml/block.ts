/** Texts that end in a line of blanks, or hold nothing else, are quoted instead. */
export function isBlock(text: string): boolean {
  return !/\n[\t ]+$/.test(text) && !/^\s*$/.test(text);
}

/** A text of several lines as it stands, which is how cdk8s writes it. */
export function block(text: string, indent: string): string {
  const end = /[\n\t ]*$/.exec(text)![0];
  const start = /^[\n ]*/.exec(text)![0];
  const chomp = !end.includes('\n') ? '-' : end.indexOf('\n') === end.length - 1 ? '' : '+';
  const written = end.endsWith('\n') ? text.slice(0, -1) : text;
  return `|${start.includes(' ') ? '2' : ''}${chomp}\n${indent}${written.replace(/\n+(?!\n|$)/g, `$&${indent}`)}`;
}
