/** As many as someone reads. */
const SHOWN = 3;

/** The first of some texts, in the order in which they come, and how many more there are. */
export function someOf(texts: readonly string[], separator: string = ', '): string {
  const shown = texts.slice(0, SHOWN).join(separator);
  return texts.length > SHOWN ? `${shown} and ${texts.length - SHOWN} more` : shown;
}
