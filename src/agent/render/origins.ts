/** Which feature contributed what: for texts alone. What two give is remembered by the first of them. */
const ORIGINS = new WeakMap<object, string>();
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

/** Says that these were added now, by a feature where one contributes. */
export function added(entries: readonly object[]): void {
  if (contributor === undefined) {return;}
  for (const entry of entries) {
    if (!ORIGINS.has(entry)) {ORIGINS.set(entry, contributor);}
  }
}

/** Whose two entries are that contradict each other, and what can be done: an agent of props alone gets the remedy. */
export function sidesOf(one: object, other: object, remedy: string): { readonly whose: string; readonly fix: string } {
  const names = [ORIGINS.get(one), ORIGINS.get(other)];
  const features = [...new Set(names.filter(name => name !== undefined))];
  if (features.length === 0) {return { whose: '', fix: remedy };}
  const change = `change what ${features.join(' or ')} adds by its own options`;
  if (names.includes(undefined)) {return { whose: ` (${features[0]} and your props)`, fix: `take yours out of the props, or ${change}` };}
  return { whose: features.length === 1 ? ` (twice ${features[0]})` : ` (${features.join(' and ')})`, fix: change };
}
