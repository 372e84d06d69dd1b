import type { CheckContext } from '../cluster/inventory/check-context';
import { isNode, readNode } from '../cluster/inventory/cluster-node';
import { Inventory } from '../cluster/inventory/inventory';
import type { Taint } from '../cluster/placement/taints';
import { platformOf } from '../cluster/platforms/platforms';
import { entriesOf } from '../private/entry';
import { OLDEST_MINOR } from '../private/oldest-minor';
import { mergeWire, Wire } from '../private/wire';

/** Objects that show what a rule finds, and what it does not. */
export interface Example {
  readonly fails: readonly Wire[];
  readonly passes: readonly Wire[];
  /** The minor of the oldest Kubernetes that gets them, where that makes a difference. */
  readonly minor?: number;
  /** The platform of their cluster, where that makes a difference: an id of docs/platforms.md. */
  readonly platform?: string;
}

/** What a rule sees of the objects of an example: Nodes among them are those of the cluster. */
export function contextOf(objects: readonly Wire[], minor: number = OLDEST_MINOR, platformId?: string): CheckContext {
  const entries = objects.flatMap(object => entriesOf(object));
  const nodes = entries.filter(isNode);
  const platform = platformId === undefined ? undefined : platformOf(platformId);
  return {
    inventory: new Inventory(entries.filter(entry => !isNode(entry))), minor,
    ...nodes.length > 0 && { nodes: nodes.map(({ object }) => readNode(object)) },
    ...platform && { platform },
  };
}

const CONTAINER: Wire = {
  name: 'agent', image: 'example.com/agent:1.0.0', resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
};

/** A DaemonSet with so much as a pod and a container need, and what the example is about. */
export function daemonSet(pod: Wire = {}, container: Wire = {}, spec: Wire = {}): Wire {
  return workload('DaemonSet', pod, container, spec);
}

/** A Deployment of the same. */
export function deployment(pod: Wire = {}, container: Wire = {}, spec: Wire = {}): Wire {
  return workload('Deployment', pod, container, spec);
}

function workload(kind: string, pod: Wire, container: Wire, spec: Wire): Wire {
  const { name = 'agent', ...rest } = spec;
  return {
    apiVersion: 'apps/v1', kind, metadata: { name, namespace: 'agents' },
    spec: mergeWire({
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [mergeWire(CONTAINER, container)], ...pod } },
    }, rest),
  };
}

/** A Linux node. */
export function node(name: string, labels: Readonly<Record<string, string>> = {}, taints: readonly Taint[] = []): Wire {
  return {
    apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/os': 'linux', ...labels } },
    ...taints.length > 0 && { spec: { taints: [...taints] } },
  };
}

/** A directory of the node as a volume. */
export function hostPath(name: string, path: string): Wire {
  return { name, hostPath: { path } };
}
