import { Fact, factsOf, staysText, Tone } from './facts';
import { isDaemonSet } from '../../../cluster/inventory/workload';
import type { AgentPlan } from '../../../plan/agents/agent-plan';
import type { PoolMove } from '../../../plan/agents/pool-moves';
import type { Forbidden, Violation } from '../../../plan/forbidden';
import type { FieldChange } from '../../../plan/objects/field-changes';
import type { ObjectAction, ObjectPlan } from '../../../plan/objects/object-plan';
import { wayToAdopt } from '../../../plan/objects/ownership';
import type { ChangePlan } from '../../../plan/plan';
import { byText } from '../../../private/wire';
import { count, namesText } from '../../printable';

/** What becomes of an object, in a word, and in a sign at the begin of a line. */
export const ACTIONS: { readonly [action in AgentPlan['action']]: { readonly word: string; readonly sign: string } } = {
  replaced: { word: 'must be replaced', sign: '!' },
  removed: { word: 'is removed', sign: '-' },
  adopted: { word: 'is adopted', sign: '>' },
  changed: { word: 'changes', sign: '~' },
  created: { word: 'is created', sign: '+' },
  unchanged: { word: 'stays the same', sign: '=' },
};

const WORST: readonly Tone[] = ['bad', 'warn', 'plain'];

/** An agent with what is to be said of it, and how much a reader should care. */
export interface DescribedAgent {
  readonly plan: AgentPlan;
  readonly facts: readonly Fact[];
  readonly tone: Tone;
}

/** What a reader should see first comes first: agents that stop or are taken away, then those that get more rights. */
export function inImportance(agents: readonly AgentPlan[]): DescribedAgent[] {
  return agents.map(described).sort((a, b) => WORST.indexOf(a.tone) - WORST.indexOf(b.tone));
}

function described(plan: AgentPlan): DescribedAgent {
  const facts = factsOf(plan);
  return { plan, facts, tone: WORST.find(tone => facts.some(fact => fact.tone === tone)) ?? 'plain' };
}

/** How much a reader should care about an object that is no agent. */
export function toneOfObject({ action }: ObjectPlan): Tone {
  return action === 'replaced' ? 'bad' : action === 'adopted' || action === 'removed' ? 'warn' : 'plain';
}

/** What is to be said of an object that is no agent, but for its fields. */
export function objectNotes({ immutable, adoptedFrom, stays }: ObjectPlan): string[] {
  return [
    ...immutable.map(({ path, why, way }) => `${path} ${why}: ${way}`),
    ...adoptedFrom === undefined ? [] : [`belongs to ${adoptedFrom}: ${wayToAdopt(adoptedFrom)}`],
    ...staysText(stays),
  ];
}

/** The objects that are not agents, those that need care first. */
export function otherObjects({ objects }: ChangePlan): ObjectPlan[] {
  const order = Object.keys(ACTIONS);
  return objects.filter(({ about }) => !isDaemonSet(about)).sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action)
    || byText(a.about.kind, b.about.kind));
}

/** `2 changed, 1 replaced`, or that nothing changes. */
export function totalText({ objects }: ChangePlan): string {
  const words: ReadonlyArray<readonly [ObjectAction, string]> = [
    ['created', 'created'], ['changed', 'changed'], ['replaced', 'replaced'], ['adopted', 'adopted'], ['removed', 'removed'],
  ];
  const counts = words.map(([action, word]) => [objects.filter(plan => plan.action === action).length, word] as const);
  return objects.length === 0 ? 'nothing changes' : `${count(
    objects.length, 'object',
  )}: ${counts.filter(([amount]) => amount > 0).map(([amount, word]) => `${amount} ${word}`).join(', ')}`;
}

/** `spec.paused: (absent) -> true (from content of ConfigMap agents/logs-config)` */
export function fieldText({ path, before = '(absent)', after = '(absent)', isHidden, cause }: FieldChange): string {
  const values = isHidden && before === after ? `${before}, another value` : `${before} -> ${after}`;
  return `${path}: ${values}${cause === undefined ? '' : ` (from ${cause})`}`;
}

export function moveText({ agent, from, to, nodes }: PoolMove): string {
  return `${agent}: ${count(nodes.length, 'node')} ${nodes.length === 1
    ? 'moves'
    : 'move'} from pool ${from} to ${to}: ${namesText(nodes)}`;
}

const WHAT: { readonly [what in Forbidden]: string } = {
  replace: 'objects that must be deleted and created',
  privilege: 'agents with new rights, host paths, host ports or API access',
  coverage: 'agents that leave nodes',
  stall: 'updates that stall or are refused',
};

export function violationText({ what, objects }: Violation): string {
  return `--fail-on ${what} forbids ${WHAT[what]}: ${objects.join(', ')}`;
}

/** What is no longer among the new objects, and stays. */
export function keptText({ kept }: ChangePlan): string | undefined {
  if (kept.length === 0) {return undefined;}
  const names = kept.map(({ kind, name }) => `${kind} ${name}`);
  return `${count(kept.length, 'object')} only in OLD and not labelled as ours, so not removed without --prune: ${namesText(names)}`;
}
