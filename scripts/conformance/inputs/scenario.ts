import { readFileSync, writeFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { selectionOf } from '../../../src/cluster/node-selection';
import { PlaceableNode } from '../../../src/cluster/placement/placement';
import { Taint } from '../../../src/cluster/placement/taints';
import { finishes, promises } from '../promises';

/** A node of the simulated cluster. */
interface SimulatedNode extends PlaceableNode {
  readonly cordoned?: boolean;
  /** Its kubelet does not answer. */
  readonly dead?: boolean;
  readonly allocatable?: { readonly cpu: string; readonly memory: string; readonly pods: string };
}

function node(name: string, labels: { [key: string]: string } = {}, more: Partial<SimulatedNode> = {}): SimulatedNode {
  return {
    name, labels: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64', 'kubernetes.io/hostname': name, ...labels }, taints: [],
    ...more,
  };
}

function taint(key: string, effect: string = 'NoSchedule', value: string = ''): Taint {
  return { key, effect, ...value && { value } };
}

const worker = (name: string): SimulatedNode => node(name, { nodepool: 'workers' });

/** One of each kind of node that agents meet. */
const CLUSTER: SimulatedNode[] = [
  node('control-plane', { 'node-role.kubernetes.io/control-plane': '' }, { taints: [taint('node-role.kubernetes.io/control-plane')] }),
  worker('worker-1'),
  worker('worker-2'),
  worker('worker-3'),
  node('arm', { 'kubernetes.io/arch': 'arm64' }),
  node('gpu', { nodepool: 'gpu' }, {
    taints: [taint('nvidia.com/gpu', 'NoSchedule', 'present'), taint('dedicated', 'NoExecute', 'training')],
  }),
  node('cordoned', { nodepool: 'workers' }, { cordoned: true }),
  node('not-ready', {}, { dead: true }),
  // what the agents of the example ask for together, and not a byte more
  node('small', { nodepool: 'workers' }, { allocatable: { cpu: '150m', memory: '756Mi', pods: '4' } }),
  node('other-1'),
  node('other-2'),
  node('windows', { 'kubernetes.io/os': 'windows' }, { taints: [taint('os', 'NoSchedule', 'windows')] }),
  node('fargate', { 'eks.amazonaws.com/compute-type': 'fargate' }, {
    taints: [taint('eks.amazonaws.com/compute-type', 'NoSchedule', 'fargate')],
  }),
  node('virtual', { type: 'virtual-kubelet' }, { taints: [taint('virtual-kubelet.io/provider', 'NoSchedule', 'azure')] }),
  node('auto', { 'eks.amazonaws.com/compute-type': 'auto' }),
  node('hybrid', { 'eks.amazonaws.com/compute-type': 'hybrid' }),
];

/** So many that the budget of a rollout is larger than the number of dead nodes. */
const JOINING = Array.from({ length: 10 }, (_, index) => worker(`joining-${index}`));

/**
 * Writes the story of a platform: it is installed, its images are upgraded, a node dies before the next upgrade, and nodes join.
 * Returns what happens, in words.
 */
export function writeScenario(manifest: string, file: string): void {
  const workloads = parseAllDocuments(readFileSync(manifest, 'utf8')).map(document => document.toJS()).filter(
    object => object?.kind === 'DaemonSet',
  );
  const killed = CLUSTER.map(each => each.name === 'worker-1' ? { ...each, dead: true } : each);
  const grown = [...killed, ...JOINING];
  const promise = (nodes: SimulatedNode[], next: string, last: string) => Object.fromEntries(workloads.map(workload => {
    const { promised, unable, percent } = promiseOf(workload, nodes);
    const image = finishes(percent, promised.length, unable.length) ? next : last;
    return [`${workload.metadata.namespace}/${workload.metadata.name}`, { nodes: promised, unable, image }];
  }));
  const steps = [
    { name: 'the platform is installed', image: '', promise: promise(CLUSTER, '', '') },
    { name: 'its images are upgraded', image: '-upgrade', promise: promise(CLUSTER, '-upgrade', '') },
    {
      name: 'a node dies, and the images are upgraded', kill: 'worker-1', image: '-upgrade-2', promise: promise(
        killed, '-upgrade-2', '-upgrade',
      ),
    },
    { name: 'ten nodes join', join: JOINING.map(wireOf), promise: promise(grown, '-upgrade-2', '-upgrade') },
  ];
  writeFileSync(file, JSON.stringify({ manifest, nodes: CLUSTER.map(wireOf), steps }, undefined, 1));
}

/** Where a workload promises to run, where it cannot, and how much of it may be replaced at a time. */
function promiseOf(workload: any, nodes: SimulatedNode[]): { promised: string[]; unable: string[]; percent: number } {
  const pod = workload.spec.template.spec;
  const wanted = { selection: selectionOf(pod), tolerations: pod.tolerations ?? [], hostNetwork: pod.hostNetwork === true };
  const chosen = nodes.filter(each => promises(wanted, { ...each, taints: [...each.taints, ...taintsOf(each)] }));
  return {
    promised: chosen.map(({ name }) => name),
    unable: chosen.filter(({ dead }) => dead).map(({ name }) => name),
    percent: parseInt(workload.spec.updateStrategy.rollingUpdate.maxUnavailable, 10),
  };
}

/** What the control plane adds to a node by itself. */
function taintsOf({ cordoned, dead }: SimulatedNode): Taint[] {
  return [
    ...cordoned ? [taint('node.kubernetes.io/unschedulable')] : [],
    ...dead ? [taint('node.kubernetes.io/not-ready'), taint('node.kubernetes.io/not-ready', 'NoExecute')] : [],
  ];
}

function wireOf({ name, labels, taints, cordoned, dead, allocatable }: SimulatedNode): object {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels },
    spec: { taints, unschedulable: cordoned },
    status: { allocatable, conditions: [{ type: 'Ready', status: dead ? 'False' : 'True', reason: 'Simulated' }] },
  };
}
