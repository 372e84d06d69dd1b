import type { CheckContext } from '../../cluster/inventory/check-context';
import { isDaemonSet, Workload } from '../../cluster/inventory/workload';
import { writtenDaemonSets, writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { bindingsOf } from '../../cluster/rights/account-rights';
import { groupBindingsIn, PlacedRule, rulesOf, subjectsIn } from '../../cluster/rights/bindings';
import { describeEntry, Entry, namespaceOf } from '../../private/entry';
import { findingOf, ObjectFinding } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { BROAD_ROLES, broadRightsOf } from '../facts/broad-rights';
import { isOfControlPlane } from '../facts/control-plane';
import type { Rule } from '../rule';

export const rbacTooBroad: Rule = {
  id: 'rbac-too-broad',
  level: 'warning',
  summary: 'A workload has rights with which someone who takes over one of its pods has the whole cluster.',
  looksAt: 'The rules of the roles that are bound to the service accounts of workloads: wildcards, Secrets of the whole cluster, '
    + '`nodes/proxy`, `pods/exec`, making pods and workloads, changing ConfigMaps of the whole cluster, `escalate`, `bind`, `impersonate` '
    + 'and their like.',
  why: 'An agent has its token on every node: whoever takes over one node has what the agent may do. Kubernetes names these rights in its '
    + 'guide to good practices of RBAC. Controllers, and what runs on the control plane alone, whose token is on few nodes, need much '
    + 'of it: for them '
    + 'it is a note for each role with which they can do everything, or give themselves any right.',
  fix: 'Grant the resources and verbs that the program uses: in one namespace by a Role, or by `resourceNames`. ApiGrant writes such '
    + 'rules.',
  example: () => ({
    fails: [agent(), ...bound([{ apiGroups: [''], resources: ['pods', 'secrets'], verbs: ['get', 'list', 'watch'] }])],
    passes: [agent(), ...bound([{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }])],
  }),
  *check(context) {
    const { inventory } = context;
    const holders = holdersIn(context);
    const seen = new Set<string>();
    for (const [binding, holder] of holders) {
      const rules = rulesOf(binding, inventory);
      yield* rules === undefined ? broadRole(binding, holder) : broadRules(rules, binding, holder, seen);
    }
  },
};

/** The bindings that reach a workload, and the first of the workloads: an agent, where there is one. */
function holdersIn(context: CheckContext): ReadonlyMap<Entry, Workload> {
  const { inventory } = context;
  const holders = new Map<Entry, Workload>();
  if (subjectsIn(inventory).accounts.length === 0 && groupBindingsIn(inventory).size === 0) {return holders;}
  const [agents, all] = [writtenDaemonSets(context), writtenWorkloads(context)];
  for (const workload of agents.length === all.length ? agents : [...agents, ...all.filter(each => !isDaemonSet(each))]) {
    for (const binding of bindingsOf(workload, inventory)) {
      if (!holders.has(binding)) {holders.set(binding, workload);}
    }
  }
  return holders;
}

function* broadRules(rules: readonly PlacedRule[], binding: Entry, holder: Workload, seen: Set<string>): Generator<ObjectFinding> {
  const isClusterWide = binding.kind === 'ClusterRoleBinding';
  for (const { role, index, rule } of rules) {
    const rights = broadRightsOf(rule, isClusterWide);
    if (rights.length === 0) {continue;}
    const isAgent = isOnNodes(holder);
    const isUsual = !isAgent && !rights.some(({ isAll }) => isAll);
    const key = `${describeEntry(role)} ${isAgent ? index : isUsual}`;
    if (seen.has(key)) {continue;}
    seen.add(key);
    const where = isClusterWide ? '' : `, in the namespace ${namespaceOf(binding)}`;
    yield findingOf(rbacTooBroad, {
      about: role, path: `rules[${index}]`, given: rights.map(({ given }) => given).join('; '), level: isAgent ? 'warning' : 'note',
      ...isUsual && { isUsual },
      what: `the pods of ${describeEntry(holder)} can ${rights.map(({ can }) => can).join(', and ')}${where}`,
    });
  }
}

/** Roles that every cluster has are not in the input. */
function* broadRole(binding: Entry, holder: Workload): Generator<ObjectFinding> {
  const { kind, name } = binding.object.roleRef ?? {};
  const can = kind === 'ClusterRole' ? BROAD_ROLES.get(name) : undefined;
  if (can === undefined) {return;}
  const isClusterWide = binding.kind === 'ClusterRoleBinding';
  const isAgent = isOnNodes(holder);
  const isUsual = !isAgent && !(isClusterWide && name === 'cluster-admin');
  yield findingOf(rbacTooBroad, {
    about: binding, path: 'roleRef', given: name, level: isAgent ? 'warning' : 'note', ...isUsual && { isUsual },
    what: `the pods of ${describeEntry(holder)} can `
      + `${isClusterWide ? can : `${can.replace(' in the whole cluster', '')}, in the namespace ${namespaceOf(binding)}`}`,
  });
}

function agent(): Wire {
  return daemonSet({ serviceAccountName: 'agent' });
}

function bound(rules: Wire[]): Wire[] {
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  return [
    { apiVersion, kind: 'ClusterRole', metadata: { name: 'agent' }, rules },
    {
      apiVersion, kind: 'ClusterRoleBinding', metadata: { name: 'agent' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'agent' },
      subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'agents' }],
    },
  ];
}

/** Whether the token of a workload is on the nodes of applications. */
function isOnNodes(holder: Workload): boolean {
  return isDaemonSet(holder) && !isOfControlPlane(holder);
}
