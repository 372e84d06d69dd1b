import type { Difference, Path } from './difference';

/** A condition on a value, in place of the value. */
export interface Matcher {
  /** In words, as it stands behind `wanted:`. */
  readonly text: string;
  /** How many values it stands for. */
  readonly weight: number;
  /** Why it is not met; nothing when it is. */
  readonly compare: (found: unknown, path: Path) => Difference[];
}

/** What `Match` wraps: recognised by the field, so that it does not matter from where the class was loaded. */
export function matcherOf(pattern: unknown): Matcher | undefined {
  return typeof pattern === 'object' && pattern !== null && '_matcher' in pattern
    ? (pattern as { readonly _matcher: Matcher })._matcher
    : undefined;
}
