import type { Budget, Strategy } from './budget';

/** What the DaemonSet controller goes by, besides the pods. */
export interface ControllerRules {
  readonly minReadySeconds: number;
  /** Whether two pods may be on a node, one of them new. */
  readonly allowsSurge: boolean;
  /** How old pods are replaced: `surge` where the budget for it comes to at least one node. */
  readonly update: 'unavailable' | 'surge' | 'on-delete';
}

/** The rules of a strategy, by the budget that it comes to. */
export function controllerRules({ minReadySeconds }: Strategy, budget: Budget | undefined): ControllerRules {
  if (budget === undefined) {return { minReadySeconds, allowsSurge: false, update: 'on-delete' };}
  const allowsSurge = budget.kind === 'surge';
  return { minReadySeconds, allowsSurge, update: allowsSurge && budget.resolved > 0 ? 'surge' : 'unavailable' };
}
