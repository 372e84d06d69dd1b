import { AgentPlan, planAgent } from './agents/agent-plan';
import type { PlacedAgent } from './agents/placed-agent';
import { PoolMove, poolMoves } from './agents/pool-moves';
import type { PlanCluster } from './agents/rollout-effect';
import { objectKey } from './objects/object-key';
import { ObjectPlan, planObjects } from './objects/object-plan';
import { Explainer } from '../cluster/explain/explain';
import { Inventory } from '../cluster/inventory/inventory';
import type { Workload } from '../cluster/inventory/workload';
import { Fleet } from '../cluster/placement/fleet';
import { isOwn } from '../cluster/rollout/current-pods';
import type { Entry } from '../private/entry';

/** What is known of a change besides the objects. */
export interface PlanInput {
  /** The nodes and pods that meet the change; nothing is said of nodes where it is absent. */
  readonly cluster?: PlanCluster;
  /** Whether everything is removed that is no longer wanted, whoever it belongs to. */
  readonly prune?: boolean;
}

/** What a change of manifests does to a cluster. */
export interface ChangePlan {
  readonly objects: readonly ObjectPlan[];
  /** The DaemonSets that the change concerns, in the order of the new objects; what is removed comes last. */
  readonly agents: readonly AgentPlan[];
  /** Absent where the nodes are not known. */
  readonly moves?: readonly PoolMove[];
  /** Objects that are no longer wanted and stay, since nothing says that they are ours. */
  readonly kept: readonly Entry[];
  readonly cluster?: PlanCluster;
}

/** What it does to a cluster to go from the old objects to the new ones. Their fields must be of the right types. */
export function planBetween(before: readonly Entry[], after: readonly Entry[], { cluster, prune = false }: PlanInput = {}): ChangePlan {
  const { plans, kept, previous, next } = planObjects(before, after, prune);
  const removed = new Set(plans.filter(({ action }) => action === 'removed').map(({ about }) => about.object));
  // what stays is there afterwards too
  const [old, now] = [new Inventory(previous), new Inventory([...next, ...kept])];
  const [agentsBefore, agentsNow] = [old, now].map(({ daemonSets }) => daemonSets);
  const moves = cluster && poolMoves(agentsBefore, agentsNow, new Fleet(cluster.nodes));
  const gone = agentsBefore.filter(({ object }) => removed.has(object));
  const met = cluster && withoutPodsOf(gone, cluster);
  const context = { plans, moves: moves ?? [], ...met && { cluster: met, explainer: new Explainer(met.nodes, met.pods) } };
  const placedBefore = new Map(agentsBefore.map(agent => [objectKey(agent), placed(agent, old)]));
  return {
    objects: plans,
    agents: [
      ...agentsNow.map(agent => planAgent(placedBefore.get(objectKey(agent)), placed(agent, now), context)),
      ...gone.map(agent => planAgent(placed(agent, old), undefined, context)),
    ].filter(plan => plan !== undefined),
    ...moves && { moves }, kept, ...cluster && { cluster },
  };
}

/** The pods of agents that are removed leave their room and their ports to others. */
function withoutPodsOf(agents: readonly Workload[], { nodes, pods }: PlanCluster): PlanCluster {
  return { nodes, ...pods && { pods: pods.filter(pod => !agents.some(agent => isOwn(pod, agent))) } };
}

function placed(agent: Workload, inventory: Inventory): PlacedAgent {
  return { agent, inventory };
}

/** Whether nothing changes. */
export function isEmpty({ objects }: ChangePlan): boolean {
  return objects.length === 0;
}
