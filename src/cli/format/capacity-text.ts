import { amountShown, percentShown } from './amounts';
import type { Colours } from './colours';
import { Table, tableLines } from './table';
import type { Capacity, NodeShortage } from '../../cluster/capacity/capacity';
import type { NodeShape } from '../../cluster/capacity/node-shape';
import type { Share } from '../../cluster/capacity/share';
import type { ResourceList } from '../../cluster/inventory/resource-list';
import type { Output } from '../io';
import { pathOf } from '../object-name';
import { count, namesText, printable } from '../printable';

/** What the figures are about. */
export interface CapacityScope {
  readonly nodes: number;
  readonly knowsPods: boolean;
}

/** What people read of what agents cost: over the fleet, by agent, by shape of node, and the nodes that do not have room for them. */
export function capacityText(capacity: Capacity, { nodes, knowsPods }: CapacityScope, { columns }: Output, colours: Colours): string {
  const { agents, totals } = capacity;
  const resources = totals.map(({ resource }) => resource).filter(resource => isShown(resource, totals));
  const table = (each: Table): string[] => {
    const [head, ...rows] = tableLines(each, columns);
    return [colours.bold(head), ...rows, ''];
  };
  const asked = totals.filter(({ resource }) => resource !== 'pods' && resources.includes(resource)).map(totalText).join(', ');
  return [
    colours.bold(`${count(agents.length, 'DaemonSet')} on ${count(nodes, 'node')} ${agents.length === 1 ? 'asks' : 'ask'} for ${asked}`),
    '',
    ...table(agentTable(capacity, resources)),
    ...table(shapeTable(shownShapes(capacity), resources)),
    ...restLine(capacity),
    ...capacity.pools.length === 0 ? [] : table(poolTable(capacity)),
    ...roomLines(capacity, columns, colours),
    '',
    colours.dim(`fractions are of what is allocatable${knowsPods ? '' : '; other pods were not counted: give them with --pods'}`),
  ].map(line => `${line}\n`).join('');
}

const ALWAYS = ['cpu', 'memory', 'pods'];

/** What every reader asks about, and what else an agent asks for. */
function isShown(resource: string, totals: readonly Share[]): boolean {
  return ALWAYS.includes(resource) || totals.some(each => each.resource === resource && each.taken > 0n);
}

function totalText({ resource, taken, fraction }: Share): string {
  return `${amountShown(resource, taken)} of ${printable(resource)}${fraction === undefined ? '' : ` (${percentShown(fraction)})`}`;
}

function agentTable({ agents }: Capacity, resources: readonly string[]): Table {
  const columns = resources.filter(resource => resource !== 'pods');
  return {
    head: ['agent', 'nodes', ...columns.flatMap(resource => [`${printable(resource)} each`, `${printable(resource)} in all`])],
    rows: agents.map(({ agent, requests, nodes, total }) => [
      printable(pathOf(agent)), nodes,
      ...columns.flatMap(resource => [requests, total].map(list => amountShown(resource, list.get(resource) ?? 0n))),
    ]),
  };
}

function shapeTable(shapes: readonly NodeShape[], resources: readonly string[]): Table {
  return {
    head: ['nodes', 'shape', 'agents', ...resources.map(printable), 'such as'],
    rows: shapes.map(({ nodes, agents, shares, ...shape }) => [
      nodes.length, shapeTitle(shape), agents.length,
      ...resources.map(resource => shareText(shares.find(share => share.resource === resource))),
      printable(nodes[0].name),
    ]),
  };
}

/** What the pods of node pools ask for, next to what would be the same share of their nodes. */
function poolTable({ pools }: Capacity): Table {
  const amounts = (list: ResourceList
    | undefined) => ['cpu', 'memory'].map(resource => amountShown(resource, list?.get(resource) ?? 0n)).join(', ');
  return {
    head: ['pool', 'nodes', 'smallest node', 'each pod asks for', 'in proportion'],
    rows: pools.map(({ pool, nodes, smallest, requests, suggested }) => [
      printable(pathOf(pool)), nodes.length, nodes.length === 0 ? 'no node' : smallest === undefined ? 'unknown' : amounts(smallest),
      amounts(requests),
      suggested === undefined ? '' : amounts(suggested),
    ]),
  };
}

