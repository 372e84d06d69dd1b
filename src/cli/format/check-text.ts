import type { Colours } from './colours';
import { findingText, LineOf } from './finding-text';
import { tableLines } from './table';
import type { Entry } from '../../private/entry';
import type { Level, ObjectFinding } from '../../private/finding';
import type { Output } from '../io';
import { titleOf, writtenAt } from '../object-name';
import { clip, count, printable } from '../printable';

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** What people read of findings: object by object, each with what to do; what was accepted is counted. */
export function checkText(all: readonly ObjectFinding[], lineOf: LineOf, objects: number, { isTerminal, columns }: Output, colours: Colours): string {
  const open = all.filter(({ acknowledged }) => acknowledged === undefined);
  const groups = grouped(open);
  return [
    ...groups.flatMap(([about, findings]) => [
      `${colours.bold(titleOf(about))} ${colours.dim(`(${writtenAt(about)})`)}`,
      ...findings.flatMap(each => linesOf(each, lineOf(each), colours)),
      '',
    ]),
    ...isTerminal && groups.length > 1 ? [...summary(groups, columns, colours), ''] : [],
    total(open, all.length - open.length, groups.length, objects, colours),
  ].map(line => `${line}\n`).join('');
}

type Group = readonly [about: Entry, findings: readonly ObjectFinding[]];

function grouped(findings: readonly ObjectFinding[]): Group[] {
  const groups = new Map<object, [Entry, ObjectFinding[]]>();
  for (const each of findings) {
    const { about } = each;
    const known = groups.get(about.object);
    if (known) {known[1].push(each);} else {groups.set(about.object, [about, [each]]);}
  }
  return [...groups.values()];
}

function linesOf(finding: ObjectFinding, line: number | undefined, colours: Colours): string[] {
  const { level, code, container, path, fix } = finding;
  const where = [...container === undefined ? [] : [`container ${container}`], ...path === '' ? [] : [path], ...line === undefined ? [] : [`line ${line}`]].join(', ');
  return [
    `  ${painted(level, colours)(level.padEnd(7))}  ${colours.bold(code)}: ${printable(clip(findingText(finding), 400))}`,
    ...[where, fix].filter(text => text !== '').map(text => colours.dim(`           ${printable(text)}`)),
  ];
}

function painted(level: Level, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, note: colours.cyan }[level];
}

function countOf(findings: readonly ObjectFinding[], wanted: Level): number {
  return findings.filter(({ level }) => level === wanted).length;
}

function summary(groups: readonly Group[], columns: number | undefined, colours: Colours): string[] {
  const [head, ...rows] = tableLines({
    head: ['object', 'errors', 'warnings', 'notes', 'where'],
    rows: groups.map(([about, findings]) => [titleOf(about), ...LEVELS.map(level => countOf(findings, level)), writtenAt(about)]),
  }, columns);
  return [colours.bold(head), ...rows];
}

function total(open: readonly ObjectFinding[], accepted: number, touched: number, objects: number, colours: Colours): string {
  const besides = accepted === 0 ? '' : `, and ${accepted} acknowledged`;
  if (open.length === 0) {return colours.green(`nothing found in ${count(objects, 'object')}${besides}`);}
  const counts = LEVELS.map(level => [level, countOf(open, level)] as const).filter(([, amount]) => amount > 0);
  return `${counts.map(([level, amount]) => painted(level, colours)(count(amount, level))).join(', ')} in ${touched} of ${count(objects, 'object')}${besides}`;
}
