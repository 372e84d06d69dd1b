import type { Fact } from './facts';
import {
  ACTIONS, DescribedAgent, fieldText, inImportance, keptText, moveText, objectNotes, otherObjects, toneOfObject, totalText, violationText,
} from './words';
import type { Violation } from '../../../plan/forbidden';
import type { ObjectPlan } from '../../../plan/objects/object-plan';
import type { ChangePlan } from '../../../plan/plan';
import { titleOf } from '../../object-name';
import { clip, count, printable } from '../../printable';

/** GitHub takes comments of 65,536 characters; what follows says how much was left out. */
const ROOM = 65_000;

/** Longer lines say little more. */
const LONGEST = 400;

const MARKS = { bad: '🔴', warn: '🟠', plain: '🟢' } as const;

/** A plan as a comment on a pull request: it fits GitHub, and what matters most comes first. */
export function planMarkdown(plan: ChangePlan, violations: readonly Violation[]): string {
  const { agents, cluster, moves = [] } = plan;
  const kept = keptText(plan);
  const others = otherObjects(plan);
  const head = [
    `### What this change does: ${totalText(plan)}${cluster ? `; on ${count(cluster.nodes.length, 'node')}` : ''}`,
    ...violations.map(each => `\n> **forbidden**: ${text(violationText(each))}`),
  ].join('\n');
  const blocks = [
    ...inImportance(agents).map(agentBlock),
    ...moves.length === 0 ? [] : [['#### Nodes that change pools', '', ...moves.map(move => `- ${text(moveText(move))}`)].join('\n')],
    ...others.length === 0 ? [] : ['#### Other objects'],
    ...others.map(objectBlock),
    ...kept === undefined ? [] : [text(kept)],
  ];
  return `${fitted(head, blocks)}\n`;
}

/** As many blocks as fit, and how many there are besides. */
function fitted(head: string, blocks: readonly string[]): string {
  let result = clip(head, ROOM / 2);
  let left = 0;
  for (const block of blocks) {
    const longer = `${result}\n\n${block}`;
    if (left > 0 || longer.length > ROOM) {left += 1;} else {result = longer;}
  }
  return left === 0 ? result : `${result}\n\n${count(left, 'block')} left out, since comments have an end: \`--format json\` has all`;
}

function agentBlock({ plan: { agent, action, changes }, facts, tone }: DescribedAgent): string {
  return [
    `#### ${MARKS[tone]} ${code(titleOf(agent))} ${ACTIONS[action].word}`,
    '',
    ...facts.flatMap(factLines),
    ...fieldLines(changes.map(fieldText)),
  ].join('\n');
}

function factLines({ tone, text: words, details }: Fact): string[] {
  const line = text(words);
  return [`- ${tone === 'bad' ? `**${line}**` : line}`, ...details.map(each => `  - ${text(each.trim())}`)];
}

/** So many fields are read in a comment. */
const MAX_FIELDS = 40;

function fieldLines(fields: readonly string[]): string[] {
  if (fields.length === 0) {return [];}
  const shown = fields.slice(0, MAX_FIELDS).map(field => clip(printable(field), LONGEST));
  const more = fields.length > shown.length ? [`and ${fields.length - shown.length} more`] : [];
  const fence = '`'.repeat(Math.max(3, ...shown.map(field => longestRun(field) + 1)));
  return [
    '', `<details><summary>${count(fields.length, 'field')}</summary>`, '', `${fence}text`, ...shown, ...more, fence, '', '</details>',
  ];
}

function objectBlock(plan: ObjectPlan): string {
  return [
    `- ${MARKS[toneOfObject(plan)]} ${code(titleOf(plan.about))} ${ACTIONS[plan.action].word}`,
    ...objectNotes(plan).map(note => `  - ${text(note)}`), ...fieldLines(plan.changes.map(fieldText)),
  ].join('\n');
}

/** A text of others within a line: nothing in it is markup, mentions anyone or refers to an issue. */
function text(words: string): string {
  const plain = clip(printable(words), LONGEST).replace(/[@#&<>]/g, found => `&#${found.codePointAt(0)};`);
  return plain.replace(/[\\`*_{}[\]|~]/g, '\\$&').replace(/:\/\//g, '&#58;//');
}

/** A name as code, which GitHub takes for nothing else. */
function code(name: string): string {
  const shown = clip(printable(name), LONGEST);
  const fence = '`'.repeat(longestRun(shown) + 1);
  return fence.length === 1 ? `\`${shown}\`` : `${fence} ${shown} ${fence}`;
}

function longestRun(words: string): number {
  return Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
}
