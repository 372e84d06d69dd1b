import * as fc from 'fast-check';
import { agent, AgentSketch, EVERYWHERE, node, NodeSketch, pod, PodSketch } from './fixtures';
import { isReady } from '../../../src/cluster/inventory/cluster-node';
import { Placement } from '../../../src/cluster/placement/placement';
import type { RolloutInput, RolloutOptions } from '../../../src/cluster/rollout/rollout-input';
import { simulateRollout } from '../../../src/cluster/rollout/simulate-rollout';
import { runs } from '../../support/runs';

type Kind = 'healthy' | 'dead' | 'cordoned' | 'tainted' | 'small' | 'next';
const SKETCHES: { readonly [kind in Kind]: NodeSketch } = {
  healthy: {}, dead: { ready: 'Unknown' }, cordoned: { cordoned: true }, tainted: { taints: ['maintenance:NoSchedule'] },
  small: { allocatable: { cpu: '300m', memory: '1Gi', pods: '5' } }, next: { labels: { next: 'yes' } },
};
const nodesOf = (kinds: readonly Kind[]) => kinds.map((kind, index) => node(`node-${index}`, SKETCHES[kind]));
const kindsFrom = (...kinds: Kind[]) => fc.array(fc.constantFrom('healthy' as Kind, 'healthy' as Kind, ...kinds), { maxLength: 14 });
const ANY: Kind[] = ['dead', 'cordoned', 'tainted', 'small', 'next'];

const amount = fc.constantFrom<number | string>(1, 2, 3, '10%', '30%', '100%');
const oldFirst: fc.Arbitrary<AgentSketch> = amount.map(maxUnavailable => ({ maxUnavailable }));
const beside: fc.Arbitrary<AgentSketch> = amount.map(maxSurge => ({ maxSurge, maxUnavailable: 0 }));
const timings: fc.Arbitrary<RolloutOptions> = fc.record({
  stop: fc.nat(9), schedule: fc.nat(2), pull: fc.nat(9), start: fc.nat(3), ready: fc.nat(3), requestsPerSecond: fc.constantFrom(1, 5, 20),
  requestBurst: fc.constantFrom(1, 30),
});
const like = (strategy: fc.Arbitrary<AgentSketch>): fc.Arbitrary<AgentSketch> => fc.record({
  strategy, tolerant: fc.boolean(), minReadySeconds: fc.constantFrom(0, 0, 1, 5), cpu: fc.constantFrom('100m', '200m', '400m'),
  next: fc.boolean(),
}).map(({ strategy: rolling, tolerant, minReadySeconds, cpu, next }) => ({
  ...rolling, minReadySeconds, container: { resources: { requests: { cpu } } },
  pod: { ...tolerant && EVERYWHERE, ...next && { nodeSelector: { next: 'yes' } } },
}));

const podSketch = fc.constantFrom<PodSketch & { readonly generation: string }>(
  { generation: '1' }, { generation: '1' }, { generation: '1', ready: false }, { generation: '2' }, { generation: '2', ready: false },
  { generation: '2', pending: true },
  { generation: '1', terminating: true }, { generation: '1', phase: 'Failed', ready: false },
);

/** Any rollout at all: half of them begin with whatever pods there are. */
const anyRollout: fc.Arbitrary<RolloutInput> = fc.record({
  kinds: kindsFrom(...ANY), before: like(oldFirst), now: like(fc.oneof(oldFirst, beside, fc.constant({ onDelete: true }))),
  there: fc.option(fc.array(fc.array(podSketch, { maxLength: 2 }), { minLength: 14, maxLength: 14 }), { nil: undefined }),
  options: timings, broken: fc.constantFrom([], [], ['node-0', 'node-3'], 'every-node' as const),
}).map(({ kinds, before, now, there, options, broken }) => {
  const previous = agent({ ...before, ...there && { ...now, annotations: { 'deprecated.daemonset.template.generation': '2' } } });
  return {
    agent: agent(now), previous, nodes: nodesOf(kinds), options: { ...options, neverReadyOn: broken },
    ...there && {
      pods: kinds.flatMap((_, index) => there[index].map(({ generation, ...sketch }, number) =>
        pod(`node-${index}`, {
          ...sketch, name: `pod-${index}-${number}`, of: previous, labels: { 'pod-template-generation': generation },
        }))),
    },
  };
});

