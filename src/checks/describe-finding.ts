/** What a line says of a finding. */
interface Described {
  /** The object: `DaemonSet node-agents/logs`. */
  readonly object?: string;
  readonly path?: string;
  readonly container?: string;
  readonly what: string;
  readonly given?: string;
  readonly allowed?: string;
}

/** One line that says where, what is wrong, what was given and what is allowed. */
export function describeFinding({ object, path, container, what, given, allowed }: Described): string {
  const where = [object, container === undefined ? undefined : `container '${container}'`, path].filter(Boolean).join(', ');
  return [
    `${where}: ${what}`, ...given === undefined ? [] : [`given: ${given}`], ...allowed === undefined ? [] : [`allowed: ${allowed}`],
  ].join('; ');
}
