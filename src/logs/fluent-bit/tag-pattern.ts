/** Whether there is a tag that both match. `*` stands for any text, also in the tag of an input, where a path or unit takes its place. */
export function tagsMeet(a: string, b: string): boolean {
  if (!a.includes('*')) {return b.includes('*') ? matches(b, a) : a === b;}
  return b.includes('*') ? endsMeet(a, b) : matches(a, b);
}

/**
 * Between its first and its last star each of them takes whatever the other asks for, so that only what is before and behind can differ.
 */
function endsMeet(a: string, b: string): boolean {
  const [beforeA, beforeB] = [a, b].map(text => text.slice(0, text.indexOf('*')));
  const [behindA, behindB] = [a, b].map(text => text.slice(text.lastIndexOf('*') + 1));
  return (beforeA.startsWith(beforeB) || beforeB.startsWith(beforeA)) && (behindA.endsWith(behindB) || behindB.endsWith(behindA));
}

/** Whether a pattern with stars matches a tag without. */
function matches(pattern: string, tag: string): boolean {
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop()!;
  if (!tag.startsWith(first) || !tag.endsWith(last) || tag.length < first.length + last.length) {return false;}
  let at = first.length;
  for (const part of rest) {
    const found = tag.indexOf(part, at);
    if (found === -1) {return false;}
    at = found + part.length;
  }
  return at <= tag.length - last.length;
}
