import { quote } from '../../private/agent-error';
import type { Wire } from '../../private/wire';

/** How much of a rollout may be under way at once. */
export interface Budget {
  /** `unavailable`: the old pod goes first, and the node is without the agent meanwhile. `surge`: the new pod starts next to it. */
  readonly kind: 'unavailable' | 'surge';
  /** As it is written, or the default of the API server. */
  readonly given: string;
  /** In nodes: a share is taken of the nodes that should run the agent, and rounded up. */
  readonly resolved: number;
}

/** What the strategy of a DaemonSet says, with the defaults of the API server. */
export interface Strategy {
  readonly type: 'RollingUpdate' | 'OnDelete';
  readonly maxUnavailable: Amount;
  readonly maxSurge: Amount;
  readonly minReadySeconds: number;
}

/** A number of nodes, or a share of them such as `10%`. */
export type Amount = number | string;

export function strategyOf(spec: Wire): Strategy {
  const { type, rollingUpdate } = spec.updateStrategy ?? {};
  return {
    type: type === 'OnDelete' ? 'OnDelete' : 'RollingUpdate',
    maxUnavailable: rollingUpdate?.maxUnavailable ?? 1,
    maxSurge: rollingUpdate?.maxSurge ?? 0,
    minReadySeconds: spec.minReadySeconds ?? 0,
  };
}

/** Why the API server does not take the budget of a strategy; undefined where it does, or did once (see `standstillOf`). */
export function refusalOf({ type, maxUnavailable, maxSurge }: Strategy): string | undefined {
  if (type === 'OnDelete') {return undefined;}
  for (const [name, amount] of Object.entries({ maxUnavailable, maxSurge })) {
    if (!isAmount(amount)) {
      return `${name} is ${quote(amount)}, which is neither a whole number of nodes nor a share of them: write something like 1 or '10%'`;
    }
  }
  if (isZero(maxUnavailable) || isZero(maxSurge)) {return undefined;}
  return `maxSurge is ${quote(maxSurge)} and maxUnavailable is ${quote(maxUnavailable)}, which is 1 where it is left out, and one of them `
    + 'must be 0: '
    + 'write maxUnavailable: 0 next to maxSurge';
}

/** Why it refuses a budget of nothing, which it took once: objects from then are still there, and `rollout-deadlock` finds them. */
export function standstillOf({ type, maxUnavailable, maxSurge }: Strategy): string | undefined {
  if (type === 'OnDelete' || !isZero(maxUnavailable) || !isZero(maxSurge)) {return undefined;}
  return `maxUnavailable is ${quote(maxUnavailable)} and maxSurge is ${quote(maxSurge)}, and one of them must be above 0: write something `
    + "like maxUnavailable: '10%'";
}

/**
 * The budget on so many nodes. Where both amounts are 0 the controller goes on with one node: the API server refuses such objects, and did
 * not always.
 */
export function budgetOf({ maxUnavailable, maxSurge }: Strategy, desired: number): Budget {
  if (!isZero(maxSurge)) {return { kind: 'surge', given: String(maxSurge), resolved: scale(maxSurge, desired) };}
  const resolved = scale(maxUnavailable, desired);
  return { kind: 'unavailable', given: String(maxUnavailable), resolved: resolved === 0 && desired > 0 ? 1 : resolved };
}

/** The API server does not take a number in quotes. */
function isAmount(amount: unknown): boolean {
  return typeof amount === 'number'
    ? Number.isInteger(amount) && amount >= 0
    : typeof amount === 'string' && /^\d+%$/.test(amount) && parseInt(amount, 10) <= 100;
}

/** Whether a budget is nothing: `0`, `0%`. */
export function isZero(amount: Amount): boolean {
  return parseInt(String(amount), 10) === 0;
}

function scale(amount: Amount, desired: number): number {
  return typeof amount === 'number' ? amount : Math.ceil(desired * parseInt(amount, 10) / 100);
}
