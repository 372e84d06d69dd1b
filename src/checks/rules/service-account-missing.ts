import { objectsByName } from '../../cluster/inventory/name-index';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { subjectsIn } from '../../cluster/rights/bindings';
import { namespaceOf } from '../../private/entry';
import { findingOf } from '../../private/finding';
import { nearest } from '../../private/nearest';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import type { Rule } from '../rule';

export const serviceAccountMissing: Rule = {
  id: 'service-account-missing',
  level: 'warning',
  summary: 'A workload runs under a service account that nobody makes.',
  looksAt: '`serviceAccountName` of workloads, ServiceAccounts of the same namespace, and the subjects of bindings.',
  why: 'The API server takes the DaemonSet and refuses each of its pods until the account exists: no pod appears, and only a FailedCreate '
    + 'event says why. The account may come from elsewhere: it is reported where the input binds rights to it, or has an account of '
    + 'nearly that name '
    + 'in the namespace.',
  fix: 'Add the ServiceAccount, or correct its name.',
  example: () => ({
    fails: [daemonSet({ serviceAccountName: 'agnet' }), account('agent')],
    passes: [daemonSet({ serviceAccountName: 'agent' }), account('agent')],
  }),
  *check(context) {
    const { inventory } = context;
    const accounts = objectsByName(inventory, 'ServiceAccount');
    const said = new Set<string>();
    for (const workload of writtenWorkloads(context)) {
      const name = workload.pod.serviceAccountName;
      if (typeof name !== 'string' || name === '' || name === 'default') {continue;}
      const namespace = namespaceOf(workload);
      const known = accounts.in(namespace);
      if (known?.has(name) || said.has(`${namespace}/${name}`)) {continue;}
      const isBound = subjectsIn(inventory).byName.get(namespace, name) !== undefined;
      const meant = nearest(name, known?.keys() ?? []);
      if (meant === undefined && !isBound) {continue;}
      // an account that many workloads miss is missing once
      said.add(`${namespace}/${name}`);
      yield findingOf(serviceAccountMissing, {
        about: workload, path: `${workload.podPath}.serviceAccountName`, given: name,
        ...meant !== undefined && { allowed: meant },
        what: isBound
          ? 'rights are bound to the account, and nobody makes the account'
          : `the namespace ${namespace} has no such account here`,
      });
    }
  },
};

function account(name: string): Wire {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'agents' } };
}
