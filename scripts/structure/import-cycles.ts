/** What each file imports. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * Groups of files of which each reaches every other by imports, sorted: the strongly connected components with more than one file (Tarjan's
 * algorithm).
 */
export function importCycles(imports: Imports): string[][] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    lowest.set(file, index.get(file)!);
    open.push(file);
    for (const target of imports.get(file) ?? []) {
      if (!index.has(target)) {
        visit(target);
        lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!));
      } else if (open.includes(target)) {
        lowest.set(file, Math.min(lowest.get(file)!, index.get(target)!));
      }
    }
    if (lowest.get(file) !== index.get(file)) {return;}
    const group = open.splice(open.indexOf(file));
    if (group.length > 1 || imports.get(file)?.includes(file)) {cycles.push(group.sort());}
  };
  [...imports.keys()].sort().forEach(file => {
    if (!index.has(file)) {visit(file);}
  });
  return cycles;
}
