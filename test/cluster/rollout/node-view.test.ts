import { pod as clusterPod } from './fixtures';
import type { AgentPod } from '../../../src/cluster/rollout/agent-pod';
import type { ControllerRules } from '../../../src/cluster/rollout/controller-rules';
import { Role, viewOf } from '../../../src/cluster/rollout/node-view';

const RUNS = { shouldRun: true, shouldContinueRunning: true };
const STAYS = { shouldRun: false, shouldContinueRunning: true };
const LEAVES = { shouldRun: false, shouldContinueRunning: false };

let number = 0;
const pod = (updated: boolean, more: Partial<AgentPod> = {}): AgentPod => ({
  updated, number: number++, claim: clusterPod('node'), bound: true, binding: false, terminating: false, ended: false, readySince: -100,
  ...more,
});
const NOT_READY = { readySince: Infinity };
const YOUNG = { readySince: -1 };
const GOING = { terminating: true };
const old = (more?: Partial<AgentPod>) => pod(false, more);
const fresh = (more?: Partial<AgentPod>) => pod(true, more);

const rules = (update: ControllerRules['update']): ControllerRules => ({ minReadySeconds: 10, allowsSurge: update === 'surge', update });

test.each<[string, typeof RUNS, AgentPod[], Role]>([
  ['no pod', RUNS, [], 'waiting'],
  ['no pod where none should be', STAYS, [], 'settled'],
  ['an old pod that is available', RUNS, [old()], 'candidate'],
  ['an old pod that is not Ready', RUNS, [old(NOT_READY)], 'urgent'],
  ['an old pod that is not Ready for long enough', RUNS, [old(YOUNG)], 'urgent'],
  ['an old pod that is being deleted', RUNS, [old(GOING)], 'waiting'],
  ['an old pod that is being deleted where none should be', LEAVES, [old(GOING)], 'waiting'],
  ['an old pod where none would be made', STAYS, [old()], 'candidate'],
  ['a new pod that is available', RUNS, [fresh()], 'settled'],
  ['a new pod that is not', RUNS, [fresh(NOT_READY)], 'waiting'],
  ['an old one and a new one', RUNS, [old(), fresh()], 'waiting'],
  ['two old ones', RUNS, [old(), old()], 'waiting'],
  ['two new ones', RUNS, [fresh(), fresh()], 'waiting'],
  ['a new one beside an old one that is being deleted', RUNS, [old(GOING), fresh()], 'settled'],
])('a node with %s, where old pods go first', (_, decision, pods, role) => {
  expect(viewOf(decision, pods, rules('unavailable'), 0).role).toBe(role);
});

test.each<[string, typeof RUNS, AgentPod[], Role]>([
  ['no pod', RUNS, [], 'settled'],
  ['an old pod that is available', RUNS, [old()], 'candidate'],
  ['an old pod that is not', RUNS, [old(NOT_READY)], 'urgent'],
  ['an old pod that is being deleted', RUNS, [old(GOING)], 'settled'],
  ['an old pod that is available where none would be made', STAYS, [old()], 'unwanted'],
  ['an old pod that is not available there', STAYS, [old(NOT_READY)], 'superseded'],
  ['a new pod that is not available', RUNS, [fresh(NOT_READY)], 'settled'],
  ['an old one and a new one that is not available', RUNS, [old(), fresh(YOUNG)], 'waiting'],
  ['an old one and a new one that is', RUNS, [old(), fresh()], 'superseded'],
  ['two old ones', RUNS, [old(), old()], 'waiting'],
])('a node with %s, in a surge', (_, decision, pods, role) => {
  expect(viewOf(decision, pods, rules('surge'), 0).role).toBe(role);
});

test('with OnDelete a node plays no part', () => {
  expect(viewOf(RUNS, [old(NOT_READY)], rules('on-delete'), 0).role).toBe('settled');
});

const [a, b, c] = [old(), old(), old()];
const [failed, unready, ready, young] = [old({ ended: true, ...NOT_READY }), old(NOT_READY), fresh(), fresh(YOUNG)];
const unbound = fresh({ bound: false, ...NOT_READY });

test.each<[string, typeof RUNS, AgentPod[], ControllerRules['update'], boolean, AgentPod[]]>([
  ['a pod is made where one is missing', RUNS, [], 'unavailable', true, []],
  ['none is made where none should be', STAYS, [], 'unavailable', false, []],
  ['none is made before the old one is gone', RUNS, [old(GOING)], 'unavailable', false, []],
  ['in a surge one is', RUNS, [old(GOING)], 'surge', true, []],
  ['it is not made where none should be', STAYS, [old(GOING)], 'surge', false, []],
  ['a pod stays that is there by right', RUNS, [a], 'unavailable', false, []],
  ['a pod stays that would not be made', STAYS, [a], 'unavailable', false, []],
  ['pods go that have no right to be there', LEAVES, [a, old(GOING)], 'unavailable', false, [a]],
  ['a pod that failed goes', RUNS, [failed], 'unavailable', false, [failed]],
  ['of several the oldest stays', RUNS, [b, a, c], 'unavailable', false, [b, c]],
  ['one that is scheduled counts as older', RUNS, [unbound, ready], 'unavailable', false, [unbound]],
  ['in a surge two may be there', RUNS, [a, young], 'surge', false, []],
  ['the old one goes when the new one is available', RUNS, [a, ready], 'surge', false, [a]],
  ['it goes when it is not Ready itself', RUNS, [unready, young], 'surge', false, [unready]],
  ['more than two may not be there', RUNS, [a, b, young], 'surge', false, [b]],
  ['where the only one failed another one is made', RUNS, [failed], 'surge', true, [failed]],
])('%s', (_, decision, pods, update, create, remove) => {
  expect(viewOf(decision, pods, rules(update), 0)).toMatchObject({ create, remove });
});

test('the status goes by the oldest pod, one that is being deleted among them', () => {
  const status = (pods: AgentPod[], decision = RUNS) => viewOf(decision, pods, rules('surge'), 0).status;
  expect(status([fresh(), old({ ...GOING, number: -1 })])).toMatchObject({ scheduled: 1, updated: 0, available: 1 });
  expect(status([fresh(YOUNG)])).toMatchObject({ ready: 1, available: 0, updated: 1 });
  expect(status([fresh()], STAYS)).toEqual({ scheduled: 0, misscheduled: 1, ready: 0, available: 0, updated: 0 });
});

test('a node is served by any available pod that is not being deleted', () => {
  const unserved = (pods: AgentPod[], decision = RUNS) => viewOf(decision, pods, rules('surge'), 0).unserved;
  expect(unserved([old(), fresh(NOT_READY)])).toBe(false);
  expect(unserved([old(GOING), fresh(YOUNG)])).toBe(true);
  expect(unserved([], STAYS)).toBe(false);
});
