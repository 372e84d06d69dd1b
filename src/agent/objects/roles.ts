import { Lazy } from 'cdk8s';
import { AgentNames, sharedName } from './agent-names';
import { AgentSource } from './agent-source';
import { Wire } from '../../private/wire';
import { ApiGrant } from '../companions/api-grant';

/** Makes an object next to the workload, once for each id. */
type Make = (id: string, fields: (source: AgentSource) => Wire, place: { name: string; namespace?: string }) => void;

const RBAC = 'rbac.authorization.k8s.io/v1';

/** The roles that grants become, and the bindings that give them to the service account. */
export function makeRoles(grants: readonly ApiGrant[], names: AgentNames, make: Make): void {
  const { agentName, namespace: own } = names;
  const clusterName = sharedName(names);
  const bind = (id: string, place: { name: string; namespace?: string }, role: { kind: string; name: string }) => make(id, () => ({
    apiVersion: RBAC,
    kind: place.namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', ...role },
    subjects: [{ kind: 'ServiceAccount', name: names.serviceAccountName, namespace: own }],
  }), place);

  if (grants.some(grant => grant.scope === 'cluster')) {
    make('ClusterRole', source => ({
      apiVersion: RBAC, kind: 'ClusterRole', rules: Lazy.any({ produce: () => source.rendered().clusterRules }),
    }),
    { name: clusterName });
    bind('ClusterRoleBinding', { name: clusterName }, { kind: 'ClusterRole', name: clusterName });
  }
  for (const grant of grants.filter(({ scope }) => scope === 'role')) {
    const role = grant.clusterRoleName!;
    bind(grant.namespace === undefined ? `ClusterRoleBinding-${role}` : `RoleBinding-${grant.namespace}:${role}`,
      { name: `${clusterName}-${suffixOf(role)}`, ...grant.namespace !== undefined && { namespace: grant.namespace } },
      { kind: 'ClusterRole', name: role });
  }
  for (const namespace of new Set(grants.filter(({ scope }) => scope === 'namespace').map(grant => grant.namespace ?? own!))) {
    const name = namespace === own ? agentName : clusterName;
    make(`Role-${namespace}`, source => ({
      apiVersion: RBAC, kind: 'Role', rules: Lazy.any({ produce: () => source.rendered().namespacedRules.get(namespace) }),
    }),
    { name, namespace });
    bind(`RoleBinding-${namespace}`, { name, namespace }, { kind: 'Role', name });
  }
}

/** The right to use one object of the cluster, which a pod has by its service account alone. */
export function makeUse(
  used: { readonly apiGroup: string; readonly resource: string; readonly name: string }, name: string, names: AgentNames, make: Make,
): void {
  const place = { name, namespace: names.namespace };
  make(`Role-${name}`, () => ({
    apiVersion: RBAC, kind: 'Role',
    rules: [{ apiGroups: [used.apiGroup], resources: [used.resource], resourceNames: [used.name], verbs: ['use'] }],
  }), place);
  make(`RoleBinding-${name}`, () => ({
    apiVersion: RBAC, kind: 'RoleBinding', roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name: names.serviceAccountName, namespace: names.namespace }],
  }), place);
}

/**
 * The name of an existing role, for the name of its binding: `system:auth-delegator` becomes `system-auth-delegator`, and names without a
 * colon stay. Names of bindings may have colons too, so that other roles keep theirs, and a role that is itself named `system-...` takes
 * the colon in exchange: no two roles share a name.
 */
function suffixOf(role: string): string {
  if (role.startsWith('system:')) {return `system-${role.slice(7)}`;}
  return role.startsWith('system-') ? `system:${role.slice(7)}` : role;
}
