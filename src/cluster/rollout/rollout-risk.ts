import type { Budget } from './budget';
import type { RollingNode } from './rolling-node';

/** What may happen next to the simulation, by chance. */
export interface RolloutRisk {
  /**
   * `overlooked-pods`: the controller has one alarm for all pods that are about to be available. In a surge nothing sets another one for
   * pods that became Ready a little later than the first, so the old pods next to them may stay until something else about the agent
   * changes.
   */
  readonly code: 'overlooked-pods';
  /** One sentence that says what may happen and what to change. */
  readonly message: string;
}

export function risksOf(nodes: readonly RollingNode[], minReadySeconds: number, budget: Budget | undefined): RolloutRisk[] {
  const beside = nodes.filter(({ tookBudget, created }) => tookBudget && created).length;
  if (budget?.kind !== 'surge' || budget.resolved < 2 || minReadySeconds === 0 || beside < 2) {return [];}
  return [{
    code: 'overlooked-pods',
    message: 'with minReadySeconds and a maxSurge of several nodes, the controller may overlook that the last new pods are available, and '
      + 'keep the old ones next to them: leave minReadySeconds out of a surge, and if a rollout hangs at its end, annotate the DaemonSet '
      + 'to wake the controller up',
  }];
}