/** `m5.large: 1930m, 7Gi`, or what is known of it. */
function shapeTitle({ instanceType, allocatable }: Pick<NodeShape, 'instanceType' | 'allocatable'>): string {
  const room = allocatable === undefined ? 'unknown'
    : ['cpu', 'memory'].map(resource => roomText(resource, allocatable.get(resource))).join(', ');
  return instanceType === undefined ? room : `${printable(instanceType)}: ${room}`;
}

function roomText(resource: string, amount: bigint | undefined): string {
  return amount === undefined ? `${resource} unknown` : amountShown(resource, amount);
}

function shareText(share: Share | undefined): string {
  if (share === undefined || share.taken === 0n) {return '0';}
  const { resource, taken, allocatable, fraction } = share;
  const part = fraction !== undefined ? percentShown(fraction) : allocatable === undefined ? 'unknown' : 'none there';
  return `${amountShown(resource, taken)} (${part})`;
}

/** As many shapes as someone reads. */
const MAX_SHAPES = 12;

/** Those of which the agents take most come first. */
function shownShapes({ shapes }: Capacity): readonly NodeShape[] {
  const most = ({ shares }: NodeShape): number => Math.max(...shares.map(({ fraction = -1 }) => fraction));
  return [...shapes].sort((a, b) => most(b) - most(a)).slice(0, MAX_SHAPES);
}

function restLine(capacity: Capacity): string[] {
  const kept = new Set(shownShapes(capacity));
  const rest = capacity.shapes.filter(shape => !kept.has(shape));
  const nodes = nodesIn(rest);
  if (rest.length === 0) {return [];}
  return [`and ${count(nodes, 'node')} in ${count(rest.length, 'shape')} of which less is taken: --format json has all`, ''];
}

function roomLines({ shapes, shortages, unknown }: Capacity, columns: number | undefined, colours: Colours): string[] {
  const idle = nodesIn(shapes.filter(({ agents }) => agents.length === 0));
  const fitting = nodesIn(shapes) - idle - nodesIn(shortages) - unknown.length;
  const named = (start: string, names: readonly string[]): string =>
    start + namesText(names.map(printable), columns === undefined ? undefined : columns - start.length);
  const lacking = byResource(shortages).flatMap(([resource, [first, ...others]]) => {
    const names = [first, ...others].flatMap(({ nodes }) => nodes.map(({ name }) => name));
    const lacks = `${names.length === 1 ? 'does' : 'do'} not have enough ${resource === 'pods' ? 'room for pods' : printable(resource)}`;
    return [
      colours.red(named(`${count(names.length, 'node')} ${lacks}: `, names)),
      `    ${others.length > 0 ? 'for example: ' : ''}${printable(first.message)}`,
    ];
  });
  const states = unknown.length === 1 ? 'does not state' : 'do not state';
  const silent = `unknown on ${count(unknown.length, 'node')}, which ${states} what is allocatable: `;
  return [
    ...fitting === 0 ? []
      : [colours.green(`${count(fitting, 'node')} ${fitting === 1 ? 'has' : 'have'} room for all agents that should run there`)],
    ...lacking,
    ...unknown.length === 0 ? [] : [colours.yellow(named(silent, unknown.map(({ name }) => name)))],
    ...idle === 0 ? [] : [`${count(idle, 'node')} ${idle === 1 ? 'runs' : 'run'} none of the agents`],
  ];
}

function nodesIn(lists: ReadonlyArray<{ readonly nodes: readonly unknown[] }>): number {
  return lists.reduce((sum, { nodes }) => sum + nodes.length, 0);
}

/** The resource that most nodes lack comes first. */
function byResource(shortages: readonly NodeShortage[]): [resource: string, shortages: NodeShortage[]][] {
  const groups = new Map<string, NodeShortage[]>();
  for (const shortage of shortages) {groups.set(shortage.resource, [...groups.get(shortage.resource) ?? [], shortage]);}
  return [...groups].sort(([, a], [, b]) => nodesIn(b) - nodesIn(a));
}
