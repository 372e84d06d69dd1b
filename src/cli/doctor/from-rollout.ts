import type { Diagnosis } from './diagnosis';
import type { Incident } from './incident';
import type { PodState } from './pod-state';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { Workload } from '../../cluster/inventory/workload';
import { isOwn, targetOf, updatedPods } from '../../cluster/rollout/current-pods';
import type { RolloutResult } from '../../cluster/rollout/rollout-result';
import { simulateRollout } from '../../cluster/rollout/simulate-rollout';
import { listUnder } from '../../private/list-under';

/** Where updates stand still, by the functions of `rollout`: the one that is under way, or else the next one. */
export function fromRollout({ agents, nodes, pods }: Incident): Diagnosis[] {
  if (nodes === undefined) {return [];}
  return agents.flatMap(agent => (pods === undefined ? nextRollout(agent, nodes) : currentRollout(agent, nodes, pods)));
}

function nextRollout(agent: Workload, nodes: readonly ClusterNode[]): Diagnosis[] {
  return stalls(agent, simulateRollout({ agent, nodes }), 'warning');
}

function currentRollout(agent: Workload, nodes: readonly ClusterNode[], states: readonly PodState[]): Diagnosis[] {
  const pods = states.map(({ pod }) => pod);
  const isUpdated = updatedPods({ agent, previous: agent }, pods);
  const own = pods.filter(pod => isOwn(pod, agent));
  if (own.every(isUpdated)) {return [];}
  // a new pod that is not ready now is taken to stay so: it is what someone asks about
  const broken = own.filter(pod => isUpdated(pod) && !pod.ready && !pod.terminating).flatMap(pod => targetOf(pod) ?? []);
  return stalls(agent, simulateRollout({ agent, previous: agent, nodes, pods, options: { neverReadyOn: broken } }), 'error');
}

function stalls(agent: Workload, result: RolloutResult, level: 'error' | 'warning'): Diagnosis[] {
  const { outcome, stalledOn, blocked, budget, refusal } = result;
  const base = { symptom: 'rollout', level, from: 'rollout', agent, pods: [] } as const;
  if (refusal) {
    return [{ ...base, code: 'rollout-refused', nodes: [], cause: 'The API server does not take the change.', fix: refusal.message }];
  }
  if (outcome !== 'stalled') {return [];}
  const groups = new Map<string, string[]>();
  for (const { node, reason } of stalledOn) {listUnder(groups, reason.message).push(node);}
  const waiting = blocked.length === 0 ? '' : ` ${blocked.length} ${blocked.length === 1 ? 'node waits' : 'nodes wait'} for it.`;
  const field = budget?.kind === 'surge' ? 'maxSurge' : 'maxUnavailable';
  const used = budget === undefined ? '' : ` ${field} ${budget.given} allows ${budget.resolved} at a time.`;
  return [...groups].map(([message, names]) => ({
    ...base, code: 'rollout-stalled', nodes: names, cause: `The update does not go on here.${used}${waiting}`, fix: message,
    path: 'spec.updateStrategy.rollingUpdate', option: 'rollout: Rollout.percent(10)',
  }));
}
