import { ClusterNode, readNode } from '../../../src/cluster/inventory/cluster-node';
import { ClusterPod, readPod } from '../../../src/cluster/inventory/cluster-pod';
import { Workload, workloadOf } from '../../../src/cluster/inventory/workload';
import { entriesOf } from '../../../src/private/entry';

export type Fields = { [field: string]: any };

/** A DaemonSet `agents/<name>` with a pod spec. */
export function agentOf(pod: Fields, name: string = 'agent', labels: Fields = { app: name }): Workload {
  const spec = {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'a:1' }], ...pod } },
  };
  return workloadOf(entriesOf({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: 'agents' }, spec })[0])!;
}

/** An agent of one container with these requests. */
export function asking(requests: Fields, pod: Fields = {}, name?: string): Workload {
  return agentOf({ containers: [{ name: 'main', image: 'a:1', resources: { requests } }], ...pod }, name);
}

/** An agent of one container with these ports. */
export function opening(ports: Fields[], pod: Fields = {}, name?: string): Workload {
  return agentOf({ containers: [{ name: 'main', image: 'a:1', ports }], ...pod }, name);
}

interface NodeFields {
  readonly labels?: Fields;
  /** `key=value:effect`. */
  readonly taints?: readonly string[];
  readonly allocatable?: Fields;
  /** By type. */
  readonly conditions?: Fields;
  readonly cordoned?: boolean;
}

export function nodeOf(name: string, { labels = {}, taints = [], allocatable, conditions = {}, cordoned }: NodeFields = {}): ClusterNode {
  return readNode({
    metadata: { name, labels },
    spec: { taints: taints.map(taintOf), ...cordoned && { unschedulable: true } },
    status: { ...allocatable && { allocatable }, conditions: Object.entries(conditions).map(([type, status]) => ({ type, status })) },
  });
}

function taintOf(text: string): Fields {
  const [, key, value, effect] = /^([^=:]+)(?:=(.*))?:(.+)$/.exec(text)!;
  return { key, ...value !== undefined && { value }, effect };
}

/** A pod that runs on a node. */
export function podOn(nodeName: string | undefined, name: string, spec: Fields = {}, fields: Fields = {}): ClusterPod {
  return readPod({
    metadata: { namespace: 'apps', name, ...fields.metadata },
    spec: { containers: [{ name: 'main', image: 'a:1' }], ...spec, ...nodeName !== undefined && { nodeName } },
    status: { phase: 'Running', ...fields.status },
  });
}

/** A pod that a DaemonSet has on a node. */
export function podOf(agent: Workload, nodeName: string, spec: Fields = agent.pod): ClusterPod {
  const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: agent.name, controller: true }];
  return podOn(nodeName, `${agent.name}-x7k2p`, spec, { metadata: { namespace: agent.namespace, ownerReferences } });
}
