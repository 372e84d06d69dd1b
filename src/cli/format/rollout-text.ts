import type { Colours } from './colours';
import { tableLines } from './table';
import type { Workload } from '../../cluster/inventory/workload';
import type { RolloutOutcome, RolloutResult } from '../../cluster/rollout/rollout-result';
import type { Output } from '../io';
import { pathOf, titleOf, writtenAt } from '../object-name';
import { count, namesText, printable } from '../printable';

/** An agent, and how its update goes. */
export interface AgentRollout {
  readonly agent: Workload;
  /** Whether it was not there before. */
  readonly isNew: boolean;
  readonly result: RolloutResult;
}

const WORDS: { readonly [outcome in RolloutOutcome]: string } = {
  'finished': 'rolls out', 'stalled': 'stalls', 'nothing-to-do': 'has nothing to do',
  'waits-for-deletion': 'waits for someone to delete its pods', 'refused': 'is refused',
};

/** What people read of updates: each agent with what stops it, how long it takes, and what is left behind. */
export function rolloutText(rollouts: readonly AgentRollout[], nodes: number, { isTerminal, columns }: Output, colours: Colours): string {
  return [
    ...rollouts.flatMap(each => [headline(each, colours), ...rolloutDetails(each.result, columns), '']),
    ...isTerminal && rollouts.length > 1 ? [...summary(rollouts, columns, colours), ''] : [],
    colours.dim(
      `${count(rollouts.length, 'DaemonSet')} on ${count(nodes, 'node')}, one update at a time; what others do meanwhile is not foreseen`,
    ),
  ].map(line => `${line}\n`).join('');
}

function headline({ agent, isNew, result: { outcome, desired, updated } }: AgentRollout, colours: Colours): string {
  const paint = outcome === 'stalled' || outcome === 'refused'
    ? colours.red
    : outcome === 'waits-for-deletion' ? colours.yellow : colours.green;
  const reached = outcome === 'refused' || outcome === 'nothing-to-do' ? '' : `: ${updated} of ${count(desired, 'node')} updated`;
  return `${colours.bold(titleOf(agent))}${isNew ? ' is new and' : ''} ${paint(`${WORDS[outcome]}${reached}`)} `
    + `${colours.dim(`(${writtenAt(agent)})`)}`;
}

/** What is to be said of an update besides how it ends, a line each. */
export function rolloutDetails(result: RolloutResult, columns: number | undefined): string[] {
  const { refusal, budget, outcome, duration: { atLeast, atMost }, mostUnavailable, stalledOn, blocked, left, risks } = result;
  if (refusal) {return [`  ${printable(refusal.message)}`];}
  const names = (list: readonly string[], before: string): string =>
    namesText(list.map(printable), columns === undefined ? undefined : columns - before.length);
  const limit = budget?.kind === 'surge' ? 'maxSurge' : 'maxUnavailable';
  const waiting = `  ${count(blocked.length, 'node')} ${blocked.length === 1 ? 'waits' : 'wait'}, because ${limit} is used up: `;
  const stray = `  ${count(left.stray.length, 'node')} ${left.stray.length === 1 ? 'keeps a pod that it' : 'keep pods that they'} should `
    + 'not have: ';
  const duration = `${atLeast === atMost ? '' : `${timeText(atLeast)} to `}${timeText(atMost)}`;
  return [
    ...budget && outcome !== 'nothing-to-do' ? [`  ${limit} `
      + `${printable(budget.given)}: ${count(budget.resolved, 'node')} at a time`] : [],
    ...outcome === 'nothing-to-do' ? [] : [`  ${outcome === 'stalled' && atMost === 0 ? 'stops at once' : `takes ${duration}`}`
      + `${outcome === 'stalled' && atMost > 0 ? ' until nothing moves any more' : ''}, with at most ${count(mostUnavailable, 'node')} `
        + 'without the agent'],
    ...grouped(stalledOn.map(({ node, holdsBudget, reason }) => [
      node, `${reason.message}${holdsBudget ? ' (it holds the budget)' : ''}`,
    ])).flatMap(([message, list]) => {
      const start = `  stalled on ${count(list.length, 'node')}: `;
      return [start + names(list, start), `      ${printable(message)}`];
    }),
    ...blocked.length > 0 ? [waiting + names(blocked, waiting)] : [],
    ...grouped(left.lost.map(({ node, how, reasons }) => [
      node, `${how === 'removed' ? 'its pod is removed' : 'its pod is not replaced'}: ${reasons.map(each => each.message).join('; ')}`,
    ]))
      .flatMap(([message, list]) => {
        const start = `  ${count(list.length, 'node')} ${list.length === 1 ? 'loses' : 'lose'} the agent: `;
        return [start + names(list, start), `      ${printable(message)}`];
      }),
    ...left.stray.length > 0 ? [stray + names(left.stray, stray)] : [],
    ...risks.map(({ message }) => `  risk: ${printable(message)}`),
  ];
}

/** Nodes by what is said of them. */
function grouped(pairs: ReadonlyArray<readonly [node: string, message: string]>): [message: string, nodes: string[]][] {
  const groups = new Map<string, string[]>();
  for (const [node, message] of pairs) {
    const list = groups.get(message);
    if (list) {list.push(node);} else {groups.set(message, [node]);}
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function timeText(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  if (hours > 0) {return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;}
  if (minutes > 0) {return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;}
  return `${whole} s`;
}

function summary(rollouts: readonly AgentRollout[], columns: number | undefined, colours: Colours): string[] {
  const [head, ...rows] = tableLines({
    head: ['agent', 'outcome', 'updated', 'of', 'stalled', 'blocked', 'takes'],
    rows: rollouts.map(({ agent, result: { outcome, updated, desired, stalledOn, blocked, duration } }) =>
      [printable(pathOf(agent)), outcome, updated, desired, stalledOn.length, blocked.length, timeText(duration.atMost)]),
  }, columns);
  return [colours.bold(head), ...rows];
}
