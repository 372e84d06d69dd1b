import { setChange } from './set-change';
import type { Explainer, NodeVerdict } from '../../cluster/explain/explain';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';

/** A node on which an agent no longer runs, and why. */
export interface LostNode {
  readonly node: string;
  /** A sentence each; none where the agent is removed. */
  readonly reasons: readonly string[];
}

/** On which nodes an agent runs before and after, as `explain` says it. */
export interface CoverageChange {
  /** How many nodes. */
  readonly before: number;
  readonly after: number;
  /** By name. */
  readonly gained: readonly string[];
  readonly lost: readonly LostNode[];
}

/** The nodes on which an agent runs, or will once they are ready. */
type Covered = ReadonlyMap<string, NodeVerdict>;

/** What changes; `isElsewhere` names nodes that another pool of the same agent has afterwards, or had before. */
export function coverageChange(
  explainer: Explainer, before: Workload | undefined, after: Workload | undefined, isElsewhere: (node: string) => boolean,
): CoverageChange {
  const [old, now] = [before, after].map(agent => (agent ? verdictsOf(explainer, agent) : new Map<string, NodeVerdict>()));
  const [oldNodes, newNodes] = [old, now].map(covered);
  const { gained, lost } = setChange(oldNodes, newNodes);
  return {
    before: oldNodes.length, after: newNodes.length,
    gained: gained.filter(node => !isElsewhere(node)),
    lost: lost.filter(node => !isElsewhere(node))
      .map(node => ({ node, reasons: (now.get(node)?.reasons ?? []).map(({ message }) => message) })),
  };
}

function verdictsOf(explainer: Explainer, agent: Workload): Covered {
  return new Map(explainer.explain(agent).flatMap(({ nodes, verdict }) => nodes.map(({ name }: ClusterNode) => [name, verdict] as const)));
}

function covered(verdicts: Covered): string[] {
  return [...verdicts].filter(([, verdict]) => runs(verdict)).map(([node]) => node);
}

/** A node that is not ready has the agent again when it is. */
function runs({ shouldRun, reasons }: NodeVerdict): boolean {
  return shouldRun && reasons.every(({ code }) => code === 'node-not-ready');
}
