import { capacityOf } from '../../cluster/capacity/capacity';
import type { ClusterNode } from '../../cluster/inventory/cluster-node';
import { formatAmount, ResourceList } from '../../cluster/inventory/resource-list';
import type { Workload } from '../../cluster/inventory/workload';
import { byText } from '../../private/wire';

/** What an agent asks for of one resource, before and after, as Kubernetes writes amounts. */
export interface CostChange {
  readonly resource: string;
  /** Of each node; `0` where it asks for nothing, or is not there. */
  readonly before: string;
  readonly after: string;
  /** Of all nodes on which it should run; absent where the nodes are not known. */
  readonly totalBefore?: string;
  readonly totalAfter?: string;
}

/** What an agent asks for, resource by resource; those of which nothing changes are left out. */
export function costChanges(
  before: Workload | undefined, after: Workload | undefined, nodes: readonly ClusterNode[] | undefined,
): CostChange[] {
  const [old, now] = [before, after].map(agent => (agent ? capacityOf([agent], nodes ?? []).agents[0] : undefined));
  const amount = (list: ResourceList | undefined, resource: string): string => formatAmount(resource, list?.get(resource) ?? 0n);
  const resources = [
    ...new Set([...old?.requests.keys() ?? [], ...now?.requests.keys() ?? []]),
  ].filter(resource => resource !== 'pods').sort(byText);
  return resources.map(resource => ({
    resource, before: amount(old?.requests, resource), after: amount(now?.requests, resource),
    ...nodes && { totalBefore: amount(old?.total, resource), totalAfter: amount(now?.total, resource) },
  })).filter(change => change.before !== change.after || change.totalBefore !== change.totalAfter);
}
