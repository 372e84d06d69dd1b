import type { ClusterNode } from '../inventory/cluster-node';
import type { Workload } from '../inventory/workload';
import type { NodeRequirement } from '../node-selection';
import { selectionIn } from '../placement/node-terms';

/** A system for nodes whose root cannot be written, and where it can be. */
export interface NodeSystem {
  readonly name: string;
  readonly writable: readonly string[];
}

const ALWAYS = ['/dev', '/proc', '/run', '/sys', '/tmp', '/var'];

/** Systems by the id of their `/etc/os-release`. */
const SYSTEMS: ReadonlyMap<string, NodeSystem> = new Map<string, NodeSystem>([
  ['bottlerocket', { name: 'Bottlerocket', writable: [...ALWAYS, '/etc', '/local', '/mnt', '/opt'] }],
  ['cos', { name: 'Container-Optimized OS', writable: [...ALWAYS, '/etc', '/home', '/mnt/disks', '/mnt/stateful_partition'] }],
  ['flatcar', { name: 'Flatcar', writable: [...ALWAYS, '/etc', '/home', '/media', '/mnt', '/opt', '/root', '/srv'] }],
  ['fcos', {
    name: 'Fedora CoreOS',
    writable: [...ALWAYS, '/etc', '/home', '/media', '/mnt', '/opt', '/root', '/srv', '/usr/local'],
  }],
  ['rhcos', {
    name: 'Red Hat Enterprise Linux CoreOS',
    writable: [...ALWAYS, '/etc', '/home', '/media', '/mnt', '/opt', '/root', '/srv', '/usr/local'],
  }],
  ['talos', { name: 'Talos', writable: [...ALWAYS, '/etc/cni', '/etc/kubernetes', '/opt', '/usr/libexec/kubernetes'] }],
]);

/** A system by its id. */
export function systemNamed(id: string): NodeSystem | undefined {
  return SYSTEMS.get(id);
}

/** Labels of nodes that tell their system. */
const TELLING: ReadonlyArray<readonly [key: string, value: RegExp, id?: string]> = [
  ['feature.node.kubernetes.io/system-os_release.ID', /^(bottlerocket|cos|flatcar|rhcos|talos)$/],
  ['cloud.google.com/gke-os-distribution', /^cos/, 'cos'],
  ['eks.amazonaws.com/compute-type', /^auto$/, 'bottlerocket'],
  ['bottlerocket.aws/updater-interface-version', /^/, 'bottlerocket'],
  ['node.openshift.io/os_id', /^rhcos$/, 'rhcos'],
];

/** The system that labels of a node tell. */
export function systemOfLabels(labels: Readonly<Record<string, string>>): NodeSystem | undefined {
  for (const [key, value, id] of TELLING) {
    const label = labels[key];
    // what every object of JavaScript inherits is no text
    if (typeof label === 'string' && value.test(label)) {return SYSTEMS.get(id ?? label);}
  }
  return undefined;
}

/** How systems call themselves in `status.nodeInfo.osImage`: the PRETTY_NAME of their `/etc/os-release`. */
const NAMES: ReadonlyArray<readonly [name: RegExp, id: string]> = [
  [/^Talos\b/, 'talos'],
  [/^Bottlerocket OS\b/, 'bottlerocket'],
  [/^Container-Optimized OS from Google\b/, 'cos'],
  [/^Flatcar Container Linux\b/, 'flatcar'],
  [/^Red Hat Enterprise Linux CoreOS\b/, 'rhcos'],
  [/^Fedora CoreOS\b/, 'fcos'],
];

/** The system of a node: what the node calls itself, or what its labels tell. */
export function systemOfNode({ labels, osImage = '' }: Pick<ClusterNode, 'labels' | 'osImage'>): NodeSystem | undefined {
  const named = NAMES.find(([name]) => name.test(osImage))?.[1];
  return named === undefined ? systemOfLabels(labels) : SYSTEMS.get(named);
}

/** The system of the nodes that a workload asks for by a label of one. */
export function systemAskedFor(workload: Pick<Workload, 'pod'>): NodeSystem | undefined {
  const { nodeSelector = {}, terms = [] } = selectionIn(workload);
  if (!terms.some(({ matchExpressions }) => matchExpressions?.some(isOneValue))) {
    return asksForLabels(nodeSelector) ? systemOfLabels(nodeSelector) : undefined;
  }
  const asked = terms.flatMap(({ matchExpressions }) => matchExpressions ?? []).filter(isOneValue);
  return systemOfLabels({ ...Object.fromEntries(asked.map(({ key, values }) => [key, values![0]])), ...nodeSelector });
}

/** The label of every node, which most ask for and no more, tells nothing of its system beyond that it is Linux. */
function asksForLabels(nodeSelector: Readonly<Record<string, string>>): boolean {
  for (const key in nodeSelector) {
    if (key !== 'kubernetes.io/os') {return true;}
  }
  return false;
}

function isOneValue({ operator, values }: NodeRequirement): boolean {
  return operator === 'In' && values?.length === 1;
}
