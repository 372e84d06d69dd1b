import type { Colours, Paint } from './colours';
import { Symptom, SYMPTOM_IDS, SYMPTOMS } from '../../cluster/events/symptom';
import type { Workload } from '../../cluster/inventory/workload';
import type { Level } from '../../private/finding';
import type { Diagnosis } from '../doctor/diagnosis';
import type { Output } from '../io';
import { titleOf, writtenAt } from '../object-name';
import { clip, count, namesText, printable } from '../printable';

/** What was looked at. */
export interface DoctorScope {
  readonly agents: readonly Workload[];
  /** What was not given, with the option that gives it. */
  readonly missing: readonly string[];
  readonly lineOf: (diagnosis: Diagnosis) => number | undefined;
}

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];
const LEVEL_WIDTH = 'warning'.length + 1;
const INDENT = ' '.repeat(4 + LEVEL_WIDTH);
const MAX_TEXT = 600;

/** What people read of what is wrong: each agent, and below it by symptom what was seen, why, and what to do. */
export function doctorText(all: readonly Diagnosis[], scope: DoctorScope, { columns }: Output, colours: Colours): string {
  const { agents, missing, lineOf } = scope;
  const draw: Draw = each => linesOf(each, lineOf(each), columns, colours);
  return [
    ...agents.flatMap(agent => agentLines(agent, all.filter(each => each.agent === agent), draw, colours)),
    totalLine(all, agents.length, colours),
    ...missing.length === 0 ? [] : [colours.dim(`not given, so not looked at: ${missing.join(', ')}`)],
  ].map(line => `${line}\n`).join('');
}

type Draw = (diagnosis: Diagnosis) => string[];

function agentLines(agent: Workload, all: readonly Diagnosis[], draw: Draw, colours: Colours): string[] {
  const head = `${colours.bold(titleOf(agent))} ${colours.dim(`(${writtenAt(agent)})`)}`;
  return [
    head,
    ...SYMPTOM_IDS.flatMap(symptom => symptomLines(symptom, all.filter(each => each.symptom === symptom), draw, colours)),
    ...all.length === 0 ? [`  ${colours.green('nothing found')}`] : [],
    '',
  ];
}

function symptomLines(symptom: Symptom, all: readonly Diagnosis[], draw: Draw, colours: Colours): string[] {
  return all.length === 0 ? [] : [`  ${colours.bold(SYMPTOMS[symptom])}`, ...all.flatMap(draw)];
}

function linesOf(diagnosis: Diagnosis, line: number | undefined, columns: number | undefined, colours: Colours): string[] {
  const { level, code, nodes, pods, container, says, by, times, cause, fix, option, path } = diagnosis;
  const start = INDENT + code;
  const room = columns === undefined ? undefined : Math.max(20, columns - start.length - 20);
  const where = nodes.length > 0 ? placesText('on', nodes, 'node', room) : pods.length > 0 ? placesText('in', pods, 'pod', room) : '';
  const field = path === undefined || path === '' ? [] : [line === undefined ? path : `${path} (line ${line})`];
  const set = [...field, ...option === undefined ? [] : [option]].join('; ');
  const seen = [by, times === undefined || times === 1 ? undefined : `${times} times`, container && `container ${container}`]
    .filter(text => text !== undefined).join(', ');
  return [
    `    ${painted(level, colours)(level.padEnd(LEVEL_WIDTH))}${colours.bold(code)}${where}`,
    ...says === undefined ? [] : [`${INDENT}${seen === '' ? '' : `${seen}: `}${says === '' ? diagnosis.code : said(says)}`],
    `${INDENT}cause: ${said(cause)}`,
    // of what is as it is written, or is over, nothing has to be done
    ...level === 'note' ? [] : [`${INDENT}fix: ${said(fix)}`, ...set === '' ? [] : [colours.dim(`${INDENT}set: ${said(set)}`)]],
  ];
}

function placesText(preposition: string, names: readonly string[], noun: string, room: number | undefined): string {
  return ` ${preposition} ${count(names.length, noun)}: ${namesText(names.map(printable), room)}`;
}

function said(text: string): string {
  return printable(clip(text, MAX_TEXT));
}

function painted(level: Level, colours: Colours): Paint {
  return { error: colours.red, warning: colours.yellow, note: colours.cyan }[level];
}

function totalLine(all: readonly Diagnosis[], agents: number, colours: Colours): string {
  const amounts = LEVELS.map(level => [level, all.filter(each => each.level === level).length] as const).filter(([, amount]) => amount > 0);
  const found = amounts.map(([level, amount]) => painted(level, colours)(count(amount, level))).join(', ');
  return `${count(agents, 'DaemonSet')}: ${found === '' ? colours.green('nothing found') : found}`;
}
