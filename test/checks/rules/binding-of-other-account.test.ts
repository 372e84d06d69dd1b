import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { bindingOfOtherAccount } from '../../../src/checks/rules/binding-of-other-account';
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
  ['the namespace is another one', [agent('logs'), binding(subject('logs', 'default'))], ['warning b subjects[0].namespace (default)']],
  ['the account is also bound where it is', [agent('logs'), binding(subject('logs', 'default'), subject('logs', 'agents'))], []],
  ['the other account is made here', [agent('logs'), account('logs', 'default'), binding(subject('logs', 'default'))], []],
  ['the other account is used here', [
    agent('logs'), { ...agent('logs'), metadata: { name: 'x', namespace: 'default' } }, binding(subject('logs', 'default')),
  ], []],
  ['it is the default account', [agent(), binding(subject('default', 'kube-system'))], []],
  ['the name is another one', [agent('logs'), binding(subject('metrics', 'default'))], []],
])('binding-of-other-account, where %s', (_, objects, expected) => {
  expect(foundBy(bindingOfOtherAccount, ...objects)).toEqual(expected);
});
