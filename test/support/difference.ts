import { stringify } from 'yaml';

/**
 * What differs between two lists of manifests, field by field: `-` is only in the first, `+` only in the second. New objects are written as
 * a whole.
 */
export function differenceOf(before: readonly any[], after: readonly any[]): string {
  const known = new Map(before.map(object => [nameOf(object), object]));
  const lines: string[] = [];
  for (const object of after) {
    const name = nameOf(object);
    const other = known.get(name);
    known.delete(name);
    if (other === undefined) {
      lines.push(`+ ${name}`, ...stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd().split('\n').map(line => '    '
        + `${line}`));
      continue;
    }
    const [old, now] = [leavesOf(other), leavesOf(object)];
    const changed = [
      ...[
        ...old,
      ].filter(([path, value]) => now.get(path) !== value).map(([path, value]) => ({ path, text: `  - ${short(path)}: ${value}` })),
      ...[
        ...now,
      ].filter(([path, value]) => old.get(path) !== value).map(([path, value]) => ({ path, text: `  + ${short(path)}: ${value}` })),
    ];
    const inOrder = changed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)).map(({ text }) => text);
    if (changed.length > 0) {lines.push(`~ ${name}`, ...onceForTerms(inOrder));}
  }
  return [...lines, ...[...known.keys()].map(name => `- ${name}`)].map(line => `${line}\n`).join('');
}

function nameOf({ kind, metadata }: any): string {
  return `${kind} ${metadata.name}`;
}

/**
 * Every value that is neither a list nor a map, by its path: items of lists by their names, where they have some. Requirements of nodes are
 * a line each.
 */
function leavesOf(object: any, path: string = ''): Map<string, string> {
  if (object?.key !== undefined
    && object.operator !== undefined) {return new Map([[path, [object.key, object.operator, ...object.values ?? []].join(' ')]]);}
  if (Array.isArray(object) && object.some(item => item !== null && typeof item === 'object')) {
    return new Map(object.flatMap((item, index) => [...leavesOf(item, `${path}[${item?.name ?? item?.mountPath ?? item?.key ?? index}]`)]));
  }
  if (object !== null && typeof object === 'object' && !Array.isArray(object) && Object.keys(object).length > 0) {
    return new Map(Object.entries(object).flatMap(([key, value]) => [...leavesOf(value, path === '' ? key : `${path}.${key}`)]));
  }
  return Array.isArray(object) && object.length > 0 && path.endsWith('args')
    ? new Map(object.map((item, index) => [`${path}[${index}]`, JSON.stringify(item)])) : new Map([[path, JSON.stringify(object)]]);
}

/** What changes in several terms of the nodes in the same manner is one line. */
function onceForTerms(lines: readonly string[]): string[] {
  const withoutTerm = (line: string) => line.replace(/ nodes\[\d+\]:/, ' nodes:');
  const counts = new Map<string, number>();
  for (const line of lines) {counts.set(withoutTerm(line), (counts.get(withoutTerm(line)) ?? 0) + 1);}
  return [...new Set(lines.map(line => {
    const count = counts.get(withoutTerm(line))!;
    return count === 1 ? line : line.replace(/ nodes\[\d+\]:/, ` nodes, ${count} terms:`);
  }))];
}

/** Where a pod says on which nodes it runs is long, and always the same. */
function short(path: string): string {
  return path.replace(
    'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms', 'nodes',
  ).replace('spec.template.spec.', 'pod.')
    .replace(/^(nodes\[\d+\])\.matchExpressions\[.*\]$/, '$1');
}
