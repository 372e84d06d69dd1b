import { groupBindingsIn, rulesOf, subjectsIn } from './bindings';
import { Entry, namespaceOf } from '../../private/entry';
import type { Wire } from '../../private/wire';
import type { Inventory } from '../inventory/inventory';
import type { Workload } from '../inventory/workload';

/** Something that an account does with the objects of a kind, in every namespace. */
export interface Deed {
  readonly apiGroup: string;
  readonly resource: string;
  readonly verb: string;
}

/** The service account of a workload. */
export function accountOf({ pod }: Pick<Workload, 'pod'>): string {
  return pod.serviceAccountName || 'default';
}

/** The bindings that give rights to the pods of a workload, by their account or by a group that it is in. */
export function bindingsOf(workload: Workload, inventory: Inventory): readonly Entry[] {
  const namespace = namespaceOf(workload);
  return [...new Set([
    ...(subjectsIn(inventory).byName.get(namespace, accountOf(workload)) ?? []).map(({ binding }) => binding),
    ...[
      `system:serviceaccounts:${namespace}`, 'system:serviceaccounts', 'system:authenticated',
    ].flatMap(group => groupBindingsIn(inventory).get(group) ?? []),
  ])];
}

/**
 * Whether the objects allow the pods of a workload to do something in the whole cluster. A role that is not among the objects allows
 * nothing.
 */
export function mayDo(workload: Workload, inventory: Inventory, { apiGroup, resource, verb }: Deed): boolean {
  return bindingsOf(workload, inventory).filter(({ kind }) => kind === 'ClusterRoleBinding')
    .flatMap(binding => rulesOf(binding, inventory) ?? [])
    .some(({ rule }) => has(rule.apiGroups, apiGroup) && has(rule.resources, resource) && has(rule.verbs, verb));
}

/** Whether a list of a rule covers a name. */
export function has(list: Wire, ...names: string[]): boolean {
  return Array.isArray(list) && list.some(each => each === '*' || names.includes(each));
}
