import type { Fact, Tone } from './facts';
import {
  ACTIONS, DescribedAgent, fieldText, inImportance, keptText, moveText, objectNotes, otherObjects, toneOfObject, totalText, violationText,
} from './words';
import type { Violation } from '../../../plan/forbidden';
import type { ObjectPlan } from '../../../plan/objects/object-plan';
import type { ChangePlan } from '../../../plan/plan';
import { titleOf, writtenAt } from '../../object-name';
import { clip, count, printable } from '../../printable';
import type { Colours, Paint } from '../colours';

/** Longer lines are cut: a plan is read from top to bottom. */
const LONGEST = 300;

/** What people read of a plan: the agents with what happens on their nodes, then the other objects. */
export function planText(plan: ChangePlan, violations: readonly Violation[], colours: Colours): string {
  const { agents, cluster, moves = [] } = plan;
  const kept = keptText(plan);
  const others = otherObjects(plan);
  return [
    ...inImportance(agents).flatMap(each => [...agentLines(each, colours), '']),
    ...moves.length === 0 ? [] : [colours.bold('Nodes that change pools'), ...moves.map(move => `  ${shown(moveText(move))}`), ''],
    ...others.length === 0 ? [] : [colours.bold('Other objects'), ...others.flatMap(each => objectLines(each, colours)), ''],
    colours.bold(`${totalText(plan)}${cluster ? `; on ${count(cluster.nodes.length, 'node')}` : ''}`),
    ...kept === undefined ? [] : [colours.dim(shown(kept))],
    ...violations.map(each => colours.red(shown(violationText(each)))),
  ].map(line => `${line}\n`).join('');
}

function agentLines({ plan: { agent, action, changes }, facts, tone }: DescribedAgent, colours: Colours): string[] {
  return [
    `${colours.bold(titleOf(agent))} ${paintOf(tone, colours)(ACTIONS[action].word)} ${colours.dim(`(${writtenAt(agent)})`)}`,
    ...facts.flatMap(fact => factLines(fact, colours)),
    ...changes.map(change => colours.dim(`  ~ ${shown(fieldText(change))}`)),
  ];
}

function factLines({ tone, text, details }: Fact, colours: Colours): string[] {
  return [`  ${paintOf(tone, colours)(shown(text))}`, ...details.map(line => `    ${shown(line)}`)];
}

function objectLines(plan: ObjectPlan, colours: Colours): string[] {
  const { sign, word } = ACTIONS[plan.action];
  return [
    `  ${paintOf(toneOfObject(plan), colours)(sign)} ${titleOf(plan.about)} ${word}`,
    ...objectNotes(plan).map(note => `      ${shown(note)}`),
    ...plan.changes.map(change => colours.dim(`      ~ ${shown(fieldText(change))}`)),
  ];
}

function paintOf(tone: Tone, colours: Colours): Paint {
  return { bad: colours.red, warn: colours.yellow, plain: colours.green }[tone];
}

function shown(text: string): string {
  return clip(printable(text), LONGEST);
}
