import type { Workload } from '../../cluster/inventory/workload';
import { budgetOf, refusalOf, Strategy, strategyOf } from '../../cluster/rollout/budget';
import { Difference } from '../match/difference';
import type { Failure } from '../message/failure';
import type { RolloutMatchOptions } from '../rollout-match-options';

/** Why a change does not reach the nodes in this way; undefined where it does. */
export function rolloutFailure(workload: Workload, options: RolloutMatchOptions): Failure | undefined {
  const { spec } = workload.object;
  const strategy = strategyOf(spec);
  const refusal = refusalOf(strategy) ?? standstillOf(strategy);
  const update = ['spec', 'updateStrategy'];
  const expected = `Expected DaemonSet ${workload.name} to roll out`;
  if (refusal !== undefined) {
    const found = spec.updateStrategy?.rollingUpdate;
    return { expected: `${expected}, and the API server does not take its budget:`, about: workload, differences: [{ path: [...update, 'rollingUpdate'], found, weight: 1 }], hints: [refusal] };
  }
  const rolling = spec.updateStrategy?.rollingUpdate ?? {};
  const budget = (field: 'maxUnavailable' | 'maxSurge') => place([...update, 'rollingUpdate', field], rolling[field], strategy[field], options[field]);
  const differences = [
    ...place([...update, 'type'], spec.updateStrategy?.type, strategy.type, options.strategy ?? 'RollingUpdate'),
    ...strategy.type === 'RollingUpdate' ? [...budget('maxUnavailable'), ...budget('maxSurge')] : [],
    ...place(['spec', 'minReadySeconds'], spec.minReadySeconds, strategy.minReadySeconds, options.minReadySeconds),
  ];
  if (differences.length > 0) {
    const waits = strategy.type === 'OnDelete' ? ['with OnDelete nothing is replaced until someone deletes pods: pass strategy OnDelete where that is meant'] : [];
    return { expected: `${expected} as given, and it differs:`, about: workload, differences, hints: waits };
  }
  return strategy.type === 'RollingUpdate' ? surgeFailure(workload, expected) : undefined;
}

/** Both at zero, which older API servers took. */
function standstillOf({ type, maxUnavailable, maxSurge }: Strategy): string | undefined {
  const isNothing = type === 'RollingUpdate' && [maxUnavailable, maxSurge].every(amount => /^0+%?$/.test(String(amount)));
  return isNothing ? 'with maxUnavailable and maxSurge at 0 no pod could ever be replaced: raise one of them' : undefined;
}

/** A new pod that asks for the ports of the old one stays Pending for as long as the old one runs. */
function surgeFailure(workload: Workload, expected: string): Failure | undefined {
  const { surges, hostPorts } = workload.facts;
  const [claim] = hostPorts;
  return !surges || claim === undefined ? undefined : {
    expected: `${expected}, and no new pod fits beside an old one: both claim port ${claim.port}/${claim.protocol} of the node.`,
    about: workload,
    differences: [{ path: ['spec', 'updateStrategy', 'rollingUpdate', 'maxSurge'], found: workload.object.spec.updateStrategy.rollingUpdate.maxSurge, wanted: '0', weight: 1 }],
    hints: ['the old pod goes only when the new one is Ready, so the rollout never begins: use maxUnavailable, or do without ports of the node'],
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
  if (!Number.isInteger(nodeCount) || nodeCount < 0) {throw new Error(`a number of nodes is whole and not negative; given: ${nodeCount}; fix: round it`);}
  const strategy = strategyOf(object.spec);
  if (strategy.type === 'OnDelete') {return 0;}
  const { kind, resolved } = budgetOf(strategy, nodeCount);
  return kind === 'surge' ? 0 : Math.min(resolved, nodeCount);
}
