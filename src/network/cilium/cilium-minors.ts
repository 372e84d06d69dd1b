/** The minors of Cilium whose charts, agents and operators were compared with what is written here. */
export const CILIUM_MINORS = ['1.19', '1.20'] as const;

/** One of them. */
export type CiliumMinor = typeof CILIUM_MINORS[number];

/**
 * The name in a row of a table, where a minor has it: `name` is in every minor, `name@1.20..` from 1.20 on, `name@..1.19` up to 1.19.
 */
export function nameIn(row: string, minor: CiliumMinor): string | undefined {
  const [name, range] = row.split('@');
  if (range === undefined) {return name;}
  const [first, last] = range.split('..').map(end => CILIUM_MINORS.findIndex(each => each === end));
  const at = CILIUM_MINORS.indexOf(minor);
  return at >= (first === -1 ? 0 : first) && at <= (last === -1 ? CILIUM_MINORS.length : last) ? name : undefined;
}

/** The rows that a minor has, without their ranges. */
export function namesIn(rows: readonly string[], minor: CiliumMinor): string[] {
  return rows.flatMap(row => nameIn(row, minor) ?? []);
}
