import type { Colours } from './colours';
import { findingText, LineOf } from './finding-text';
import { tableLines } from './table';
import { wrapped } from './wrap';
import { placeIn } from '../../cluster/inventory/read/input-error';
import type { Entry } from '../../private/entry';
import type { Level, ObjectFinding } from '../../private/finding';
import { pageOfCode } from '../../private/pages';
import type { Output } from '../io';
import { titleOf, writtenAt } from '../object-name';
import { clip, count, printable } from '../printable';

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/**
 * What people read of findings: the errors first, and what is wrong in the same way together, with its explanation once. What was accepted
 * is counted.
 */
export function checkText(all: readonly ObjectFinding[], lineOf: LineOf, objects: number, {
  isTerminal, columns,
}: Output, colours: Colours): string {
  const open = all.filter(({ acknowledged }) => acknowledged === undefined);
  const byObject = grouped(open, ({ about }) => about.object).map((findings): ObjectGroup => [findings[0].about, findings]);
  const width = isTerminal ? columns : undefined;
  const causes = LEVELS.flatMap(level => grouped(open.filter(each => each.level === level), ({ code, fix }) => `${code}\n${fix}`));
  return [
    ...causes.flatMap(findings => [...linesOf(findings, lineOf, width, colours), '']),
    ...isTerminal && byObject.length > 1 ? [...summary(byObject, columns, colours), ''] : [],
    total(open, all.length - open.length, byObject.length, objects, colours),
  ].map(line => `${line}\n`).join('');
}

type ObjectGroup = readonly [about: Entry, findings: readonly ObjectFinding[]];

/** In the order of their first findings. */
function grouped(findings: readonly ObjectFinding[], keyOf: (finding: ObjectFinding) => unknown): ObjectFinding[][] {
  const groups = new Map<unknown, ObjectFinding[]>();
  for (const each of findings) {
    const key = keyOf(each);
    const known = groups.get(key);
    if (known) {known.push(each);} else {groups.set(key, [each]);}
  }
  return [...groups.values()];
}

/** As many places of one finding as someone reads. */
const MOST_PLACES = 10;
const INDENT = 9;

/** Findings of one code that are fixed in one way. */
function linesOf(findings: readonly ObjectFinding[], lineOf: LineOf, columns: number | undefined, colours: Colours): string[] {
  const [{ level, code, fix }] = findings;
  const head = `${level.padEnd(7)}  ${code}: `;
  const dim = (lines: readonly string[]) => lines.map(line => colours.dim(line));
  return [
    ...grouped(findings, findingText).flatMap((same, index) => {
      const text = printable(clip(findingText(same[0]), 400));
      const [first, ...rest] = wrapped(text, INDENT, columns, index === 0 ? head : undefined);
      const begin = index === 0 ? `${painted(level, colours)(level.padEnd(7))}  ${colours.bold(code)}: ${first.slice(head.length)}` : first;
      const more = same.length - MOST_PLACES;
      return [
        begin, ...rest, ...same.slice(0, MOST_PLACES).flatMap(each => dim(wrapped(placeOf(each, lineOf(each)), INDENT + 2, columns))),
        ...more > 0 ? dim([`${' '.repeat(INDENT + 2)}and ${count(more, 'more place')}`]) : [],
      ];
    }),
    ...dim(wrapped(`fix: ${printable(fix)}`, INDENT, columns)),
    ...dim([`${' '.repeat(INDENT)}${pageOfCode(code)}`]),
  ];
}

/** `DaemonSet agents/logs, container main, spec.template.spec.containers[0].image (agents.yaml:12)` */
function placeOf({ about, container, path }: ObjectFinding, line: number | undefined): string {
  const where = [
    titleOf(about), ...container === undefined ? [] : [`container ${container}`], ...path === '' ? [] : [path],
  ].map(printable).join(', ');
  const { file } = about.source;
  const written = file === undefined ? '' : placeIn(file, line ?? about.source.line);
  return written === '' ? where : `${where} (${printable(written)})`;
}

function painted(level: Level, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, note: colours.cyan }[level];
}

function countOf(findings: readonly ObjectFinding[], wanted: Level): number {
  return findings.filter(({ level }) => level === wanted).length;
}

function summary(groups: readonly ObjectGroup[], columns: number | undefined, colours: Colours): string[] {
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
  return `${counts.map(([level, amount]) => painted(level, colours)(count(amount, level))).join(', ')} in ${touched} of `
    + `${count(objects, 'object')}${besides}`;
}
