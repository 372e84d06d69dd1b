import { podRequests } from './pod-requests';
import type { ResourceList } from './resource-list';
import { describeEntry } from '../../private/entry';
import type { Wire } from '../../private/wire';
import { factsOf, HostPortClaim } from '../workload-facts';

/** A pod that a cluster has. */
export interface ClusterPod {
  readonly namespace: string;
  readonly name: string;
  /** Undefined while it waits for a node. */
  readonly nodeName?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Who made it: the DaemonSet, for its pods. */
  readonly owner?: { readonly kind: string; readonly name: string };
  readonly phase: string;
  /** Whether it reports Ready. */
  readonly ready: boolean;
  /** Whether it is being deleted. */
  readonly terminating: boolean;
  readonly requests: ResourceList;
  readonly hostPorts: readonly HostPortClaim[];
  /** The spec that it was made with. */
  readonly spec: Wire;
}

/** A pod as `kubectl get pods -A -o json` shows it. */
export function readPod(object: Wire): ClusterPod {
  const { metadata, spec = {}, status } = object;
  const owner = (metadata?.ownerReferences ?? []).find((each: Wire) => each.controller === true);
  const ready = (status?.conditions ?? []).find(({ type }: Wire) => type === 'Ready');
  return {
    namespace: metadata?.namespace ?? 'default',
    name: metadata?.name ?? '',
    ...spec.nodeName && { nodeName: spec.nodeName },
    labels: metadata?.labels ?? {},
    ...owner && { owner: { kind: owner.kind, name: owner.name } },
    phase: status?.phase ?? 'Pending',
    ready: ready?.status === 'True',
    terminating: metadata?.deletionTimestamp !== undefined && metadata.deletionTimestamp !== null,
    requests: podRequests(spec, status),
    hostPorts: factsOf({ template: { spec } }).hostPorts,
    spec,
  };
}

/** Whether a pod still takes room on its node: one that ended does not. */
export function takesRoom({ phase }: ClusterPod): boolean {
  return phase !== 'Succeeded' && phase !== 'Failed';
}

/** A pod by who made it, where the same makes one on every node: `DaemonSet node-agents/logs`. */
export function describePod({ namespace, name, owner }: ClusterPod): string {
  return describeEntry(owner?.kind === 'DaemonSet' ? { ...owner, namespace } : { kind: 'Pod', namespace, name });
}
