const NOTHING = '^$';

/** One pattern for names that match one of several as a whole. */
export function asNames(patterns: readonly string[]): string {
  return escapeReferences(patterns.length === 0 ? NOTHING : `^(${patterns.join('|')})$`);
}

/** One pattern for directories, and what is mounted below them. */
export function asDirectories(patterns: readonly string[]): string {
  return escapeReferences(patterns.length === 0 ? NOTHING : `^(${patterns.join('|')})($|/)`);
}

/** Kubernetes would take `$(...)` for a variable. */
export function escapeReferences(pattern: string): string {
  return pattern.replace(/\$\(/g, '$$$$(');
}
