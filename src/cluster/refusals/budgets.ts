import { finding, ObjectFinding } from '../../private/finding';
import type { Workload } from '../inventory/workload';
import { refusalOf, strategyOf } from '../rollout/budget';

/** The budgets of a DaemonSet that the API server refuses, other than two of nothing: those are a rollout that cannot finish. */
export function* wrongBudgets(about: Workload): Generator<ObjectFinding> {
  if (about.kind !== 'DaemonSet') {return;}
  const strategy = strategyOf(about.object.spec ?? {});
  if (refusalOf(strategy) === undefined) {return;}
  yield finding({
    about, path: 'spec.updateStrategy', code: 'invalid-rollout', what: 'a rollout cannot proceed by this much',
    given: `maxUnavailable: ${strategy.maxUnavailable}, maxSurge: ${strategy.maxSurge}`,
    allowed: 'one of the two at 0, the other at 1 or more, or at 1% to 100%',
    fix: 'set maxUnavailable or maxSurge in spec.updateStrategy.rollingUpdate to 0, and the other one to 1 or more, or to a share such as '
      + '10% (`Rollout.percent(10)`)',
  });
}
