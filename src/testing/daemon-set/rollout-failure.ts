import type { Workload } from '../../cluster/inventory/workload';
import { budgetOf, refusalOf, strategyOf } from '../../cluster/rollout/budget';
import { deadlockOf } from '../../cluster/rollout/rollout-deadlocks';
import { Difference } from '../../private/compare/difference';
import { pathTo } from '../../private/compare/object-path';
import type { Failure } from '../message/failure';
import type { RolloutMatchOptions } from '../rollout-match-options';

/** Why a change does not reach the nodes in this way; undefined where it does. */
export function rolloutFailure(workload: Workload, options: RolloutMatchOptions): Failure | undefined {
  const { spec } = workload.object;
  const strategy = strategyOf(spec);
  const refusal = refusalOf(strategy);
  const update = ['spec', 'updateStrategy'];
  const expected = `Expected DaemonSet ${workload.name} to roll out`;
  if (refusal !== undefined) {
    const found = spec.updateStrategy?.rollingUpdate;
    return {
      expected: `${expected}, and the API server does not take its budget:`, about: workload,
      differences: [{ path: [...update, 'rollingUpdate'], found, weight: 1 }], hints: [refusal],
    };
  }
  const rolling = spec.updateStrategy?.rollingUpdate ?? {};
  const budget = (field: 'maxUnavailable' | 'maxSurge') => place(
    [...update, 'rollingUpdate', field], rolling[field], strategy[field], options[field],
  );
  const differences = [
    ...place([...update, 'type'], spec.updateStrategy?.type, strategy.type, options.strategy ?? 'RollingUpdate'),
    ...strategy.type === 'RollingUpdate' ? [...budget('maxUnavailable'), ...budget('maxSurge')] : [],
    ...place(['spec', 'minReadySeconds'], spec.minReadySeconds, strategy.minReadySeconds, options.minReadySeconds),
  ];
  if (differences.length > 0) {
    const waits = strategy.type === 'OnDelete'
      ? ['with OnDelete nothing is replaced until someone deletes pods: pass strategy OnDelete where that is meant']
      : [];
    return { expected: `${expected} as given, and it differs:`, about: workload, differences, hints: waits };
  }
  return strategy.type === 'RollingUpdate' ? deadlockFailure(workload, expected) : undefined;
}

/** Why the new pods never come; undefined where they do. What most programs cope with is not looked at. */
function deadlockFailure(workload: Workload, expected: string): Failure | undefined {
  const found = deadlockOf(workload);
  return found?.level !== 'error' ? undefined : {
    expected: `${expected}, and it stands still at the first node.`,
    about: workload,
    differences: [
      { path: pathTo(workload.object, found.path), found: found.given, foundText: found.given ?? '', wanted: found.allowed, weight: 1 },
    ],
    hints: [`${found.what}: ${found.given}`, found.fix],
  };
}

/** A field that is not there has the default of the API server. */
function place(path: readonly string[], written: unknown, meant: unknown, wanted: unknown): Difference[] {
  return wanted === undefined || String(meant) === String(wanted) ? [] : [{
    path, found: meant, wanted: String(wanted), weight: 1, foundText: written === undefined ? `(absent, which is ${meant})` : String(meant),
  }];
}

/** On how many nodes at once a rollout leaves no pod available, at the most. */
export function worstCaseOf({ object }: Workload, nodeCount: number): number {
  if (!Number.isInteger(nodeCount)
    || nodeCount < 0) {throw new Error(`a number of nodes is whole and not negative; given: ${nodeCount}; fix: round it`);}
  const strategy = strategyOf(object.spec);
  if (strategy.type === 'OnDelete') {return 0;}
  const { kind, resolved } = budgetOf(strategy, nodeCount);
  return kind === 'surge' ? 0 : Math.min(resolved, nodeCount);
}
