import { Entry, namespaceOf } from '../../private/entry';
import { listUnder } from '../../private/list-under';
import { memo } from '../../private/memo';
import type { Wire } from '../../private/wire';
import type { Inventory } from '../inventory/inventory';
import { NameIndex, objectsByName } from '../inventory/name-index';
import { selectsLabels } from '../label-selector';

const GROUP = 'rbac.authorization.k8s.io';

/** A service account that a binding names, and where. */
export interface BoundSubject {
  readonly binding: Entry;
  readonly index: number;
  readonly name: string;
  readonly namespace: string;
}

/** RoleBindings and ClusterRoleBindings. */
const bindingsIn = memo((inventory: Inventory): readonly Entry[] => [
  ...inventory.ofKind('RoleBinding', GROUP), ...inventory.ofKind('ClusterRoleBinding', GROUP),
]);

/** The service accounts that bindings name. */
export interface BoundSubjects {
  /** Those of one account together, in the order in which accounts are first named. */
  readonly accounts: readonly (readonly BoundSubject[])[];
  readonly byName: NameIndex<readonly BoundSubject[]>;
}

/** The service accounts that bindings name. */
export const subjectsIn = memo((inventory: Inventory): BoundSubjects => {
  const accounts: BoundSubject[][] = [];
  const byName = new NameIndex<BoundSubject[]>();
  for (const binding of bindingsIn(inventory)) {
    const subjects: Wire[] = binding.object.subjects ?? [];
    subjects.forEach(({ kind, name, namespace: given }, index) => {
      if (kind !== 'ServiceAccount' || typeof name !== 'string') {return;}
      const namespace = typeof given === 'string' && given !== '' ? given : namespaceOf(binding);
      let account = byName.get(namespace, name);
      if (account === undefined) {
        account = [];
        accounts.push(account);
        byName.set(namespace, name, account);
      }
      account.push({ binding, index, name, namespace });
    });
  }
  return { accounts, byName };
});

/** The bindings that give rights to every service account of a namespace, by the group that they name. */
export const groupBindingsIn = memo((inventory: Inventory): ReadonlyMap<string, readonly Entry[]> => {
  const found = new Map<string, Entry[]>();
  for (const binding of bindingsIn(inventory)) {
    for (const { kind, name } of binding.object.subjects ?? []) {
      if (kind === 'Group'
        && /^system:(serviceaccounts(:|$)|authenticated$)/.test(String(name))) {listUnder(found, String(name)).push(binding);}
    }
  }
  return found;
});

const clusterRoles = memo((inventory: Inventory): ReadonlyMap<string, Entry> =>
  new Map(inventory.ofKind('ClusterRole', GROUP).map(role => [role.name, role])));

/** A rule of a role, and where it stands. */
export interface PlacedRule {
  readonly role: Entry;
  readonly index: number;
  readonly rule: Wire;
}

/**
 * The rules of the role that a binding gives: those of all cluster roles that an aggregated one collects. Undefined where the role is not
 * in the input.
 */
export function rulesOf(binding: Entry, inventory: Inventory): readonly PlacedRule[] | undefined {
  const { kind, name } = binding.object.roleRef ?? {};
  const role = kind === 'ClusterRole' ? clusterRoles(inventory).get(name)
    : kind === 'Role' ? objectsByName(inventory, 'Role', GROUP).get(namespaceOf(binding), name) : undefined;
  if (role === undefined) {return undefined;}
  const selectors: Wire[] = role.object.aggregationRule?.clusterRoleSelectors ?? [];
  const roles = selectors.length === 0 ? [role] : inventory.ofKind('ClusterRole', GROUP)
    .filter(({ object }) => selectors.some(selector => selectsLabels(selector, object.metadata?.labels ?? {})));
  return roles.flatMap(each => (each.object.rules ?? []).map((rule: Wire, index: number) => ({ role: each, index, rule })));
}
