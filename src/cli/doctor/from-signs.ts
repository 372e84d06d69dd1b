import { deniedAdvice, placeOfVolume } from './advice';
import type { Diagnosis } from './diagnosis';
import type { Sign } from './signs';
import { filled, KnownText } from '../../cluster/events/event-text';
import { namespaceOf } from '../../private/entry';
import { listUnder } from '../../private/list-under';

/** A text of a sign. */
interface Said {
  readonly sign: Sign;
  readonly known: KnownText;
}

/** Parts that differ from pod to pod. */
const OF_ONE_POD = new Set(['delay', 'detail', 'node', 'pod', 'sandbox', 'server', 'task', 'uid', 'used', 'error']);

/** What signs tell, each once for all pods and nodes with the same. A summary is left out where another text of the pod names the cause. */
export function fromSigns(signs: readonly Sign[]): Diagnosis[] {
  const said = signs.flatMap(sign => sign.known.map(known => ({ sign, known })));
  const precise = new Set(said.filter(({ known }) => !known.row.isSummary).map(subjectOf));
  const groups = new Map<string, Said[]>();
  for (const each of said) {
    if (each.known.row.isSummary && precise.has(subjectOf(each))) {continue;}
    listUnder(groups, keyOf(each)).push(each);
  }
  return [...[...groups.values()].map(diagnosisOf), ...unknownIn(signs)];
}

/** The pod; for what is said of the agent as a whole, the agent and what is wrong with it. */
function subjectOf({ sign: { agent, pod }, known: { row, parts } }: Said): string {
  return [namespaceOf(agent), agent.name, pod ?? parts.pod ?? row.symptom].join('\n');
}

function keyOf({ sign: { agent, container = '', isOver }, known: { row, parts } }: Said): string {
  const stable = Object.entries(parts).filter(([name]) => !OF_ONE_POD.has(name));
  return JSON.stringify([namespaceOf(agent), agent.name, row.id, container, isOver, stable]);
}

function diagnosisOf(group: readonly Said[]): Diagnosis {
  const [{ sign, known: { row, parts } }] = group;
  const events = group.filter(({ sign: { from } }) => from === 'event');
  const times = events.reduce((sum, { sign: { times: each = 1 } }) => sum + each, 0);
  const isOfUpdate = group.every(({ sign: { isUpdated } }) => isUpdated === true);
  const container = sign.container ?? parts.container;
  const advice = deniedAdvice(sign.agent, { row, parts }, sign.message, container);
  const place = advice ?? placeOfVolume(sign.agent, parts);
  return {
    symptom: row.symptom, level: sign.isOver ? 'note' : 'error', code: row.id, from: sign.from, agent: sign.agent, by: row.by,
    says: sign.message,
    nodes: distinctTexts(group.map(({ sign: { node } }) => node)), pods: distinctTexts(group.map(({ sign: { pod } }) => pod)),
    cause: advice ? `${filled(row.cause, parts)} ${advice.cause}` : filled(row.cause, parts),
    fix: `${advice?.fix ?? filled(row.fix, parts)}${isOfUpdate && !sign.isOver ? ` ${backText(sign)}` : ''}`,
    parts, ...container !== undefined && container !== '' && { container },
    ...times > 0 && { times },
    ...(advice?.option ?? row.option) !== undefined && { option: advice?.option ?? row.option },
    ...place && { path: place.path },
  };
}

function backText({ agent }: Sign): string {
  return `Only pods of the new template have this: \`kubectl rollout undo daemonset/${agent.name} -n ${namespaceOf(agent)}\` goes back.`;
}

/** Unknown warnings are reported as they are. */
function unknownIn(signs: readonly Sign[]): Diagnosis[] {
  const groups = new Map<string, Sign[]>();
  for (const sign of signs) {
    const { agent, reason, message, known } = sign;
    if (known.length === 0) {listUnder(groups, JSON.stringify([namespaceOf(agent), agent.name, reason, message])).push(sign);}
  }
  return [...groups.values()].map(group => ({
    symptom: 'crash' as const, level: 'note' as const, code: 'unknown-event', from: 'event' as const, agent: group[0].agent,
    says: `${group[0].reason}: ${group[0].message}`,
    nodes: distinctTexts(group.map(({ node }) => node)), pods: distinctTexts(group.map(({ pod }) => pod)),
    times: group.reduce((sum, { times = 1 }) => sum + times, 0),
    cause: 'This warning is not in the table of docs/troubleshooting.md.',
    fix: 'Read it as it stands; `kubectl describe pod` shows what came before it.',
  }));
}

function distinctTexts(texts: ReadonlyArray<string | undefined>): string[] {
  return [...new Set(texts.filter(text => text !== undefined))].sort();
}
