/** What code of others gives; undefined where it fails, which is theirs to report. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
