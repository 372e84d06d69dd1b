import { ClusterNode, readNode } from '../../src/cluster/inventory/cluster-node';
import { ChangePlan, planBetween, PlanInput } from '../../src/plan/plan';
import { entriesOf } from '../../src/private/entry';
import type { Wire } from '../../src/private/wire';

/** A plan for objects as they are in manifests. */
export function planOf(before: readonly Wire[], after: readonly Wire[], input: PlanInput = {}): ChangePlan {
  const [old, next] = [before, after].map(objects => objects.flatMap(object => entriesOf(structuredClone(object))));
  return planBetween(old, next, input);
}

export const OURS = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'logs' };

/** A DaemonSet of ours. */
export function daemonSet(pod: Wire = {}, spec: Wire = {}, name: string = 'logs'): Wire {
  return {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: 'agents', labels: OURS },
    spec: {
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image: 'agent:1.0' }], ...pod } },
      ...spec,
    },
  };
}

export function objectOf(apiVersion: string, kind: string, name: string, more: Wire = {}): Wire {
  return { apiVersion, kind, ...more, metadata: { name, namespace: 'agents', labels: OURS, ...more.metadata } };
}

/** Nodes `n1` to so many. */
export function nodes(count: number, labels: Wire = {}): ClusterNode[] {
  return Array.from({ length: count }, (_, index) => readNode({
    metadata: {
      name: `n${index
      + 1}`, labels,
    }, status: { allocatable: { cpu: '4', memory: '8Gi', pods: '110' }, conditions: [{ type: 'Ready', status: 'True' }] },
  }));
}

/** The actions of a plan by kind and name. */
export function actions({ objects }: ChangePlan): Wire {
  return Object.fromEntries(objects.map(({ action, about: { kind, name } }) => [`${kind} ${name}`, action]));
}
