import type { Room } from './node-room';
import { isLabelValue } from '../../private/names';
import { sortedEntries, Wire } from '../../private/wire';
import { withLifecycleTaints } from '../explain/lifecycle-taints';
import { readNode } from '../inventory/cluster-node';
import type { Taint } from '../placement/taints';

/** Labels by their keys. */
export type Labels = Readonly<Record<string, string>>;

/** A kind of node, as data. */
export interface NodeShape {
  readonly labels: Labels;
  readonly taints?: readonly Taint[];
  /** Absent where nothing is known of it: nobody then asks whether pods fit. */
  readonly allocatable?: Room;
}

const HOSTNAME = 'kubernetes.io/hostname';

/** What the kubelet reports of a node that is well. */
const HEALTHY: Labels = { DiskPressure: 'False', MemoryPressure: 'False', PIDPressure: 'False', Ready: 'True' };

/** A Ready node of a name and a shape, as a v1 Node. */
export function nodeManifest(name: string, { labels, taints = [], allocatable }: NodeShape): Wire {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: sorted({ ...hostnameOf(name), ...labels }) },
    spec: { ...taints.length > 0 && { taints } },
    status: { ...allocatable && { allocatable }, conditions: Object.entries(HEALTHY).map(([type, status]) => ({ type, status })) },
  };
}

/** The name also is in a label, where a label can hold it. */
function hostnameOf(name: string): Labels {
  return isLabelValue(name) ? { [HOSTNAME]: name } : {};
}

function sorted<T>(map: { readonly [key: string]: T }): { [key: string]: T } {
  return Object.fromEntries(sortedEntries(map));
}

/** The node under another name. A host name of its own stays. */
export function renamed(node: Wire, name: string): Wire {
  const { [HOSTNAME]: hostname, ...others } = (node.metadata.labels ?? {}) as Labels;
  const follows = hostname === undefined ? {} : hostname === node.metadata.name ? hostnameOf(name) : { [HOSTNAME]: hostname };
  return { ...node, metadata: { ...node.metadata, name, labels: sorted({ ...others, ...follows }) } };
}

/** The node with these labels, and none but these. */
export function labelled(node: Wire, labels: Labels): Wire {
  return { ...node, metadata: { ...node.metadata, labels: sorted(labels) } };
}

/** The node with these taints, and none but these. */
export function tainted(node: Wire, taints: readonly Taint[]): Wire {
  const { taints: _, ...spec } = node.spec ?? {};
  return { ...node, spec: { ...spec, ...taints.length > 0 && { taints } } };
}

/** Adds taints. One of the same key and effect is replaced, as the API server takes only one of them. */
export function addTaints(node: Wire, taints: readonly Taint[]): Wire {
  const kept = taintsOf(node).filter(known => !taints.some(({ key, effect }) => key === known.key && effect === known.effect));
  return tainted(node, [...kept, ...taints]);
}

/** The taints of a node as they are written. */
export function taintsOf(node: Wire): readonly Taint[] {
  return node.spec?.taints ?? [];
}

/** The node with other room for pods. */
export function sized(node: Wire, allocatable: Room): Wire {
  return { ...node, status: { ...node.status, allocatable } };
}

/** The node with other conditions, and the taints that the node lifecycle controller gives it for them. */
export function inCondition(node: Wire, changed: Labels): Wire {
  const before: readonly Wire[] = node.status?.conditions ?? [];
  const missing = Object.keys(changed).filter(type => !before.some(condition => condition.type === type));
  const conditions = [
    // what was said of another status is not true of this one
    ...before.map(condition => (Object.hasOwn(changed, condition.type)
      ? { type: condition.type, status: changed[condition.type] }
      : condition)),
    ...missing.map(type => ({ type, status: changed[type] })),
  ];
  const { taints } = withLifecycleTaints({ ...readNode({}), conditions: new Map(Object.entries(changed)) });
  return addTaints({ ...node, status: { ...node.status, conditions } }, taints);
}

/** The node that takes no new pods, with the taint that says so. */
export function cordoned(node: Wire): Wire {
  const { taints } = withLifecycleTaints({ ...readNode({}), unschedulable: true });
  return addTaints({ ...node, spec: { ...node.spec, unschedulable: true } }, taints);
}
