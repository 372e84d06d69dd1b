import * as fc from 'fast-check';
import { withLifecycleTaints } from '../../../src/cluster/explain/lifecycle-taints';
import { ClusterNode, readNode } from '../../../src/cluster/inventory/cluster-node';
import type { Wire } from '../../../src/private/wire';

/** Nodes that several changes share, and that hold nothing else. */
export interface FleetSketch {
  readonly name: string;
  readonly nodes: readonly NodeKind[];
}

/** What is remarkable of a node. */
type NodeKind = 'plain' | 'other pool' | 'tainted' | 'evicting' | 'control plane' | 'cordoned' | 'small' | 'dead';

/** What agents may ask for; no node has `NOWHERE` of cpu, and small ones have not even `MUCH`. */
export const [MUCH, NOWHERE] = ['2', '300'];

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

const REMARKABLE: { readonly [kind in NodeKind]?: Wire } = {
  'other pool': { labels: { pool: 'b' } },
  'tainted': { taints: [{ key: 'dedicated', value: 'agents', effect: 'NoSchedule' }] },
  'evicting': { taints: [{ key: 'maintenance', effect: 'NoExecute' }] },
  'control plane': { labels: { [CONTROL_PLANE]: '' }, taints: [{ key: CONTROL_PLANE, effect: 'NoSchedule' }] },
  'cordoned': { unschedulable: true },
  'small': { cpu: '1500m' },
};

/** A random fleet of 6 to 20 nodes, at most two of which are dead. */
export function randomFleet(name: string): fc.Arbitrary<FleetSketch> {
  const kind = fc.oneof(
    { weight: 5, arbitrary: fc.constant<NodeKind>('plain') },
    {
      weight: 5,
      arbitrary: fc.constantFrom<NodeKind[]>('other pool', 'tainted', 'evicting', 'control plane', 'cordoned', 'small'),
    },
  );
  const alive = fc.array(kind, { minLength: 6, maxLength: 18 });
  return fc.record({ alive, dead: fc.constantFrom(0, 0, 0, 1, 2) }).map(({ alive: others, dead }) => ({
    name, nodes: [...others, ...Array.from({ length: dead }, (): NodeKind => 'dead')],
  }));
}

/** The nodes of a fleet when they join. */
export function wiresOf({ name, nodes }: FleetSketch): Wire[] {
  return nodes.map((kind, index) => {
    const { labels, taints, unschedulable, cpu = '200' } = REMARKABLE[kind] ?? {};
    return {
      apiVersion: 'v1', kind: 'Node',
      metadata: { name: `${name}-${index + 1}`, labels: { 'kubernetes.io/os': 'linux', 'fleet': name, 'pool': 'a', ...labels } },
      spec: { ...taints && { taints }, ...unschedulable && { unschedulable } },
      status: {
        allocatable: { cpu, 'memory': '64Gi', 'ephemeral-storage': '500Gi', 'pods': '250' },
        conditions: [{ type: 'Ready', status: 'True', reason: 'Simulated' }],
      },
    };
  });
}

/** The names of those that die before the changes. */
export function deadIn(fleet: FleetSketch): string[] {
  return wiresOf(fleet).filter((_, index) => fleet.nodes[index] === 'dead').map(({ metadata }) => metadata.name);
}

/** The nodes that the changes meet, as the control plane has them by then. */
export function nodesOf(fleet: FleetSketch): ClusterNode[] {
  const dead = new Set(deadIn(fleet));
  return wiresOf(fleet).map(wire => withLifecycleTaints(readNode({
    ...wire, status: { ...wire.status, conditions: [{ type: 'Ready', status: dead.has(wire.metadata.name) ? 'Unknown' : 'True' }] },
  })));
}
