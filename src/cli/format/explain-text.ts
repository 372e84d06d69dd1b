import type { Colours } from './colours';
import { Explained, Outcome, OutcomeGroup, outcomeGroups, OUTCOMES, nodesWith } from './explain-groups';
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

interface AgentOutcomes {
  readonly agent: Workload;
  readonly groups: readonly OutcomeGroup[];
}

/** What people read of what becomes of agents: each agent, and below it its nodes in groups; of one node, the agents in its place. */
export function explainText(explained: readonly Explained[], scope: ExplainScope, output: Output, colours: Colours): string {
  const all = explained.map(({ agent, groups }) => ({ agent, groups: outcomeGroups(groups) }));
  const paint = (outcome: Outcome, text: string): string =>
    (outcome === 'runs' ? colours.green : outcome.startsWith('no') ? colours.yellow : colours.red)(text);
  return [
    ...scope.node === undefined
      ? all.flatMap(each => agentLines(each, scope, output, colours, paint))
      : nodeLines(all, scope.node, colours, paint),
    ...output.isTerminal && all.length > 1 && scope.node === undefined ? [...summary(all, output.columns, colours), ''] : [],
    colours.dim(`${count(all.length, 'DaemonSet')} on `
      + `${count(scope.nodes, 'node')}${scope.knowsPods ? '' : '; other pods were not counted: give them with --pods'}`),
  ].map(line => `${line}\n`).join('');
}

type PaintOutcome = (outcome: Outcome, text: string) => string;

const OUTCOME_WIDTH = Math.max(...OUTCOMES.map(outcome => outcome.length));

function agentLines({
  agent, groups,
}: AgentOutcomes, { nodes }: ExplainScope, output: Output, colours: Colours, paint: PaintOutcome): string[] {
  const runs = nodesWith(groups, 'runs');
  const colour = runs === nodes ? colours.green : runs === 0 ? colours.red : colours.yellow;
  const width = Math.max(...groups.map(({ names }) => String(names.length).length));
  return [
    `${colours.bold(titleOf(agent))} ${colour(`runs on ${runs} of ${count(nodes, 'node')}`)} ${colours.dim(`(${writtenAt(agent)})`)}`,
    ...shown(groups).flatMap(({ outcome, title, names, messages, isMixed }) => {
      const start = `  ${String(names.length).padStart(width)} ${names.length === 1 ? 'node ' : 'nodes'}  `;
      const why = title === '' ? '' : `${title}: `;
      const room = output.columns === undefined ? undefined : output.columns - start.length - OUTCOME_WIDTH - 2 - why.length;
      return [
        `${start}${paint(outcome, outcome.padEnd(OUTCOME_WIDTH))}  ${paint(outcome, why)}${namesText(names, room)}`,
        ...messages.map(message => colours.dim(
          `${' '.repeat(start.length + OUTCOME_WIDTH + 2)}${isMixed ? 'for example: ' : ''}${message}`,
        )),
      ];
    }),
    ...restLine(groups),
    '',
  ];
}

/** As many groups as someone reads. */
const MAX_GROUPS = 12;

function shown(groups: readonly OutcomeGroup[]): readonly OutcomeGroup[] {
  const runs = ({ outcome }: OutcomeGroup): number => Number(outcome === 'runs');
  const kept = new Set([...groups].sort((a, b) => runs(b) - runs(a) || b.names.length - a.names.length).slice(0, MAX_GROUPS));
  return groups.filter(group => kept.has(group));
}

function restLine(groups: readonly OutcomeGroup[]): string[] {
  const kept = shown(groups);
  const rest = groups.filter(group => !kept.includes(group));
  const nodes = rest.reduce((sum, { names }) => sum + names.length, 0);
  return rest.length === 0 ? [] : [`  and ${count(nodes, 'node')} in ${count(rest.length, 'smaller group')}: ask for one of them with `
    + '--node, or for all with --format json'];
}

function nodeLines(all: readonly AgentOutcomes[], node: string, colours: Colours, paint: PaintOutcome): string[] {
  const running = all.filter(({ groups }) => nodesWith(groups, 'runs') > 0).length;
  const width = Math.max(...all.map(({ agent }) => printable(pathOf(agent)).length));
  return [
    `${colours.bold(`Node ${printable(node)}`)} runs ${running} of ${count(all.length, 'DaemonSet')}`,
    ...all.flatMap(({ agent, groups: [{ outcome, title, messages }] }) => [
      `  ${printable(pathOf(agent)).padEnd(width)}  ${paint(outcome, outcome.padEnd(OUTCOME_WIDTH))}  ${title}`.trimEnd(),
      ...messages.map(message => colours.dim(`${' '.repeat(width + OUTCOME_WIDTH + 6)}${message}`)),
    ]),
    '',
  ];
}

function summary(all: readonly AgentOutcomes[], columns: number | undefined, colours: Colours): string[] {
  const [head, ...rows] = tableLines({
    head: ['agent', 'runs', 'Pending', 'turned away', 'no pod', 'why most'],
    rows: all.map(({ agent, groups }) => {
      const [worst] = groups.filter(({ outcome }) => outcome !== 'runs').sort((a, b) => b.names.length - a.names.length);
      return [
        printable(pathOf(agent)), nodesWith(groups, 'runs'), nodesWith(groups, 'Pending'), nodesWith(groups, 'turned away'),
        nodesWith(groups, 'no new pod', 'no pod'), worst?.title ?? '',
      ];
    }),
  }, columns);
  return [colours.bold(head), ...rows];
}
