import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { serviceAccountMissing } from '../../../src/checks/rules/service-account-missing';
import type { Wire } from '../../../src/private/wire';

const account = (name: string, namespace: string = 'agents') => ({
  apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace },
});
const binding = (...subjects: Wire[]) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'b' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' }, subjects,
});
const subject = (name: string, namespace: string) => ({ kind: 'ServiceAccount', name, namespace });
const agent = (serviceAccountName?: string) => daemonSet({ ...serviceAccountName !== undefined && { serviceAccountName } });

test.each<[string, Wire[], string[]]>([
  ['the input has no account at all', [agent('logs')], []],
  ['only other namespaces have accounts', [agent('logs'), account('logs', 'other')], []],
  ['the account is there', [agent('logs'), account('logs')], []],
  ['it is the default account', [agent('default'), account('other')], []],
  ['none is named', [agent(), account('other')], []],
  ['others are there, and it may come from elsewhere', [agent('logs'), account('collector')], []],
  ['one is nearly it', [agent('logs'), account('log')], ['warning']],
  ['rights are bound to it', [agent('logs'), binding(subject('logs', 'agents'))], ['warning']],
])('service-account-missing, where %s', (_, objects, levels) => {
  expect(foundBy(serviceAccountMissing, ...objects).map(line => line.split(' ')[0])).toEqual(levels);
});

test('an account that two workloads miss is missing once', () => {
  const others = (...names: string[]) => names.map(name => daemonSet({ serviceAccountName: 'logs' }, {}, { name }));
  expect(foundBy(serviceAccountMissing, ...others('a', 'b'), account('log'))).toHaveLength(1);
});
