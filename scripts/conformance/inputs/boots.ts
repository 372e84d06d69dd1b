import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { bootCluster } from '../../../src/cluster/boot/boot';
import type { BootResult } from '../../../src/cluster/boot/boot-result';
import { BootingWorkload, bootingWorkloads } from '../../../src/cluster/boot/booting-workload';
import { readNode } from '../../../src/cluster/inventory/cluster-node';
import { Inventory } from '../../../src/cluster/inventory/inventory';
import { entriesOf } from '../../../src/private/entry';
import type { Wire } from '../../../src/private/wire';

/** A cluster whose nodes have all just joined. */
interface BootCase {
  readonly name: string;
  /** The folder of the example whose manifests are applied. */
  readonly example: string;
  /** Nodes with what they are tainted with besides being not ready. */
  readonly nodes: { readonly [name: string]: readonly Wire[] };
  /** Changes the pods of a workload. */
  readonly change?: (pod: Wire, workload: string) => void;
}

const CONTROL_PLANE = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' };
const NO_CILIUM = { key: 'node.cilium.io/agent-not-ready', effect: 'NoExecute' };
const POOL = { key: 'dedicated', value: 'training', effect: 'NoExecute' };
/** Taints of pools, which stay. */
const KEPT = [CONTROL_PLANE, POOL];
const NODES = { 'control-plane': [CONTROL_PLANE], 'worker': [] };

const CASES: readonly BootCase[] = [
  { name: 'flannel with kube-proxy and node-local-dns', example: 'network-flannel', nodes: { ...NODES, pool: [POOL] } },
  { name: 'Calico', example: 'network-calico', nodes: { ...NODES, pool: [POOL] } },
  {
    name: 'Cilium on nodes with its start-up taint', example: 'network-cilium',
    nodes: { ...NODES, fresh: [NO_CILIUM], pool: [NO_CILIUM, POOL] },
  },
  {
    name: 'flannel that tolerates the control plane alone never runs', example: 'network-flannel', nodes: NODES,
    change: (pod, workload) => { if (workload === 'flannel') {pod.tolerations = [{ key: CONTROL_PLANE.key, operator: 'Exists' }];} },
  },
  {
    name: 'Cilium waits for an operator that tolerates nothing', example: 'network-cilium', nodes: { ...NODES, fresh: [NO_CILIUM] },
    change: (pod, workload) => { if (workload.endsWith('-operator')) {pod.tolerations = [];} },
  },
];

/** Writes clusters that boot, and what the library says of each. Returns how many there are. */
export function writeBoots(examples: string, file: string): number {
  writeFileSync(file, JSON.stringify(CASES.map((each, index) => played(each, examples, `boot-${index + 1}`)), undefined, 1));
  return CASES.length;
}

/** A boot with its promise, in a place that holds nothing else: a namespace, and the nodes with its label. */
function played({ name, example, nodes, change }: BootCase, examples: string, place: string): object {
  const wires = Object.entries(nodes).map(([node, taints]) => nodeOf(`${place}-${node}`, place, taints));
  const objects = parseAllDocuments(readFileSync(join(examples, example, 'expected', 'network.k8s.yaml'), 'utf8'))
    .map(document => document.toJS()).filter(({ kind }) => ['DaemonSet', 'Deployment', 'ServiceAccount', 'ConfigMap'].includes(kind))
    .map(object => moved(object, place, change));
  const inventory = new Inventory(objects.flatMap(object => entriesOf(object)));
  const workloads = bootingWorkloads(inventory);
  const result = bootCluster(inventory, wires.map(readNode));
  return {
    name, namespace: place, nodes: wires, objects: objects.map(asPod), programs: workloads.map(each => programOf(each, workloads)),
    tolerations: KEPT.map(({ key }) => ({ key, operator: 'Exists' })), promise: promiseOf(result, workloads),
  };
}

/** An object in the namespace of its place, whose pods run on the nodes there and say what program they have. */
function moved(object: Wire, place: string, change: BootCase['change']): Wire {
  const template = object.spec?.template;
  if (template !== undefined) {
    change?.(template.spec, object.metadata.name);
    template.metadata.labels = { ...template.metadata.labels, 'boot-program': object.metadata.name };
    template.spec.nodeSelector = { ...template.spec.nodeSelector, boot: place };
  }
  return { ...object, metadata: { ...object.metadata, namespace: place } };
}

/** A Deployment becomes one of its pods. */
function asPod(object: Wire): Wire {
  const { kind, metadata: { name, namespace }, spec } = object;
  if (kind !== 'Deployment') {return object;}
  return { apiVersion: 'v1', kind: 'Pod', metadata: { ...spec.template.metadata, name, namespace }, spec: spec.template.spec };
}

function nodeOf(name: string, place: string, taints: readonly Wire[]): Wire {
  return {
    apiVersion: 'v1', kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/os': 'linux', 'kubernetes.io/hostname': name, 'boot': place } },
    spec: { taints },
    status: {
      allocatable: { cpu: '8', memory: '32Gi', pods: '110' },
      conditions: [{ type: 'Ready', status: 'False', reason: 'NetworkPluginNotReady' }],
    },
  };
}

/** What a program does and waits for. */
function programOf(workload: BootingWorkload, all: readonly BootingWorkload[]): object {
  const { makesNetwork, servesServices, asksService, waitsFor, startupTaint } = workload;
  const serving = all.filter(each => each.servesServices && each !== workload).map(nameOf);
  return {
    name: nameOf(workload), anywhere: !workload.isDaemonSet, makesNetwork,
    waitsFor: waitsFor.flatMap(([program]) => all.filter(({ programs }) => programs.some(each => program.test(each))).map(nameOf)),
    waitsHere: asksService && (makesNetwork || servesServices) ? serving : [],
    removes: startupTaint?.key ?? '',
    removedBy: all.filter(each => startupTaint?.isRemovedBy(each)).map(nameOf),
  };
}

function nameOf({ workload }: BootingWorkload): string {
  return workload.name;
}

/** What a cluster can be asked for in the end: what runs where, and which nodes are ready and take applications. */
function promiseOf({ steps }: BootResult, workloads: readonly BootingWorkload[]): object {
  const of = (event: string) => steps.filter(step => step.event === event);
  const nodesOf = (event: string) => of(event).map(({ node }) => node).sort();
  const starts = of('pod-starts').map(({ node, workload }) => ({ node, of: workloads.find(({ name }) => name === workload)! }));
  const runs: { [program: string]: string[] } = {};
  for (const { node, of: workload } of starts) {
    runs[nameOf(workload)] = workload.isDaemonSet ? [...runs[nameOf(workload)] ?? [], node].sort() : ['anywhere'];
  }
  return { runs, ready: nodesOf('node-ready'), open: nodesOf('applications-start') };
}
