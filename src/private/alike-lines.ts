import { pageBehind } from './agent-error';
import { listUnder } from './list-under';
import { someOf } from './some-of';

/** A line about a construct, and the code of the library that it begins with. */
export type PlacedLine = readonly [path: string, line: string, code?: string];

/** So many clusters may say the same, each for itself. */
const FEW = 3;

/**
 * Puts lines together that say the same of the same construct in many clusters: a thousand clusters that fail alike are one mistake. The
 * first one stays, and says where else it holds.
 */
export function groupAlike(lines: readonly PlacedLine[]): PlacedLine[] {
  if (lines.length <= FEW) {return [...lines];}
  const groups = new Map<string, PlacedLine[]>();
  for (const placed of lines) {listUnder(groups, withoutCluster(placed)).push(placed);}
  return [...groups.values()].flatMap(group => (group.length <= FEW ? group : [together(group)]));
}

/** The cluster is what the path begins with; the line may name it too. */
function withoutCluster([path, line]: PlacedLine): string {
  const [cluster] = path.split('/', 1);
  const rest = path.slice(cluster.length);
  return `${rest}\n${cluster === '' ? line : line.replaceAll(`${cluster}/`, '\0/')}`;
}

function together([[path, line, code], ...others]: readonly PlacedLine[]): PlacedLine {
  return [path, `${line.replace(/\.$/, '')}; the same in ${others.length} other places: ${someOf(others.map(([other]) => other))}`, code];
}

/** The page of each code, at the end of the first line about it. */
export function withPages(lines: readonly PlacedLine[]): PlacedLine[] {
  const said = new Set<string>();
  return lines.map(placed => {
    const [path, line, code] = placed;
    if (code === undefined || said.has(code)) {return placed;}
    said.add(code);
    return [path, `${line}${pageBehind(code)}`, code];
  });
}
