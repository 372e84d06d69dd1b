import { ClusterNode, readNode } from '../../../src/cluster/inventory/cluster-node';
import { ClusterPod, readPod } from '../../../src/cluster/inventory/cluster-pod';
import { Workload, workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';

/** What a test says of an agent; everything else is of no account. */
export interface AgentSketch {
  readonly name?: string;
  readonly maxUnavailable?: number | string;
  readonly maxSurge?: number | string;
  readonly onDelete?: boolean;
  readonly minReadySeconds?: number;
  readonly selector?: object;
  /** Fields of the pod. */
  readonly pod?: object;
  /** Fields of its one container. */
  readonly container?: object;
  readonly labels?: object;
  readonly annotations?: object;
}

/** A DaemonSet. */
export function agent({
  name = 'logs', maxUnavailable, maxSurge, onDelete, minReadySeconds, selector, pod: fields, container, labels, annotations,
}: AgentSketch = {}): Workload {
  return workloadOf(entriesOf({
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: 'agents', annotations },
    spec: {
      selector: selector ?? { matchLabels: { app: name } },
      updateStrategy: onDelete ? { type: 'OnDelete' } : { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } },
      minReadySeconds,
      template: {
        metadata: { labels: { app: name, ...labels } }, spec: { containers: [{ name: 'main', image: 'agent:1', ...container }], ...fields },
      },
    },
  })[0])!;
}

/** What a test says of a node. */
export interface NodeSketch {
  readonly labels?: { [key: string]: string };
  /** As kubectl writes them: `key=value:effect`. */
  readonly taints?: readonly string[];
  readonly ready?: 'True' | 'False' | 'Unknown';
  readonly cordoned?: boolean;
  readonly allocatable?: object;
  readonly conditions?: { [type: string]: string };
}

/** A node with the taints that a cluster gives it. */
export function node(name: string, {
  labels = {}, taints = [], ready = 'True', cordoned = false, allocatable, conditions = {},
}: NodeSketch = {}): ClusterNode {
  const silent = ready === 'True' ? [] : [ready === 'False' ? 'not-ready' : 'unreachable'];
  const all = [
    ...taints, ...silent.flatMap(key => [`node.kubernetes.io/${key}:NoSchedule`, `node.kubernetes.io/${key}:NoExecute`]),
    ...cordoned ? ['node.kubernetes.io/unschedulable:NoSchedule'] : [],
  ];
  return readNode({
    metadata: { name, labels: { 'kubernetes.io/os': 'linux', ...labels } },
    spec: { unschedulable: cordoned, taints: all.map(text => /^(?<key>[^=:]+)(=(?<value>[^:]*))?:(?<effect>.*)$/.exec(text)!.groups) },
    status: { allocatable, conditions: Object.entries({ Ready: ready, ...conditions }).map(([type, status]) => ({ type, status })) },
  });
}

/** So many nodes, `node-01` and on. */
export function nodes(count: number, sketch: NodeSketch = {}): ClusterNode[] {
  return Array.from({ length: count }, (_, index) => node(`node-${String(index + 1).padStart(2, '0')}`, sketch));
}

/** What a test says of a pod. */
export interface PodSketch {
  readonly name?: string;
  readonly of?: Workload;
  readonly labels?: object;
  readonly ready?: boolean;
  readonly terminating?: boolean;
  readonly phase?: string;
  /** Whether it still waits for the node that it was made for. */
  readonly pending?: boolean;
  /** Fields of its spec. */
  readonly spec?: object;
}

/** A pod on a node: of an agent, or of nobody. */
export function pod(on: string, {
  name, of, labels = {}, ready = true, terminating = false, phase, pending = false, spec,
}: PodSketch = {}): ClusterPod {
  const only = {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchFields: [{ key: 'metadata.name', operator: 'In', values: [on] }] },
        ],
      },
    },
  };
  return readPod({
    metadata: {
      namespace: 'agents', name: name ?? `${of?.name ?? 'other'}-${on}`, labels: { ...of?.template.metadata.labels, ...labels },
      ...of && { ownerReferences: [{ kind: 'DaemonSet', name: of.name, controller: true }] },
      ...terminating && { deletionTimestamp: '2024-01-01T00:00:00Z' },
    },
    spec: { ...of?.pod ?? { containers: [] }, ...pending ? { affinity: only } : { nodeName: on }, ...spec },
    status: {
      phase: phase ?? (pending ? 'Pending' : 'Running'), conditions: [{ type: 'Ready', status: ready && !pending ? 'True' : 'False' }],
    },
  });
}

/** The toleration of everything. */
export const EVERYWHERE = { tolerations: [{ operator: 'Exists' }] };
