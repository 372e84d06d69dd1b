import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import type { ClusterPod } from '../../cluster/inventory/cluster-pod';
import type { Workload } from '../../cluster/inventory/workload';
import { Placement } from '../../cluster/placement/placement';
import { CURRENT_GENERATION, currentPods, isOwn } from '../../cluster/rollout/current-pods';
import type { RolloutInput } from '../../cluster/rollout/rollout-input';
import type { RolloutResult } from '../../cluster/rollout/rollout-result';
import { selectorChange } from '../../cluster/rollout/selector-change';
import { simulateRollout } from '../../cluster/rollout/simulate-rollout';

/** What is known of the cluster that gets a change. */
export interface PlanCluster {
  readonly nodes: readonly ClusterNode[];
  readonly pods?: readonly ClusterPod[];
}

/** How a change of an agent reaches its nodes. */
export interface RolloutEffect {
  /** `in-place`: by a rolling update. `recreated`: the DaemonSet is deleted with all of its pods, and created. */
  readonly how: 'in-place' | 'recreated';
  readonly moves: Moves;
  /** In how many waves new pods take the place of old ones, if all of a wave take the same time; 0 where none do. */
  readonly waves: number;
  /** The greatest number of nodes at once that should run the agent and have no available pod of it. */
  readonly withoutAgent: number;
  readonly result: RolloutResult;
}

/** How a change reaches the nodes; `previous` is absent where the agent is new. */
export function rolloutEffect(agent: Workload, previous: Workload | undefined, cluster: PlanCluster): RolloutEffect {
  const change = previous && selectorChange(previous, agent);
  if (previous && change && !change.keepsPods) {return recreated(agent, previous, cluster);}
  return inPlace(agent, previous && change ? withSelectorOf(previous, agent) : previous, cluster);
}

function inPlace(agent: Workload, previous: Workload | undefined, { nodes, pods }: PlanCluster): RolloutEffect {
  const today = pods ?? (previous === undefined ? [] : undefined);
  const input: RolloutInput = { agent, nodes, ...previous && { previous }, ...today && { pods: today } };
  const result = simulateRollout(input);
  const moves = result.outcome === 'refused' ? NO_MOVES : movesOf(input);
  return { how: 'in-place', moves, waves: wavesOf(input, moves), withoutAgent: result.mostUnavailable, result };
}

function recreated(agent: Workload, previous: Workload, { nodes, pods }: PlanCluster): RolloutEffect {
  const moves = movesOf({ agent, previous, nodes, ...pods && { pods } }, true);
  const others = pods?.filter(pod => !isOwn(pod, previous)) ?? [];
  const input: RolloutInput = { agent, nodes, pods: others };
  const result = simulateRollout(input);
  return { how: 'recreated', moves, waves: wavesOf(input, moves), withoutAgent: result.mostUnavailable, result };
}

/** At how many moments new pods become Ready where old ones were, if the controller sends its requests without delay. */
function wavesOf(input: RolloutInput, { restarted }: Moves): number {
  if (restarted.length === 0) {return 0;}
  const names = new Set(restarted);
  const { steps } = simulateRollout({ ...input, options: { stop: 0, schedule: 0, requestBurst: Infinity, steps: Infinity } });
  return new Set(steps.filter(({ pod, what, node }) => pod === 'new' && what === 'ready' && names.has(node)).map(({ at }) => at)).size;
}

/**
 * The previous DaemonSet as the new one of its name finds its pods. The controller takes pods of the same generation of the template for
 * pods of the same template, and a new DaemonSet begins at 1: it does not update the pods of one that was never updated either.
 */
function withSelectorOf(previous: Workload, { object, template }: Workload): Workload {
  const generation = String(previous.object.metadata?.annotations?.[CURRENT_GENERATION] ?? FIRST);
  const spec = { ...previous.object.spec, selector: object.spec?.selector };
  return { ...previous, object: { ...previous.object, spec }, ...generation === FIRST && { template } };
}

const FIRST = '1';

/** The nodes on which pods are replaced, start where there was none, or go; in the order in which the nodes were given. */
export interface Moves {
  readonly restarted: readonly string[];
  readonly started: readonly string[];
  readonly stopped: readonly string[];
}

const NO_MOVES: Moves = { restarted: [], started: [], stopped: [] };

/** What happens on the nodes if nothing stops it. @param all whether pods of the new template go as well */
function movesOf(input: RolloutInput, all: boolean = false): Moves {
  const { agent, nodes } = input;
  const isByHand = !all && agent.object.spec?.updateStrategy?.type === 'OnDelete';
  const placement = new Placement(agent.pod);
  const today = currentPods(input);
  const moves: { readonly [what in keyof Moves]: string[] } = { restarted: [], started: [], stopped: [] };
  for (const node of nodes) {
    const pods = today(node).own.filter(({ terminating }) => !terminating);
    const { shouldRun, shouldContinueRunning } = placement.on(node);
    if (pods.length === 0) {
      if (shouldRun) {moves.started.push(node.name);}
    } else if (!isByHand && (all || pods.some(({ updated }) => !updated))) {
      if (shouldRun) {moves.restarted.push(node.name);} else {moves.stopped.push(node.name);}
    } else if (!shouldRun && !shouldContinueRunning) {
      moves.stopped.push(node.name);
    }
  }
  return moves;
}
