import { Difference, pathText } from '../../private/compare/difference';
import { valueText } from '../../private/compare/value-text';

/** How many places are shown of one object. */
const MOST = 12;

/** Fields with what stands below them, so that a branch is printed once. */
interface DifferenceTree {
  readonly at: Difference[];
  readonly below: Map<string, DifferenceTree>;
}

/**
 * The part of an object in which the differences lie, and nothing else of it. Each place is marked, and followed by what was wanted there;
 * fields on the way to a single place stand on one line with it, as a path that can be copied.
 */
export function differenceLines(differences: readonly Difference[]): string[] {
  const root: DifferenceTree = { at: [], below: new Map() };
  for (const difference of differences.slice(0, MOST)) {
    let branch = root;
    for (const step of difference.path) {
      const next = branch.below.get(step) ?? { at: [], below: new Map() };
      branch.below.set(step, next);
      branch = next;
    }
    branch.at.push(difference);
  }
  const left = differences.length - MOST;
  return [
    ...root.at.flatMap(each => placeLines('(the object)', each, '')), ...linesBelow(root, ''), ...left > 0 ? [`   and ${left} more`] : [],
  ];
}

function linesBelow({ below }: DifferenceTree, indent: string): string[] {
  return [...below].flatMap(([step, branch]) => {
    const path = [step];
    let end = branch;
    while (end.at.length === 0 && end.below.size === 1) {
      const [[next, after]] = end.below;
      path.push(next);
      end = after;
    }
    const own = end.at.length === 0 ? [`   ${indent}${pathText(path)}:`] : end.at.flatMap(each => placeLines(pathText(path), each, indent));
    return [...own, ...linesBelow(end, `${indent}  `)];
  });
}

function placeLines(path: string, { found, foundText, wanted }: Difference, indent: string): string[] {
  return [
    `!! ${indent}${path}: ${foundText ?? valueText(found)}`,
    ...wanted === undefined ? [] : [`!! ${indent}  wanted: ${wanted}`],
  ];
}
