import { AgentPod, isAvailable } from './agent-pod';
import type { Budget } from './budget';
import { ControllerLoop } from './controller-loop';
import type { ControllerRules } from './controller-rules';
import { Action, ControllerView } from './controller-view';
import { podLike } from './current-pods';
import { EventQueue } from './event-queue';
import type { Fit } from './fit';
import { NodeStatus, viewOf } from './node-view';
import type { RateLimit } from './rate-limit';
import type { RollingNode } from './rolling-node';
import type { RolloutRequests, RolloutStep } from './rollout-result';
import type { Random } from './seeded-random';
import type { Timings } from './timings';
import type { Reason } from '../explain/reason';
import type { ClusterPod } from '../inventory/cluster-pod';
import type { Workload } from '../inventory/workload';

/** What a simulation goes by. */
export interface SimulationRules {
  readonly agent: Workload;
  readonly controller: ControllerRules;
  readonly budget: Budget | undefined;
  readonly timings: Timings;
  readonly fit: Fit;
  readonly limit: RateLimit;
  readonly random: Random;
  /** How many steps to keep. */
  readonly steps: number;
}

type PodChange = Exclude<RolloutStep['what'], 'pending'>;

type Event =
  | { readonly what: 'action'; readonly action: Action }
  | { readonly what: 'change'; readonly change: PodChange; readonly node: RollingNode; readonly pod: AgentPod }
  /** The controller has done what it wanted to do. */
  | { readonly what: 'report' }
  | { readonly what: 'rest' };

/** A rollout, from one thing that happens to the next. */
export class Simulation {
  /** When the last pod changed. */
  public lastChange = 0;
  /** The greatest number of nodes at once that should run the agent and had no available pod of it. */
  public mostUnserved = 0;
  public readonly steps: RolloutStep[] = [];
  private readonly view: ControllerView;
  private readonly loop: ControllerLoop;
  private readonly queue = new EventQueue<Event>();
  private readonly newPod: ClusterPod;
  private now = 0;
  private podNumber = 0;

  /** @param nodes in the order in which they get their turn */
  public constructor(private readonly nodes: readonly RollingNode[], private readonly rules: SimulationRules) {
    this.view = new ControllerView(nodes.filter(({ decision }) => decision.shouldRun).length, rules.budget);
    this.loop = new ControllerLoop(this.view, rules.limit, rules.controller.minReadySeconds);
    this.newPod = podLike(rules.agent, `${rules.agent.name}-new`);
  }

  public get status(): NodeStatus {
    return this.view.status;
  }

  public get requests(): RolloutRequests {
    return this.loop.requests;
  }

  /** Lets everything happen that follows from the change, until nothing moves any more. */
  public run(): void {
    for (const node of this.nodes) {this.begin(node);}
    this.mostUnserved = this.view.unserved;
    for (;;) {
      const next = Math.min(this.queue.nextAt, this.loop.alarmAt);
      if (this.loop.wantsToLook && next > this.now) {
        // what happens at one moment is seen at once
        this.look();
      } else if (next === Infinity) {
        // what the controller overlooks by chance is a risk, and happens only where chance was asked for
        if (this.rules.timings.spread > 0 || !this.view.hasAny('superseded')) {return;}
        this.loop.notify();
      } else {
        this.now = next;
        if (this.queue.nextAt === next) {this.handle(this.queue.take()!);} else {this.loop.ring();}
      }
    }
  }

  /** Why the scheduler does not take a pod of the agent on its node, as it is now. */
  public reasonsAgainst({ node, others, pods }: RollingNode, pod: AgentPod): readonly Reason[] {
    const own = pods.filter(each => each !== pod && each.bound && !each.ended).map(({ claim }) => claim);
    return this.rules.fit(this.rules.agent, node, own.length === 0 ? others : [...others, ...own]);
  }