const seeds = fc.array(fc.nat(1000), { minLength: 2, maxLength: 4 });
const withSeed = (input: RolloutInput, seed: number) => simulateRollout({ ...input, options: { ...input.options, seed } });

test('a rollout has finished exactly when every node that should run the agent has an available new pod', () => {
  fc.assert(fc.property(anyRollout, input => {
    const { outcome, desired, updated, available } = simulateRollout(input);
    const isDone = updated === desired && available === desired;
    expect(isDone).toBe(outcome === 'finished' || outcome === 'nothing-to-do' && isDone);
    expect(Math.max(updated, available)).toBeLessThanOrEqual(desired);
  }), { numRuns: runs(100) });
});

test('a rollout stalls on nodes that it names, and healthy ones wait only where these use up the budget', () => {
  fc.assert(fc.property(anyRollout, input => {
    const { outcome, stalledOn, blocked, budget } = simulateRollout(input);
    expect(stalledOn.length > 0).toBe(outcome === 'stalled');
    if (outcome === 'stalled' && blocked.length > 0) {
      expect(stalledOn.filter(({ holdsBudget }) => holdsBudget).length).toBeGreaterThanOrEqual(budget!.resolved);
    }
  }), { numRuns: runs(100) });
});

test('how long it takes lies within the bounds in every order of the nodes', () => {
  fc.assert(fc.property(anyRollout, seeds, (input, [first, ...others]) => {
    const { duration: { atLeast, atMost } } = withSeed(input, first);
    for (const seed of [first, ...others]) {
      const { simulated } = withSeed(input, seed).duration;
      expect(simulated).toBeGreaterThanOrEqual(atLeast);
      expect(simulated).toBeLessThanOrEqual(atMost);
    }
  }), { numRuns: runs(100) });
});

test('the order of the nodes decides neither how it ends, nor the budget, nor who loses the agent', () => {
  fc.assert(fc.property(anyRollout, seeds, (input, [first, ...others]) => {
    const { outcome, desired, budget, left: { lost } } = withSeed(input, first);
    // a pod may be bound or deleted first, and a dead node lets go only of those that are not bound
    const isSettled = outcome !== 'stalled' && (input.pods ?? []).every(({ phase }) => phase !== 'Pending');
    for (const seed of others) {
      expect(withSeed(input, seed)).toMatchObject({ outcome, desired, ...budget && { budget }, ...isSettled && { left: { lost } } });
    }
  }), { numRuns: runs(70) });
});

const sound = (strategy: fc.Arbitrary<AgentSketch>) => fc.record({
  kinds: kindsFrom('dead', 'cordoned'), options: timings,
  sketch: fc.record({ strategy, tolerant: fc.boolean(), minReadySeconds: fc.constantFrom(0, 5) })
    .map(({ strategy: rolling, tolerant, minReadySeconds }): AgentSketch => ({
      ...rolling, minReadySeconds, pod: tolerant ? EVERYWHERE : {},
    })),
});
const unavailableAtFirst = (sketch: AgentSketch, kinds: readonly Kind[]) => {
  const placement = new Placement(agent(sketch).pod);
  return nodesOf(kinds).filter(each => placement.on(each).shouldRun && !isReady(each)).length;
};

test('where only dead nodes are amiss, it does not depend on the order of the nodes how many are updated', () => {
  fc.assert(fc.property(sound(fc.oneof(oldFirst, beside)), seeds, ({ sketch, kinds, options }, [first, ...others]) => {
    const input = { agent: agent(sketch), nodes: nodesOf(kinds), options };
    const { updated, available, stalledOn } = withSeed(input, first);
    for (const seed of others) {expect(withSeed(input, seed)).toMatchObject({ updated, available, stalledOn });}
  }), { numRuns: runs(70) });
});

