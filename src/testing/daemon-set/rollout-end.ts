import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';
import type { RolloutResult, StalledNode } from '../../cluster/rollout/rollout-result';
import { simulateRollout } from '../../cluster/rollout/simulate-rollout';
import type { Failure } from '../message/failure';

/** How many nodes are named for each cause. */
const MOST = 3;

/** What a node that is down cannot do, whatever the agent is like. */
const DOWN: ReadonlySet<StalledNode['reason']['code']> = new Set(['pod-never-ends', 'node-not-ready']);

/** Why a change of the pods does not reach every one of these nodes that answers; undefined where it does. */
export function rolloutEndFailure(workload: Workload, nodes: readonly ClusterNode[]): Failure | undefined {
  const result = simulateRollout({ agent: workload, nodes });
  const expected = `Expected a rollout of DaemonSet ${workload.name} to reach all ${nodes.length} nodes`;
  switch (result.outcome) {
    case 'finished': return undefined;
    case 'refused': return {
      expected: `${expected}, and the API server does not take the change.`, about: workload, hints: [result.refusal!.message],
    };
    case 'nothing-to-do': return {
      expected: `${expected}, and the agent runs on none of them.`, about: workload,
      hints: ['assert runsOnAll first: it tells what keeps the agent away'],
    };
    case 'waits-for-deletion': return {
      expected: `${expected}, and it waits until someone deletes the old pods.`, about: workload,
      differences: [{ path: ['spec', 'updateStrategy', 'type'], found: 'OnDelete', wanted: 'RollingUpdate', weight: 1 }],
    };
    case 'stalled': return stallFailure(workload, result, expected);
  }
}

/** Why a release that never becomes Ready takes the agent from more than so many of these nodes; undefined where it does not. */
export function brokenRolloutFailure(workload: Workload, nodes: readonly ClusterNode[], count: number): Failure | undefined {
  const { desired, budget, mostUnavailable } = simulateRollout({ agent: workload, nodes, options: { neverReadyOn: 'every-node' } });
  const expected = `Expected a rollout of DaemonSet ${workload.name} whose pods never become Ready to stop after ${count} of `
    + `${nodes.length} nodes`;
  if (desired === 0) {
    return {
      expected: `${expected}, and the agent runs on none of them.`, about: workload,
      hints: ['assert runsOnAll first: it tells what keeps the agent away'],
    };
  }
  if (mostUnavailable <= count) {return undefined;}
  return {
    expected: `${expected}, and it leaves ${mostUnavailable} without an available pod.`, about: workload,
    differences: budget === undefined ? [] : [{
      path: ['spec', 'updateStrategy', 'rollingUpdate', budget.kind === 'surge' ? 'maxSurge' : 'maxUnavailable'], found: budget.given,
      wanted: String(count), weight: 1,
    }],
    hints: hasReadiness(workload)
      ? []
      : ['a container without a readiness probe is Ready as soon as it runs: minReadySeconds tells one that ends at once'],
  };
}

function hasReadiness({ pod }: Workload): boolean {
  return (pod.containers ?? []).some(({ readinessProbe }: { readonly readinessProbe?: object }) => readinessProbe !== undefined);
}

/** Nodes that are down are left behind by every rollout, and come along when they are back. */
function stallFailure(workload: Workload, result: RolloutResult, expected: string): Failure | undefined {
  const { desired, updated, available, stalledOn, blocked, budget } = result;
  if (blocked.length === 0 && stalledOn.every(({ reason }) => DOWN.has(reason.code))) {return undefined;}
  const holding = stalledOn.filter(({ holdsBudget }) => holdsBudget).length;
  return {
    expected: `${expected}, and it stops: ${updated} of ${desired} have the new pod, and ${available} have one that is available.`,
    about: workload,
    differences: budget && blocked.length > 0 ? [{
      path: ['spec', 'updateStrategy', 'rollingUpdate', budget.kind === 'surge' ? 'maxSurge' : 'maxUnavailable'], found: budget.given,
      foundText: `${budget.given}${budget.given === String(budget.resolved) ? '' : `, which is ${budget.resolved} of ${desired} nodes`}`,
      wanted: `more than ${holding === 1 ? 'the node that is' : `the ${holding} nodes that are`} stuck`, weight: 1,
    }] : [],
    more: [
      ...causesOf(stalledOn),
      ...blocked.length > 0 ? [`${blocked.length} healthy ${blocked.length === 1 ? 'node waits' : 'nodes wait'} for them`] : [],
    ],
  };
}

/** What holds nodes up, each cause with its nodes. */
function causesOf(stalled: readonly StalledNode[]): string[] {
  const nodes = new Map<string, string[]>();
  for (const { node, reason: { message } } of stalled) {nodes.set(message, [...nodes.get(message) ?? [], node]);}
  return [...nodes].map(([message, names]) => {
    const more = names.length > MOST ? ` and ${names.length - MOST} more` : '';
    return `${names.slice(0, MOST).join(', ')}${more}: ${message}`;
  });
}
