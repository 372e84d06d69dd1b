import type { PodSecurityLevel } from '../../../cluster/pod-security';
import type { RolloutResult } from '../../../cluster/rollout/rollout-result';
import { isLooser } from '../../../plan/agents/access';
import type { AgentPlan } from '../../../plan/agents/agent-plan';
import type { CoverageChange, LostNode } from '../../../plan/agents/coverage';
import type { RolloutEffect } from '../../../plan/agents/rollout-effect';
import { isSameSet, SetChange } from '../../../plan/agents/set-change';
import { stalls } from '../../../plan/forbidden';
import { wayToAdopt } from '../../../plan/objects/ownership';
import { describeEntry } from '../../../private/entry';
import { count, namesText } from '../../printable';
import { rolloutDetails, timeText } from '../rollout-text';

/** How much a reader should care: `bad` takes an agent away or stops an update, `warn` gives an agent more than it had. */
export type Tone = 'bad' | 'warn' | 'plain';

/** One thing that a change does to an agent, in words. Texts of others in it are not made printable yet. */
export interface Fact {
  readonly tone: Tone;
  readonly text: string;
  /** What is behind it, a line each. */
  readonly details: readonly string[];
}

/** Everything that is to be said of an agent, but for its fields; the most important first of each kind. */
export function factsOf(plan: AgentPlan): Fact[] {
  return [
    ...plan.immutable.map(({ path, why, way }) => fact('bad', `${path} ${why}: the DaemonSet must be deleted and created`, [way])),
    ...plan.adoptedFrom === undefined ? [] : [fact('warn', `belongs to ${plan.adoptedFrom}`, [wayToAdopt(plan.adoptedFrom)])],
    ...staysText(plan.stays).map(text => fact('warn', text)),
    ...plan.access.refused.length === 0 ? [] : [fact('bad', 'its pods are refused', plan.access.refused)],
    ...plan.rollout
      ? rolloutFacts(plan.rollout, stalls(plan))
      : plan.restarts ? [fact('plain', 'restarts on every node; --nodes says how long that takes and where it stops')] : [],
    ...plan.coverage ? coverageFacts(plan.coverage) : [],
    ...accessFacts(plan),
    ...plan.contents.map(({ about, restarts, because }) => (restarts === 'no'
      ? fact('warn', `does not restart for the content of ${describeEntry(about)}`, because)
      : fact('plain', `restarts for the content of ${describeEntry(about)}`, because))),
    ...plan.images.map(
      ({ container, before, after }) => fact('plain', `image of ${container}: ${before ?? '(none)'} -> ${after ?? '(none)'}`),
    ),
    ...plan.costs.map(({ resource, before, after, totalBefore, totalAfter }) =>
      fact('plain', `${resource} of each node: ${before} -> ${after}${totalBefore === undefined
        ? ''
        : `, of all: ${totalBefore} -> ${totalAfter}`}`)),
    ...plan.leftovers.length === 0
      ? []
      : [fact('warn', `leaves on its nodes: ${plan.leftovers.map(({ path, kind }) => `${path} (${LEFT[kind]})`).join(', ')}`)],
  ];
}

/** What an apply leaves although the new object does not say it; nothing where there is none of that. */
export function staysText(stays: readonly string[]): string[] {
  return stays.length === 0 ? [] : [`an apply leaves what is not written any more: ${namesText(stays)}`];
}

const LEFT = { state: 'its state', cni: 'configuration of the network', plugin: 'registered at the kubelet' } as const;

function fact(tone: Tone, text: string, details: readonly string[] = []): Fact {
  return { tone, text, details };
}

function rolloutFacts({ how, moves, waves, withoutAgent, result }: RolloutEffect, isStalled: boolean): Fact[] {
  const { outcome, refusal, duration: { atLeast, atMost } } = result;
  if (refusal) {return [fact('bad', 'the API server refuses the change', [refusal.message])];}
  const time = `${atLeast === atMost ? '' : `${timeText(atLeast)} to `}${timeText(atMost)}`;
  const onNodes = (what: string, nodes: readonly string[], more: string = ''): string[] =>
    (nodes.length === 0 ? [] : [`${what} ${count(nodes.length, 'node')}${more}`]);
  const others = [...onNodes('starts on', moves.started), ...onNodes('is removed from', moves.stopped)];
  if (how === 'recreated') {
    const stuck = isStalled ? detailsOf(result).slice(result.budget ? 2 : 1) : [];
    const nodes = count(withoutAgent, 'node');
    return [fact('bad', `all of its pods are deleted at once: ${nodes} without the agent, until new pods run after ${time}`, stuck)];
  }
  if (outcome === 'nothing-to-do' && others.length === 0) {
    return result.desired === 0 ? [fact('plain', 'is for none of the nodes that are given')] : [];
  }
  if (outcome === 'nothing-to-do') {return [fact('plain', others.join(', '))];}
  const inWaves = waves === 0 ? '' : `, in ${count(waves, 'wave')}`;
  const all = [...onNodes('restarts on', moves.restarted, inWaves), ...others];
  if (outcome === 'waits-for-deletion') {
    return [fact('plain', [...all, 'updates where someone deletes its pods (OnDelete)'].join(', '))];
  }
  const end = isStalled ? `; stalls with ${result.updated} of ${count(result.desired, 'node')} updated` : '';
  return [fact(isStalled ? 'bad' : 'plain', `${all.join(', ')}${end}`, detailsOf(result))];
}

/** As `rollout` says it. Which nodes lose the agent, and why, is for the coverage to say. */
function detailsOf(result: RolloutResult): string[] {
  return rolloutDetails({ ...result, left: { ...result.left, lost: [] } }, undefined).map(line => line.slice('  '.length));
}

function coverageFacts({ before, after, gained, lost }: CoverageChange): Fact[] {
  const text = (what: string, nodes: readonly string[]): string => `${what} ${count(
    nodes.length, 'node',
  )} (${before} -> ${after}): ${namesText(nodes)}`;
  return [
    ...lost.length === 0 ? [] : [fact('bad', text('no longer runs on', lost.map(({ node }) => node)), reasonsOf(lost))],
    ...gained.length === 0 ? [] : [fact('plain', text('also runs on', gained))],
  ];
}

/** Each reason once: nodes are alike. */
function reasonsOf(lost: readonly LostNode[]): string[] {
  return [...new Set(lost.flatMap(({ reasons }) => reasons))];
}

function accessFacts({ access: { rights, hostPaths, hostPorts, grants, broad, podSecurity: { before, after } } }: AgentPlan): Fact[] {
  const sets: ReadonlyArray<readonly [what: string, change: SetChange]> = [
    ['rights', rights], ['paths of the node', hostPaths], ['ports of the node', hostPorts], ['API access', grants],
  ];
  const changed = sets.filter(([, change]) => !isSameSet(change));
  return [
    ...changed.filter(([, { gained }]) => gained.length > 0).map(([what, { gained }]) => {
      const details = what === 'API access' ? broad.map(can => `its pods can ${can}`) : [];
      return fact('warn', `gains ${what}: ${gained.join(', ')}`, details);
    }),
    ...changed.filter(([, { lost }]) => lost.length > 0).map(([what, { lost }]) => fact('plain', `gives up ${what}: ${lost.join(', ')}`)),
    ...levelFacts(before, after),
  ];
}

function levelFacts(before: PodSecurityLevel | undefined, after: PodSecurityLevel | undefined): Fact[] {
  if (before === undefined || after === undefined || before === after) {return [];}
  return [fact(isLooser(after, before) ? 'warn' : 'plain', `Pod Security level: ${before} -> ${after}`)];
}
