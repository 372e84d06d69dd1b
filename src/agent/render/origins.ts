/** Which feature contributed what to a container: for texts alone. An object may be given to several, by someone else to each. */
export type Origins = Map<object, string>;

let contributor: string | undefined;

/** How texts call a feature, or a check: by the name of its class, where it has one. */
export function nameOfPart(noun: 'feature' | 'check', part: object): string {
  const name = part.constructor?.name;
  return name && name !== 'Object' ? `the ${noun} ${name}` : `a ${noun}`;
}

/** Remembers whose entries they are, while a feature contributes. */
export function withContributor(name: string, act: () => void): void {
  const before = contributor;
  contributor = name;
  try {
    act();
  } finally {
    contributor = before;
  }
}

/** Says that these come to a list now, by a feature where one contributes. What two give is remembered by the first of them. */
export function added(to: Origins, list: readonly object[], entries: readonly object[]): void {
  if (contributor === undefined) {return;}
  for (const entry of entries) {
    if (!list.includes(entry)) {to.set(entry, contributor);}
  }
}

/** Whose two entries are that contradict each other, and what can be done: an agent of props alone gets the remedy. */
export function sidesOf(origins: Origins, one: object, other: object, remedy: string): { readonly whose: string; readonly fix: string } {
  const names = [origins.get(one), origins.get(other)];
  const features = [...new Set(names.filter(name => name !== undefined))];
  if (features.length === 0) {return { whose: '', fix: remedy };}
  const change = `change what ${features.join(' or ')} adds by its own options`;
  if (names.includes(undefined)) {return { whose: ` (${features[0]} and your props)`, fix: `take yours out of the props, or ${change}` };}
  return { whose: features.length === 1 ? ` (twice ${features[0]})` : ` (${features.join(' and ')})`, fix: change };
}
