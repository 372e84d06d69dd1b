import { causeOf, reasonTitle, titleOfReasons } from './reason-title';
import type { NodeVerdict, VerdictGroup } from '../../cluster/explain/explain';
import type { Reason } from '../../cluster/explain/reason';
import type { Workload } from '../../cluster/inventory/workload';
import { byText } from '../../private/wire';
import { printable } from '../printable';

/** An agent, and what becomes of it. */
export interface Explained {
  readonly agent: Workload;
  readonly groups: readonly VerdictGroup[];
}

/** What becomes of a pod, the best first. */
export const OUTCOMES = ['runs', 'Pending', 'turned away', 'no new pod', 'no pod'] as const;

export type Outcome = typeof OUTCOMES[number];

/** Nodes of which the same words can be said. */
export interface OutcomeGroup {
  readonly outcome: Outcome;
  /** Why, in a few words; empty where it runs. */
  readonly title: string;
  readonly names: readonly string[];
  /** Why and what to do, in sentences: those for the first node. */
  readonly messages: readonly string[];
  /** Whether the sentences differ from node to node, in amounts or names. */
  readonly isMixed: boolean;
}

/**
 * Puts nodes together that have no pod for the same causes, however their taints, labels, amounts and names differ: what becomes of the
 * agent there first, then the largest group first.
 */
export function outcomeGroups(groups: readonly VerdictGroup[]): OutcomeGroup[] {
  const found = new Map<string, OutcomeGroup & { names: string[]; isMixed: boolean; reasons: Reason[] }>();
  for (const { nodes, verdict } of groups) {
    const outcome = outcomeOf(verdict);
    const key = `${outcome}\n${[...new Set(verdict.reasons.map(causeOf))].join('\n')}`;
    const known = found.get(key);
    const group = known ?? { outcome, title: '', names: [], messages: messagesOf(verdict.reasons), isMixed: false, reasons: [] };
    group.isMixed = known !== undefined;
    group.reasons.push(...verdict.reasons);
    for (const { name } of nodes) {group.names.push(printable(name));}
    found.set(key, group);
  }
  const rank = ({ outcome }: OutcomeGroup): number => OUTCOMES.indexOf(outcome);
  const titled = [...found.values()].map(({ reasons, ...group }) => ({ ...group, title: printable(titleOfReasons(reasons)) }));
  return titled.sort((a, b) => rank(a) - rank(b) || b.names.length - a.names.length || byText(a.title, b.title));
}

function outcomeOf({ shouldRun, shouldContinueRunning, reasons }: NodeVerdict): Outcome {
  if (!shouldRun) {return shouldContinueRunning ? 'no new pod' : 'no pod';}
  if (reasons.length === 0) {return 'runs';}
  const isPending = reasons.some(({ stage, code }) => stage === 'scheduler' || code === 'node-not-ready');
  return isPending ? 'Pending' : 'turned away';
}

/** Of reasons with the same text, one is shown. */
function messagesOf(reasons: readonly Reason[]): string[] {
  const byTitle = new Map<string, string>();
  for (const reason of reasons) {
    const title = reasonTitle(reason);
    if (!byTitle.has(title)) {byTitle.set(title, printable(reason.message));}
  }
  return [...byTitle.values()];
}

/** On how many nodes one of these becomes of the agent. */
export function nodesWith(groups: readonly OutcomeGroup[], ...outcomes: readonly Outcome[]): number {
  return groups.filter(({ outcome }) => outcomes.includes(outcome)).reduce((sum, { names }) => sum + names.length, 0);
}