  private begin(node: RollingNode): void {
    this.view.add(node);
    const { stop, minReadySeconds } = this.rules.timings;
    for (const pod of node.pods) {
      if (pod.terminating) {
        if (node.answers) {this.later(stop, 'gone', node, pod);}
      } else if (pod.readySince < Infinity) {
        if (!isAvailable(pod, minReadySeconds, 0)) {this.later(pod.readySince + minReadySeconds, 'available', node, pod);}
      } else if (pod.updated && !pod.ended) {
        if (pod.bound) {this.start(node, pod);} else {this.schedule(node, pod);}
      }
    }
  }

  private look(): void {
    let last = this.now;
    for (const { at, action } of this.loop.look(this.now)) {
      this.queue.add(at, { what: 'action', action });
      last = at;
    }
    this.queue.add(last, { what: 'report' });
  }

  private handle(event: Event): void {
    switch (event.what) {
      case 'action': return this.act(event.action);
      case 'report': return this.queue.add(this.loop.report(this.now), { what: 'rest' });
      case 'rest': return this.loop.rest();
      default: {
        const { node, pod, change } = event;
        if (node.pods.includes(pod) && (change === 'gone' || !pod.terminating)) {this.change(node, pod, change);}
      }
    }
  }

  private act(action: Action): void {
    const { node } = action;
    if (action.what === 'delete') {return this.change(node, action.pod, 'deleted');}
    node.created = true;
    const state = { ended: false, bound: false, binding: false, terminating: false, readySince: Infinity };
    this.change(node, { updated: true, number: this.podNumber++, claim: this.newPod, ...state }, 'created');
  }

  /** Lets something happen to a pod, and what follows from it. */
  private change(node: RollingNode, pod: AgentPod, change: PodChange): void {
    this.note(node, pod, change);
    this.view.remove(node);
    this.apply(node, pod, change);
    node.view = viewOf(node.decision, node.pods, this.rules.controller, this.now);
    this.view.add(node);
    this.mostUnserved = Math.max(this.mostUnserved, this.view.unserved);
    // time passes without anybody telling the controller
    if (change === 'ready') {this.loop.notifyReady(this.now);} else if (change !== 'available') {this.loop.notify();}
    if (change !== 'available' || pod.updated) {this.lastChange = this.now;}
  }

  private apply(node: RollingNode, pod: AgentPod, change: PodChange): void {
    const { stop, minReadySeconds } = this.rules.timings;
    switch (change) {
      case 'created':
        node.pods = [...node.pods, pod];
        return this.schedule(node, pod);
      case 'scheduled':
        pod.bound = true;
        pod.binding = false;
        return this.start(node, pod);
      case 'ready':
        pod.readySince = this.now;
        if (minReadySeconds > 0) {this.later(minReadySeconds, 'available', node, pod);}
        return;
      case 'deleted':
        // the API server removes at once what no kubelet has to stop
        if (!pod.bound || pod.ended) {return this.leave(node, pod);}
        pod.terminating = true;
        if (node.answers) {this.later(stop, 'gone', node, pod);}
        return;
      case 'gone': return this.leave(node, pod);
      default:
    }
  }

  private leave(node: RollingNode, pod: AgentPod): void {
    node.pods = node.pods.filter(each => each !== pod);
    for (const other of node.pods) {
      if (!other.bound && !other.binding && !other.terminating) {this.schedule(node, other);}
    }
  }

  private schedule(node: RollingNode, pod: AgentPod): void {
    if (this.reasonsAgainst(node, pod).length > 0) {return this.note(node, pod, 'pending');}
    pod.binding = true;
    this.later(this.rules.timings.schedule, 'scheduled', node, pod);
  }

  private start(node: RollingNode, pod: AgentPod): void {
    if (!node.answers || node.turnsAway.length > 0 || node.neverReady) {return;}
    const { timings, random } = this.rules;
    this.later(timings.start + timings.spread * random(), 'ready', node, pod);
  }

  private later(seconds: number, change: PodChange, node: RollingNode, pod: AgentPod): void {
    this.queue.add(this.now + seconds, { what: 'change', change, node, pod });
  }

  private note(node: RollingNode, pod: AgentPod, what: RolloutStep['what']): void {
    if (this.steps.length >= this.rules.steps) {return;}
    this.steps.push({ at: this.now, node: node.node.name, pod: pod.updated ? 'new' : 'old', what });
  }
}
