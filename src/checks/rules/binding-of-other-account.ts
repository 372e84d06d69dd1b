import { NameIndex, objectsByName } from '../../cluster/inventory/name-index';
import type { Workload } from '../../cluster/inventory/workload';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { subjectsIn } from '../../cluster/rights/bindings';
import { namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const bindingOfOtherAccount: Rule = {
  id: 'binding-of-other-account',
  level: 'warning',
  summary: 'A role is bound to an account of the right name in the wrong namespace.',
  looksAt: 'The subjects of RoleBindings and ClusterRoleBindings against the service accounts of workloads: an account that no workload '
    + 'uses and nobody makes, where one of the same name in another namespace has no rights at all.',
  why: 'Namespaces in subjects are text: nothing renames them when the agent moves, and the API server checks no subject. The agent runs, '
    + 'and each of its requests is refused as forbidden.',
  fix: 'Correct the namespace of the subject.',
  example: () => ({
    fails: [daemonSet({ serviceAccountName: 'agent' }), binding('default')],
    passes: [daemonSet({ serviceAccountName: 'agent' }), binding('agents')],
  }),
  *check(context) {
    const { inventory } = context;
    const { accounts, byName } = subjectsIn(inventory);
    if (accounts.length === 0) {return;}
    const workloads = writtenWorkloads(context);
    const withoutRights = new Map<string, string>();
    for (const workload of workloads) {
      const name = workload.pod.serviceAccountName;
      if (typeof name === 'string' && name !== '' && name !== 'default' && byName.get(namespaceOf(workload), name) === undefined) {
        withoutRights.set(name, namespaceOf(workload));
      }
    }
    if (withoutRights.size === 0) {return;}
    const used = new NameIndex<Workload>();
    for (const workload of workloads) {used.set(namespaceOf(workload), workload.pod.serviceAccountName || 'default', workload);}
    const made = objectsByName(inventory, 'ServiceAccount');
    for (const bound of accounts) {
      const [account] = bound;
      const meant = withoutRights.get(account.name);
      if (meant === undefined || made.get(account.namespace, account.name) || used.get(account.namespace, account.name)) {continue;}
      for (const { binding: about, index, namespace, name } of bound) {
        yield findingOf(bindingOfOtherAccount, {
          about, path: `subjects[${index}].namespace`, given: namespace, allowed: meant,
          what: `the workload with the account '${name}' is in another namespace, and gets none of these rights`,
        });
      }
    }
  },
};

function binding(namespace: string): Wire {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'agent' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace }],
  };
}
