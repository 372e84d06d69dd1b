import type { AgentPlan } from './agents/agent-plan';
import type { RolloutEffect } from './agents/rollout-effect';
import type { Violation } from './forbidden';
import type { ObjectPlan } from './objects/object-plan';
import type { ChangePlan } from './plan';
import { Entry, namespaceFor } from '../private/entry';
import type { Wire } from '../private/wire';

/** A plan for programs: plain data, which says the same as the texts. */
export function planToWire({ objects, agents, moves, kept, cluster }: ChangePlan, violations: readonly Violation[] = []): Wire {
  return {
    ...cluster && { nodes: cluster.nodes.length },
    agents: agents.map(agentToWire),
    objects: objects.map(objectToWire),
    ...moves && { moves },
    kept: kept.map(nameOf),
    forbidden: violations,
  };
}

function nameOf(entry: Entry): Wire {
  const namespace = namespaceFor(entry);
  return { apiVersion: entry.apiVersion, kind: entry.kind, ...namespace !== undefined && { namespace }, name: entry.name };
}

function objectToWire({ action, about, changes, immutable, adoptedFrom, stays, leftovers }: ObjectPlan): Wire {
  return {
    object: nameOf(about), action, changes, immutable, ...adoptedFrom !== undefined && { adoptedFrom }, ...stays.length > 0 && { stays },
    leftovers,
  };
}

function agentToWire(plan: AgentPlan): Wire {
  const { agent, action, changes, immutable, adoptedFrom, stays, restarts, contents, images, access, costs, coverage, rollout } = plan;
  return {
    agent: nameOf(agent), action, restarts, changes, immutable, ...adoptedFrom !== undefined && { adoptedFrom },
    ...stays.length > 0 && { stays },
    ...rollout && { rollout: rolloutToWire(rollout) }, ...coverage && { coverage },
    access, images, costs, contents: contents.map(({ about, ...rest }) => ({ object: nameOf(about), ...rest })),
    leftovers: plan.leftovers,
  };
}

function rolloutToWire({ how, moves: { restarted, started, stopped }, waves, withoutAgent, result }: RolloutEffect): Wire {
  const { outcome, refusal, desired, updated, duration, stalledOn, blocked, left, risks } = result;
  return {
    how, restarts: restarted.length, starts: started.length, stops: stopped.length, waves, withoutAgent, outcome, ...refusal
    && { refusal }, desired, updated, duration, stalledOn, blocked, left, risks,
  };
}
