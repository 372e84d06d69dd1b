import { EVERY_NODE, groupOf, intersectGroups, isWithinGroup, NodeGroup, termFor, uniteGroups } from './node-group';
import { onlyValueOf } from './value-set';
import { byText } from '../../private/wire';
import { isReadable, NodeRequirement, NodeSelection, NodeTerm } from '../node-selection';

/** Nodes as alternatives: those of any of the groups. No group is in another one, and no two can be said as one. */
export type NodeSet = readonly NodeGroup[];

/** With more alternatives on the way, the outcome would be far beyond what anyone reads. */
const MOST_GROUPS = 256;

/** There are more alternatives than anyone reads. */
export class TooManyGroups extends Error {}

/** The nodes that a selection allows. */
export function nodeSetOf({ nodeSelector = {}, terms }: NodeSelection): NodeSet {
  const selected = Object.entries(nodeSelector).map(([key, value]): NodeRequirement => ({ key, operator: 'In', values: [value] }));
  const everywhere = groupFor({ matchExpressions: selected });
  const alternatives = terms === undefined ? [EVERY_NODE] : terms.filter(isReadable).map(groupFor);
  return simplified(alternatives.map(group => group && everywhere && intersectGroups(group, everywhere)));
}

/** The nodes of both sets. */
export function intersection(a: NodeSet, b: NodeSet): NodeSet {
  return simplified(a.flatMap(one => b.map(other => intersectGroups(one, other))));
}

/** A condition of which no conditions say the opposite: labels that are no number meet neither `Gt` nor `Lt`. */
export class InexactNegation extends Error {
  public constructor(public readonly requirement: NodeRequirement) {
    super(`${requirement.key} ${requirement.operator}`);
  }
}

/**
 * The nodes of a set that a selection does not allow.
 *
 * @throws InexactNegation, TooManyGroups
 */
export function difference(nodes: NodeSet, { nodeSelector = {}, terms }: NodeSelection): NodeSet {
  const selected = Object.entries(nodeSelector).map(([key, value]): NodeRequirement => ({ key, operator: 'In', values: [value] }));
  const outside = selected.map(requirement => opposite(requirement, 'label'));
  const alternatives = terms === undefined ? [{}] : terms.filter(isReadable);
  // outside of what is asked everywhere, or outside of each alternative
  const ofTerms = alternatives.reduce((left: NodeSet, {
    matchExpressions = [], matchFields = [],
  }: NodeTerm) => intersection(left, simplified([
    ...matchExpressions.map(requirement => opposite(requirement, 'label')),
    ...matchFields.map(requirement => opposite(requirement, 'field')),
  ])), nodes);
  return simplified([...intersection(nodes, simplified(outside)), ...ofTerms]);
}

/**
 * A selection that allows these nodes and no others: labels with one value for all of them as node selector. Undefined where there are
 * none.
 */
export function selectionFor(nodes: NodeSet): NodeSelection | undefined {
  if (nodes.length === 0) {return undefined;}
  const [first, ...others] = nodes;
  const common = [...first.labels].flatMap(([key, values]): Array<[string, string]> => {
    const value = onlyValueOf(values);
    const isCommon = value !== undefined && others.every(({ labels }) => labels.has(key) && onlyValueOf(labels.get(key)!) === value);
    return isCommon ? [[key, value]] : [];
  }).sort(([a], [b]) => byText(a, b));
  const selected = new Set(common.map(([key]) => key));
  const terms = nodes.map(({ labels, name }) => termFor({ name, labels: new Map([...labels].filter(([key]) => !selected.has(key))) }));
  return {
    ...common.length > 0 && { nodeSelector: Object.fromEntries(common) },
    ...terms.every(term => Object.keys(term).length > 0) && { terms: sortedTerms(terms) },
  };
}

function groupFor({ matchExpressions = [], matchFields = [] }: NodeTerm): NodeGroup | undefined {
  const groups = [
    ...matchExpressions.map(requirement => groupOf(requirement, 'label')), ...matchFields.map(requirement => groupOf(requirement, 'field')),
  ];
  return groups.reduce((all: NodeGroup | undefined, group) => all && group && intersectGroups(all, group), EVERY_NODE);
}

const OPPOSITES = { In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists' } as const;

function opposite(requirement: NodeRequirement, of: 'label' | 'field'): NodeGroup | undefined {
  const { operator } = requirement;
  if (operator === 'Gt' || operator === 'Lt') {throw new InexactNegation(requirement);}
  return groupOf({ ...requirement, operator: OPPOSITES[operator] }, of);
}

/** Without what cannot be, what is in another group, and what one term can say in place of two. */
function simplified(given: ReadonlyArray<NodeGroup | undefined>): NodeSet {
  let groups: NodeGroup[] = [];
  for (const group of given) {
    let added = group;
    while (added !== undefined) {
      const one: NodeGroup = added;
      if (groups.some(other => isWithinGroup(one, other))) {break;}
      groups = groups.filter(other => !isWithinGroup(other, one));
      // what two are together may be one with a third
      const index = groups.findIndex(other => uniteGroups(one, other) !== undefined);
      added = index < 0 ? undefined : uniteGroups(one, groups[index]);
      if (index < 0) {groups.push(one);} else {groups.splice(index, 1);}
    }
    if (groups.length > MOST_GROUPS) {throw new TooManyGroups(`more than ${MOST_GROUPS}`);}
  }
  return groups;
}

function sortedTerms(terms: readonly NodeTerm[]): NodeTerm[] {
  return terms.map(term => [JSON.stringify(term), term] as const).sort(([a], [b]) => byText(a, b)).map(([, term]) => term);
}
