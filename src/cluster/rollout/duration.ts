import type { Budget } from './budget';
import type { RollingNode } from './rolling-node';
import type { RolloutDuration, RolloutRequests } from './rollout-result';
import type { Timings } from './timings';

/** What a duration is bounded by. */
export interface DurationInput {
  readonly nodes: readonly RollingNode[];
  readonly budget: Budget | undefined;
  readonly timings: Timings;
  readonly requests: RolloutRequests;
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  readonly simulated: number;
}

/** Bounds for what happened, in whatever order the nodes get their turn, and what it came to in this one. */
export function durationOf(course: DurationInput): RolloutDuration {
  return { atLeast: toMillis(lowerBound(course)), atMost: toMillis(upperBound(course)), simulated: toMillis(course.simulated) };
}

/**
 * Nodes take turns in as many places as the budget has, nobody is faster than a single replacement, and the controller makes no more
 * requests than its limit allows. Where the rollout stops depends on chance if nodes hold it up that were fine before: then it may stop at
 * once.
 */
function lowerBound({ nodes, budget, timings, requests, requestsPerSecond, requestBurst }: DurationInput): number {
  const inTurn = nodes.filter(({ tookBudget }) => tookBudget);
  const places = Math.max(1, budget?.resolved ?? 1);
  if (heldOf(nodes) >= places && inTurn.some(isHolding)) {return 0;}
  const start = timings.schedule + timings.start + timings.minReadySeconds;
  const isUpdated = ({ pods, view }: RollingNode): boolean => pods.length === 1 && view.status.updated + view.status.available === 2;
  const replaced = inTurn.filter(isUpdated).length;
  const dropped = inTurn.filter(({ pods }) => pods.length === 0).length;
  const [turn, afterwards] = budget?.kind === 'surge' ? [start, timings.stop] : [timings.stop + start, 0];
  return Math.max(
    replaced === 0 ? 0 : Math.ceil(replaced / places) * turn + afterwards,
    (replaced * turn + dropped * timings.stop) / places,
    nodes.some(node => node.created && isUpdated(node)) ? start : 0,
    (requests.creates + requests.deletes - requestBurst) / requestsPerSecond,
  );
}

/**
 * At each moment the controller waits for a request of its own, or every place that is not held up is taken, or no node is left that could
 * take one. The sum of the three is no less than what happens.
 */
function upperBound({ nodes, budget, timings, requests, requestsPerSecond, simulated }: DurationInput): number {
  const inTurn = nodes.filter(({ tookBudget }) => tookBudget).length;
  if (simulated === 0 && inTurn === 0) {return 0;}
  const { stop, schedule, start, spread, minReadySeconds } = timings;
  // there is one alarm for all pods that are about to be available: it can be late by as much again
  const noticed = minReadySeconds === 0 ? 0 : Math.max(minReadySeconds + 1, 2 * minReadySeconds);
  const longest = stop + schedule + start + spread + noticed;
  const blocked = blockedOf(nodes);
  const { creates, deletes, events, statusUpdates } = requests;
  const waiting = (creates + deletes + events + statusUpdates + REQUESTS_OF_A_TURN * blocked) / requestsPerSecond;
  return waiting + (inTurn + blocked) * longest / Math.max(1, (budget?.resolved ?? 0) - heldOf(nodes)) + 2 * longest;
}

/** A create, a delete, and the status after each of five changes. */
const REQUESTS_OF_A_TURN = 7;

function heldOf(nodes: readonly RollingNode[]): number {
  return nodes.filter(isHolding).length;
}

/** Whether a node takes one of the budget for good. */
function isHolding({ view }: RollingNode): boolean {
  return view.role === 'waiting';
}

/** Nodes that another order would have reached. */
function blockedOf(nodes: readonly RollingNode[]): number {
  return nodes.filter(({ view }) => view.role === 'candidate').length;
}

function toMillis(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
