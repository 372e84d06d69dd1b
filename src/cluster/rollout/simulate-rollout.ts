import { Budget, budgetOf, strategyOf } from './budget';
import { controllerRules, ControllerRules } from './controller-rules';
import { currentPods } from './current-pods';
import { durationOf } from './duration';
import { schedulerFit } from './fit';
import { lostAndStray } from './lost-and-stray';
import { viewOf } from './node-view';
import { RateLimit } from './rate-limit';
import { refusalFor } from './refusal';
import type { RollingNode } from './rolling-node';
import type { RolloutInput } from './rollout-input';
import type { RolloutOutcome, RolloutResult } from './rollout-result';
import { risksOf } from './rollout-risk';
import { Random, seededRandom, shuffled } from './seeded-random';
import { Simulation } from './simulation';
import { stalledNodes } from './stalled-nodes';
import { timingsOf } from './timings';
import { byText } from '../../private/wire';
import { kubeletReasons } from '../explain/kubelet-reasons';
import { isReady } from '../inventory/cluster-node';
import { Placement } from '../placement/placement';

/**
 * What a change of an agent does to a cluster: where its rollout ends, what holds it up, and how long it takes. By the rules of the
 * DaemonSet controller, the scheduler and the kubelet. Meanwhile no node comes, goes or changes, no other pod moves, and the API server
 * takes every pod.
 */
export function simulateRollout(input: RolloutInput): RolloutResult {
  const { agent, previous, options = {} } = input;
  const placement = new Placement(agent.pod);
  const desired = input.nodes.filter(node => placement.on(node).shouldRun).length;
  const refusal = refusalFor(input);
  if (refusal) {return { ...NOTHING, outcome: 'refused', refusal, desired };}

  const strategy = strategyOf(agent.object.spec);
  const budget = strategy.type === 'OnDelete' ? undefined : budgetOf(strategy, desired);
  const controller = controllerRules(strategy, budget);
  const timings = timingsOf(previous ?? agent, strategy.minReadySeconds, options);
  const { requestsPerSecond = 20, requestBurst = 30, fit = schedulerFit, steps = 0 } = options;
  const random = seededRandom(options.seed ?? 1);
  const nodes = nodesOf(input, placement, controller, random);
  const limit = new RateLimit(requestsPerSecond, requestBurst);
  const simulation = new Simulation(nodes, { agent, budget, controller, timings, fit, limit, random, steps });
  simulation.run();

  const { status: { updated, available }, requests, lastChange: simulated } = simulation;
  const outcome = outcomeOf(nodes, budget, updated === desired && available === desired, requests.creates + requests.deletes > 0);
  return {
    outcome, desired, updated, available, ...budget && { budget }, mostUnavailable: simulation.mostUnserved,
    stalledOn: outcome === 'stalled' ? stalledNodes(nodes, (node, pod) => simulation.reasonsAgainst(node, pod)) : [],
    blocked: nodes.filter(({ view }) => view.role === 'candidate').map(({ node }) => node.name).sort(byText),
    left: lostAndStray(nodes, agent),
    risks: risksOf(nodes, strategy.minReadySeconds, budget),
    duration: durationOf({ nodes, budget, timings, requests, requestsPerSecond, requestBurst, simulated }),
    requests: { ...requests },
    steps: simulation.steps,
  };
}

const NOTHING: Omit<RolloutResult, 'outcome' | 'desired'> = {
  updated: 0, available: 0, mostUnavailable: 0, stalledOn: [], blocked: [], left: { lost: [], stray: [] }, risks: [],
  duration: { atLeast: 0, atMost: 0, simulated: 0 }, requests: { creates: 0, deletes: 0, statusUpdates: 0, events: 0 }, steps: [],
};

/** The nodes before anything happens, in the order in which they get their turn. */
function nodesOf(input: RolloutInput, placement: Placement, controller: ControllerRules, random: Random): RollingNode[] {
  const { agent, nodes, options: { neverReadyOn = [] } = {} } = input;
  const today = currentPods(input);
  const reasonsOfKubelet = kubeletReasons(agent);
  const broken = neverReadyOn === 'every-node' ? undefined : new Set(neverReadyOn);
  return shuffled(nodes, random).map(node => {
    const { own, others } = today(node);
    const decision = placement.on(node);
    return {
      node, decision, others, pods: own, view: viewOf(decision, own, controller, 0),
      answers: isReady(node), turnsAway: reasonsOfKubelet(node).filter(({ code }) => code !== 'node-not-ready'),
      neverReady: broken?.has(node.name) ?? true,
      hadPod: own.some(({ terminating }) => !terminating), tookBudget: false, created: false,
    };
  });
}

function outcomeOf(nodes: readonly RollingNode[], budget: Budget | undefined, isDone: boolean, hasMoved: boolean): RolloutOutcome {
  const old = nodes.filter(({ decision }) => decision.shouldRun).flatMap(({ pods }) => pods.filter(pod => !pod.updated));
  if (budget === undefined && old.some(pod => !pod.terminating)) {return 'waits-for-deletion';}
  if (!hasMoved && old.length === 0) {return 'nothing-to-do';}
  return isDone ? 'finished' : 'stalled';
}
