/** What is told of a finding: where, what, given and wanted. */
interface Told {
  /** The object: `DaemonSet node-agents/logs`. */
  readonly object: string;
  readonly path: string;
  readonly container?: string;
  readonly what: string;
  readonly given?: string;
  readonly wanted?: string;
}

/** One line that says where, what is wrong, what was given and what is wanted. */
export function describeFinding({ object, path, container, what, given, wanted }: Told): string {
  const where = [object, ...container === undefined ? [] : [`container '${container}'`], ...path === '' ? [] : [path]].join(', ');
  return [`${where}: ${what}`, ...given === undefined ? [] : [`given: ${given}`], ...wanted === undefined ? [] : [`wanted: ${wanted}`]].join('; ');
}
