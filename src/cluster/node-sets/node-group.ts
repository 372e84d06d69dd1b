import { ANYTHING, allowedBy, intersectValues, isWithinValues, requirementsFor, uniteValues, ValueSet } from './value-set';
import { byText } from '../../private/wire';
import type { NodeRequirement, NodeTerm } from '../node-selection';

/** Nodes that meet conditions on their labels and on their name, all at once: what one term says. */
export interface NodeGroup {
  /** By the key of the label. A label of which nothing is asked is left out. */
  readonly labels: ReadonlyMap<string, ValueSet>;
  readonly name: ValueSet;
}

const NAME = 'metadata.name';
/** Every node has a name. */
const ANY_NAME: ValueSet = { ...ANYTHING, absent: false };

/** Every node. */
export const EVERY_NODE: NodeGroup = { labels: new Map(), name: ANY_NAME };

/** The nodes that meet one readable requirement; undefined where none can. */
export function groupOf(requirement: NodeRequirement, of: 'label' | 'field'): NodeGroup | undefined {
  return narrowed(EVERY_NODE, of === 'field' ? NAME : requirement.key, allowedBy(requirement), of);
}

/** The nodes of both groups; undefined where there can be none. */
export function intersectGroups(a: NodeGroup, b: NodeGroup): NodeGroup | undefined {
  let group: NodeGroup | undefined = narrowed(a, NAME, b.name, 'field');
  for (const [key, values] of b.labels) {group = group && narrowed(group, key, values, 'label');}
  return group;
}

/** Whether every node of the inner group is one of the outer. */
export function isWithinGroup(inner: NodeGroup, outer: NodeGroup): boolean {
  return isWithinValues(inner.name, outer.name)
    && [...outer.labels].every(([key, values]) => isWithinValues(inner.labels.get(key) ?? ANYTHING, values));
}

/** The nodes of one group or the other, where one term can say it: they differ in one condition. */
export function uniteGroups(a: NodeGroup, b: NodeGroup): NodeGroup | undefined {
  if (isWithinGroup(a, b)) {return b;}
  if (isWithinGroup(b, a)) {return a;}
  const keys = [...new Set([...a.labels.keys(), ...b.labels.keys()])];
  const different = keys.filter(key => !isSame(a.labels.get(key) ?? ANYTHING, b.labels.get(key) ?? ANYTHING));
  const isNamedAlike = isSame(a.name, b.name);
  if (different.length + (isNamedAlike ? 0 : 1) !== 1) {return undefined;}
  if (!isNamedAlike) {
    const name = uniteValues(a.name, b.name);
    // one term asks for one name
    return name === undefined || !name.others && name.values.length > 1 ? undefined : { ...a, name };
  }
  const [key] = different;
  const values = uniteValues(a.labels.get(key) ?? ANYTHING, b.labels.get(key) ?? ANYTHING);
  return values && { ...a, labels: withLabel(a.labels, key, values) };
}

/** The group as a term, sorted by keys; without conditions where it is every node. */
export function termFor({ labels, name }: NodeGroup): NodeTerm {
  const matchExpressions = [...labels].sort(([a], [b]) => byText(a, b)).flatMap(([key, values]) => requirementsFor(key, values));
  // a field requirement takes one value
  const operator = name.others ? 'NotIn' : 'In';
  const matchFields = isSame(name, ANY_NAME) ? [] : name.values.map((value): NodeRequirement => ({ key: NAME, operator, values: [value] }));
  return { ...matchExpressions.length > 0 && { matchExpressions }, ...matchFields.length > 0 && { matchFields } };
}

function narrowed(group: NodeGroup, key: string, allowed: ValueSet, of: 'label' | 'field'): NodeGroup | undefined {
  if (of === 'field') {
    const name = intersectValues(group.name, { ...allowed, absent: false });
    return name && { ...group, name };
  }
  const values = intersectValues(group.labels.get(key) ?? ANYTHING, allowed);
  return values && { ...group, labels: withLabel(group.labels, key, values) };
}

function withLabel(labels: NodeGroup['labels'], key: string, values: ValueSet): NodeGroup['labels'] {
  const changed = new Map(labels);
  if (isSame(values, ANYTHING)) {changed.delete(key);} else {changed.set(key, values);}
  return changed;
}

function isSame(a: ValueSet, b: ValueSet): boolean {
  return isWithinValues(a, b) && isWithinValues(b, a);
}
