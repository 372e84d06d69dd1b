import type { Colours } from './colours';
import { Explained, Fate, FateGroup, fateGroups, FATES, nodesWith } from './explain-groups';
import { tableLines } from './table';
import type { Workload } from '../../cluster/inventory/workload';
import type { Output } from '../io';
import { pathOf, titleOf, writtenAt } from '../object-name';
import { count, namesText, printable } from '../printable';

/** What the answers are about. */
export interface ExplainScope {
  readonly nodes: number;
  /** The one node that is asked for. */
  readonly node?: string;
  readonly knowsPods: boolean;
}

interface Told {
  readonly agent: Workload;
  readonly groups: readonly FateGroup[];
}

/** What people read of what becomes of agents: each agent, and below it its nodes in groups; of one node, the agents in its place. */
export function explainText(explained: readonly Explained[], scope: ExplainScope, output: Output, colours: Colours): string {
  const all = explained.map(({ agent, groups }) => ({ agent, groups: fateGroups(groups) }));
  const paint = (fate: Fate, text: string): string => (fate === 'runs' ? colours.green : fate.startsWith('no') ? colours.yellow : colours.red)(text);
  return [
    ...scope.node === undefined ? all.flatMap(told => agentLines(told, scope, output, colours, paint)) : nodeLines(all, scope.node, colours, paint),
    ...output.isTerminal && all.length > 1 && scope.node === undefined ? [...summary(all, output.columns, colours), ''] : [],
    colours.dim(`${count(all.length, 'DaemonSet')} on ${count(scope.nodes, 'node')}${scope.knowsPods ? '' : '; other pods were not counted: give them with --pods'}`),
  ].map(line => `${line}\n`).join('');
}

type PaintFate = (fate: Fate, text: string) => string;

const FATE_WIDTH = Math.max(...FATES.map(fate => fate.length));

function agentLines({ agent, groups }: Told, { nodes }: ExplainScope, output: Output, colours: Colours, paint: PaintFate): string[] {
  const runs = nodesWith(groups, 'runs');
  const colour = runs === nodes ? colours.green : runs === 0 ? colours.red : colours.yellow;
  const width = Math.max(...groups.map(({ names }) => String(names.length).length));
  return [
    `${colours.bold(titleOf(agent))} ${colour(`runs on ${runs} of ${count(nodes, 'node')}`)} ${colours.dim(`(${writtenAt(agent)})`)}`,
    ...shown(groups).flatMap(({ fate, title, names, messages, isMixed }) => {
      const start = `  ${String(names.length).padStart(width)} ${names.length === 1 ? 'node ' : 'nodes'}  `;
      const why = title === '' ? '' : `${title}: `;
      const room = output.columns === undefined ? undefined : output.columns - start.length - FATE_WIDTH - 2 - why.length;
      return [
        `${start}${paint(fate, fate.padEnd(FATE_WIDTH))}  ${paint(fate, why)}${namesText(names, room)}`,
        ...messages.map(message => colours.dim(`${' '.repeat(start.length + FATE_WIDTH + 2)}${isMixed ? 'for example: ' : ''}${message}`)),
      ];
    }),
    ...restLine(groups),
    '',
  ];
}

/** As many groups as someone reads. */
const MAX_GROUPS = 12;

function shown(groups: readonly FateGroup[]): readonly FateGroup[] {
  const runs = ({ fate }: FateGroup): number => Number(fate === 'runs');
  const kept = new Set([...groups].sort((a, b) => runs(b) - runs(a) || b.names.length - a.names.length).slice(0, MAX_GROUPS));
  return groups.filter(group => kept.has(group));
}

function restLine(groups: readonly FateGroup[]): string[] {
  const kept = shown(groups);
  const rest = groups.filter(group => !kept.includes(group));
  const nodes = rest.reduce((sum, { names }) => sum + names.length, 0);
  return rest.length === 0 ? [] : [`  and ${count(nodes, 'node')} in ${count(rest.length, 'smaller group')}: ask for one of them with --node, or for all with --format json`];
}

function nodeLines(all: readonly Told[], node: string, colours: Colours, paint: PaintFate): string[] {
  const running = all.filter(({ groups }) => nodesWith(groups, 'runs') > 0).length;
  const width = Math.max(...all.map(({ agent }) => pathOf(agent).length));
  return [
    `${colours.bold(`Node ${printable(node)}`)} runs ${running} of ${count(all.length, 'DaemonSet')}`,
    ...all.flatMap(({ agent, groups: [{ fate, title, messages }] }) => [
      `  ${printable(pathOf(agent)).padEnd(width)}  ${paint(fate, fate.padEnd(FATE_WIDTH))}  ${title}`.trimEnd(),
      ...messages.map(message => colours.dim(`${' '.repeat(width + FATE_WIDTH + 6)}${message}`)),
    ]),
    '',
  ];
}

function summary(all: readonly Told[], columns: number | undefined, colours: Colours): string[] {
  const [head, ...rows] = tableLines({
    head: ['agent', 'runs', 'Pending', 'turned away', 'no pod', 'why most'],
    rows: all.map(({ agent, groups }) => {
      const [worst] = groups.filter(({ fate }) => fate !== 'runs').sort((a, b) => b.names.length - a.names.length);
      return [
        printable(pathOf(agent)), nodesWith(groups, 'runs'), nodesWith(groups, 'Pending'), nodesWith(groups, 'turned away'), nodesWith(groups, 'no new pod', 'no pod'), worst?.title ?? '',
      ];
    }),
  }, columns);
  return [colours.bold(head), ...rows];
}
