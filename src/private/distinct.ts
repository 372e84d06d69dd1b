import { NOT_PLAIN, plainJson } from './plain-json';

/**
 * What was given twice in the same way is one, the first of them: by the props and a feature, for instance.
 *
 * @param contentOf all that tells two apart; the order of its keys does not
 */
export function distinct<T>(list: readonly T[], contentOf: (entry: T) => unknown): readonly T[] {
  if (list.length < 2) {return list;}
  const seen = new Set<unknown>();
  return list.filter(entry => {
    const plain = plainJson(contentOf(entry));
    const key = plain === NOT_PLAIN ? entry : JSON.stringify(plain);
    return !seen.has(key) && seen.add(key);
  });
}
