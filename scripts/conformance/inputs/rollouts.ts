import { writeFileSync } from 'node:fs';
import { AgentSketch, BROKEN, NodeSketch, RolloutCase, ROLLOUTS } from './rollout-cases';
import { withLifecycleTaints } from '../../../src/cluster/explain/lifecycle-taints';
import { ClusterNode, readNode } from '../../../src/cluster/inventory/cluster-node';
import { ClusterPod, readPod } from '../../../src/cluster/inventory/cluster-pod';
import { Workload, workloadOf } from '../../../src/cluster/inventory/workload';
import { Placement } from '../../../src/cluster/placement/placement';
import { Taint } from '../../../src/cluster/placement/taints';
import type { RolloutResult } from '../../../src/cluster/rollout/rollout-result';
import { simulateRollout } from '../../../src/cluster/rollout/simulate-rollout';
import { entriesOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';

/** How many orders of the nodes are tried: what is the same in all of them is promised. */
const SEEDS = 30;

/** Writes changes of agents, and where the library says that each ends. Returns how many there are. */
export function writeRollouts(file: string): number {
  writeFileSync(file, JSON.stringify(ROLLOUTS.map((rollout, index) => playedOut(rollout, `rollout-${index + 1}`)), undefined, 1));
  return ROLLOUTS.length;
}

/** A rollout with its promise, in a place that holds nothing else: a namespace, and the nodes with its label. */
function playedOut({ name, nodes, before = {}, after = {}, other, kill = [], taint = {} }: RolloutCase, place: string): object {
  const own = (node: string): string => `${place}-${node}`;
  const wires = Object.entries(nodes).map(([node, sketch]) => nodeOf(own(node), place, sketch));
  const dead = new Set(kill.map(own));
  const taints = Object.fromEntries(Object.entries(taint).map(([node, added]) => [own(node), added]));
  const previous = daemonSet('agent', place, before);
  const agent = daemonSet('agent', place, changed(before, after));
  const others = other ? [daemonSet('other', place, other)] : [];
  const isAlive = (node: string): boolean => !dead.has(node);
  const pods = [
    ...podsOf(previous, wires, node => isAlive(node) && before !== BROKEN), ...others.flatMap(each => podsOf(each, wires, isAlive)),
  ];
  // what runs is only told where it cannot be told from the nodes
  const isTold = others.length > 0 || Object.keys(taint).length > 0 || before === BROKEN;
  const results = Array.from({ length: SEEDS }, (_, seed) => simulateRollout({
    agent, previous, nodes: wires.map(wire => upset(wire, dead, taints)), ...isTold && { pods },
    options: { seed, ...after === BROKEN && { neverReadyOn: 'every-node' as const } },
  }));
  return {
    name, namespace: place, nodes: wires, before: [previous, ...others].map(({ object }) => object), after: agent.object,
    kill: [...dead], taint: taints, promise: agreed(results.map(figuresOf)),
  };
}

function changed(before: AgentSketch, after: AgentSketch): AgentSketch {
  return { ...before, ...after, pod: { ...before.pod, ...after.pod }, container: { ...before.container, ...after.container } };
}

/** A node as the control plane has it after what happened to it. */
function upset(wire: Wire, dead: ReadonlySet<string>, taints: { readonly [node: string]: Taint }): ClusterNode {
  const { name } = wire.metadata;
  const conditions = [{ type: 'Ready', status: dead.has(name) ? 'Unknown' : 'True' }];
  const spec = { ...wire.spec, taints: name in taints ? [taints[name]] : [] };
  return withLifecycleTaints(readNode({ ...wire, spec, status: { ...wire.status, conditions } }));
}

/** The pods of an agent where it ran before anything happened. */
export function podsOf(agent: Workload, wires: readonly Wire[], isReady: (node: string) => boolean): ClusterPod[] {
  const placement = new Placement(agent.pod);
  return wires.map(wire => withLifecycleTaints(readNode(wire))).filter(node => placement.on(node).shouldRun).map(({ name }) => readPod({
    metadata: {
      namespace: agent.namespace, name: `${agent.name}-${name}`,
      ownerReferences: [{ kind: 'DaemonSet', name: agent.name, controller: true }],
    },
    spec: { ...agent.pod, nodeName: name },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: isReady(name) ? 'True' : 'False' }] },
  }));
}

/** What a cluster can be asked for. */
export function figuresOf({ outcome, desired, updated, available, stalledOn, left }: RolloutResult): Wire {
  const stalled: { [code: string]: number } = {};
  for (const { reason: { code } } of stalledOn) {stalled[code] = (stalled[code] ?? 0) + 1;}
  return {
    outcome, desired, updated, available, stalledOn: Object.fromEntries(stalledOn.map(({ node, reason: { code } }) => [node, code])),
    stalled,
    lost: left.lost.map(({ node }) => node), stray: left.stray,
  };
}

/** The figures that are the same everywhere. */
export function agreed(all: readonly Wire[]): Wire {
  const [first] = all;
  const same = (figure: string): boolean => new Set(all.map(each => JSON.stringify(each[figure]))).size === 1;
  return Object.fromEntries(Object.entries(first).filter(([figure]) => same(figure)));
}

function nodeOf(name: string, place: string, { labels, cordoned, allocatable }: NodeSketch): Wire {
  return {
    apiVersion: 'v1', kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/os': 'linux', place, ...labels } },
    spec: { ...cordoned && { unschedulable: true } },
    status: {
      allocatable: { 'cpu': '8', 'memory': '32Gi', 'ephemeral-storage': '100Gi', 'pods': '110', ...allocatable },
      conditions: [{ type: 'Ready', status: 'True', reason: 'Simulated' }],
    },
  };
}

function daemonSet(name: string, place: string, { update, minReadySeconds, selector, labels, pod, container }: AgentSketch): Workload {
  const object = {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: place },
    spec: {
      selector: selector ?? { matchLabels: { app: name } }, updateStrategy: update, minReadySeconds,
      template: {
        metadata: { labels: { app: name, ...labels } },
        spec: { ...pod, nodeSelector: { place, ...pod?.nodeSelector }, containers: [{ name: 'main', image: 'agent:1', ...container }] },
      },
    },
  };
  // without the fields that are undefined, as a cluster gets it
  return workloadOf(entriesOf(JSON.parse(JSON.stringify(object)))[0])!;
}
