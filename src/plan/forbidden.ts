import { widensAccess } from './agents/access';
import type { AgentPlan } from './agents/agent-plan';
import type { ChangePlan } from './plan';
import { describeEntry } from '../private/entry';

/** What a plan can be refused for. */
export const FORBIDDEN = ['replace', 'privilege', 'coverage', 'stall'] as const;

/**
 * - `replace`: an object must be deleted and created.
 * - `privilege`: an agent may do something that it could not do before.
 * - `coverage`: a node loses an agent.
 * - `stall`: an update does not finish, or the API server or a namespace refuses it.
 */
export type Forbidden = typeof FORBIDDEN[number];

/** What of a plan is forbidden: the objects, in words, by what they do. */
export interface Violation {
  readonly what: Forbidden;
  readonly objects: readonly string[];
}

/** Everything in a plan that is forbidden. */
export function violationsOf({ objects, agents }: ChangePlan, forbidden: readonly Forbidden[]): Violation[] {
  const replaced = objects.filter(({ action }) => action === 'replaced').map(({ about }) => describeEntry(about));
  const agentsWhere = (does: (plan: AgentPlan) => boolean): string[] => agents.filter(does).map(({ agent }) => describeEntry(agent));
  const found: { readonly [what in Forbidden]: readonly string[] } = {
    replace: replaced, privilege: agentsWhere(
      ({ access }) => widensAccess(access),
    ), coverage: agentsWhere(losesNodes), stall: agentsWhere(stalls),
  };
  return forbidden.filter(what => found[what].length > 0).map(what => ({ what, objects: found[what] }));
}

function losesNodes({ coverage }: AgentPlan): boolean {
  return coverage !== undefined && coverage.lost.length > 0;
}

/** Whether an update does not reach its end by itself. */
export function stalls({ rollout, access }: Pick<AgentPlan, 'rollout' | 'access'>): boolean {
  return rollout?.result.outcome === 'stalled' || rollout?.result.outcome === 'refused' || access.refused.length > 0;
}