test('no more nodes are without the agent than the budget allows, or than were so before', () => {
  fc.assert(fc.property(sound(oldFirst), ({ sketch, kinds, options }) => {
    const { mostUnavailable, budget } = simulateRollout({ agent: agent(sketch), nodes: nodesOf(kinds), options });
    expect(mostUnavailable).toBeLessThanOrEqual(Math.max(budget!.resolved, unavailableAtFirst(sketch, kinds)));
  }), { numRuns: runs(100) });
});

test('in a surge no node goes without the agent that had it before', () => {
  fc.assert(fc.property(sound(beside), ({ sketch, kinds, options }) => {
    const { mostUnavailable } = simulateRollout({ agent: agent(sketch), nodes: nodesOf(kinds), options });
    expect(mostUnavailable).toBe(unavailableAtFirst(sketch, kinds));
  }), { numRuns: runs(70) });
});

test('old pods first finish exactly where the budget is larger than the number of dead nodes, for those that are alive', () => {
  fc.assert(fc.property(fc.integer({
    min: 1, max: 12,
  }), fc.nat(4), fc.integer({ min: 1, max: 6 }), fc.boolean(), (alive, dead, maxUnavailable, tolerant) => {
    const kinds = [...Array<Kind>(alive).fill('healthy'), ...Array<Kind>(dead).fill('dead')];
    const { updated } = simulateRollout({ agent: agent({ maxUnavailable, pod: tolerant ? EVERYWHERE : {} }), nodes: nodesOf(kinds) });
    expect(updated).toBe(dead < maxUnavailable ? alive : 0);
  }), { numRuns: runs(50) });
});

test('another dead node never makes it faster, unless it stops it', () => {
  fc.assert(fc.property(sound(fc.integer({ min: 1, max: 4 }).map(maxUnavailable => ({ maxUnavailable }))), ({ sketch, kinds, options }) => {
    const before = simulateRollout({ agent: agent(sketch), nodes: nodesOf(kinds), options });
    const after = simulateRollout({ agent: agent(sketch), nodes: nodesOf([...kinds, 'dead']), options });
    if (after.blocked.length === 0) {expect(after.duration.simulated).toBeGreaterThanOrEqual(before.duration.simulated);}
    expect(after.updated).toBeLessThanOrEqual(before.updated);
  }), { numRuns: runs(70) });
});

test('a larger budget never updates fewer nodes, and takes no longer where there is nothing amiss', () => {
  fc.assert(fc.property(fc.integer({
    min: 1, max: 12,
  }), fc.integer({ min: 1, max: 6 }), fc.nat(3), fc.boolean(), (count, budget, dead, isSurge) => {
    const result = (amountOf: number) => simulateRollout({
      agent: agent(isSurge ? { maxSurge: amountOf, maxUnavailable: 0 } : { maxUnavailable: amountOf }),
      nodes: nodesOf([...Array<Kind>(count).fill('healthy'), ...Array<Kind>(dead).fill('dead')]),
    });
    const [less, more] = [result(budget), result(budget + 1)];
    expect(more.updated).toBeGreaterThanOrEqual(less.updated);
    if (dead === 0) {expect(more.duration.simulated).toBeLessThanOrEqual(less.duration.simulated);}
  }), { numRuns: runs(50) });
});

test('nothing that was given is changed', () => {
  fc.assert(fc.property(anyRollout, input => {
    const before = JSON.stringify([input.nodes, input.pods, input.agent.object], bigintText);
    simulateRollout(input);
    expect(JSON.stringify([input.nodes, input.pods, input.agent.object], bigintText)).toBe(before);
  }), { numRuns: runs(50) });
});

function bigintText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value instanceof Map ? [...value] : value;
}
