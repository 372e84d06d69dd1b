import { foundBy } from './found-by';
import { daemonSet, deployment } from '../../../src/checks/example';
import { rbacTooBroad } from '../../../src/checks/rules/rbac-too-broad';
import type { Wire } from '../../../src/private/wire';

const apiVersion = 'rbac.authorization.k8s.io/v1';
const AGENT = daemonSet({ serviceAccountName: 'agent' });
const SUBJECT = { kind: 'ServiceAccount', name: 'agent', namespace: 'agents' };
const role = (kind: string, rules: Wire[], metadata: Wire = {}) => ({
  apiVersion, kind, metadata: { name: 'agent', ...kind === 'Role' && { namespace: 'agents' }, ...metadata }, rules,
});
const binding = (kind: string, roleKind: string, name: string = 'agent', subjects: Wire[] = [SUBJECT]) => ({
  apiVersion, kind, metadata: { name: 'agent', ...kind === 'RoleBinding' && { namespace: 'agents' } },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: roleKind, name }, subjects,
});
const clusterWide = (rule: Wire) => foundBy(rbacTooBroad, AGENT, role('ClusterRole', [rule]), binding('ClusterRoleBinding', 'ClusterRole'));
const inNamespace = (rule: Wire) => foundBy(rbacTooBroad, AGENT, role('Role', [rule]), binding('RoleBinding', 'Role'));
const rule = (group: string, resource: string, ...verbs: string[]) => ({ apiGroups: [group], resources: [resource], verbs });

test.each<[Wire, boolean, boolean]>([
  [rule('', 'secrets', 'get'), true, false], [rule('', 'secrets', 'create'), true, false],
  [{ ...rule('', 'secrets', 'get'), resourceNames: ['one'] }, false, false],
  [rule('', 'configmaps', 'update'), true, false], [rule('', 'configmaps', 'get', 'list', 'watch'), false, false],
  [rule('', 'nodes/proxy', 'get'), true, true],
  [rule('', 'nodes/metrics', 'get'), false, false], [rule('', 'pods/exec', 'create'), true, true],
  [rule('', '*/exec', 'create'), true, true], [rule('', 'pods', 'create'), true, true],
  [rule('', 'pods', 'get', 'list', 'watch'), false, false], [rule('apps', 'daemonsets', 'patch'), true, true],
  [{ ...rule('apps', 'daemonsets', 'patch'), resourceNames: ['agent'] }, false, false],
  [rule('rbac.authorization.k8s.io', 'clusterroles', 'bind'), true, true], [rule('', 'serviceaccounts', 'impersonate'), true, true],
  [rule('', 'serviceaccounts/token', 'create'), true, true],
  [rule('*', '*', '*'), true, true], [rule('', '*', 'get', 'list', 'watch'), true, false], [rule('cilium.io', '*', '*'), false, false],
  [rule('apps', '*', '*'), true, true],
  [rule('', 'nodes', 'patch'), false, false], [rule('', 'events', 'create', 'patch'), false, false],
  [rule('coordination.k8s.io', 'leases', '*'), false, false],
  [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }, false, false],
  [rule('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'update'), true, true],
])('%j', (given, wide, narrow) => {
  expect(clusterWide(given)).toHaveLength(wide ? 1 : 0);
  expect(inNamespace(given)).toHaveLength(narrow ? 1 : 0);
});

test('the role is to be changed, and a rule is reported once', () => {
  const objects = [
    AGENT, daemonSet({ serviceAccountName: 'agent' }, {}, { name: 'other' }),
    role('ClusterRole', [rule('', 'pods', 'get'), rule('', 'secrets', 'list', 'get')]),
  ];
  expect(foundBy(rbacTooBroad, ...objects, binding('ClusterRoleBinding', 'ClusterRole'))).toEqual([
    'warning agent rules[1] (secrets: list, get)',
  ]);
});

test('roles of nobody here, and of accounts that no workload uses, are no concern', () => {
  const secrets = role('ClusterRole', [rule('', 'secrets', 'get')]);
  expect(foundBy(rbacTooBroad, AGENT, secrets)).toEqual([]);
  expect(foundBy(
    rbacTooBroad, AGENT, secrets, binding('ClusterRoleBinding', 'ClusterRole', 'agent', [{ ...SUBJECT, namespace: 'other' }]),
  )).toEqual([]);
  expect(foundBy(rbacTooBroad, secrets, binding('ClusterRoleBinding', 'ClusterRole'))).toEqual([]);
});

test('groups of all service accounts, and the default account, count', () => {
  const secrets = role('ClusterRole', [rule('', 'secrets', 'get')]);
  const to = (...subjects: Wire[]) => foundBy(
    rbacTooBroad, daemonSet(), secrets, binding('ClusterRoleBinding', 'ClusterRole', 'agent', subjects),
  );
  expect(to({ kind: 'Group', name: 'system:serviceaccounts:agents' })).toHaveLength(1);
  expect(to({ kind: 'Group', name: 'system:serviceaccounts' })).toHaveLength(1);
  expect(to({ kind: 'Group', name: 'system:serviceaccounts:other' }, { kind: 'Group', name: 'admins' })).toEqual([]);
  expect(to({ kind: 'ServiceAccount', name: 'default', namespace: 'agents' })).toHaveLength(1);
});

test('roles that every cluster has are reported at the binding', () => {
  expect(foundBy(rbacTooBroad, AGENT, binding('ClusterRoleBinding', 'ClusterRole', 'cluster-admin'))).toEqual([
    'warning agent roleRef (cluster-admin)',
  ]);
  expect(foundBy(rbacTooBroad, AGENT, binding('RoleBinding', 'ClusterRole', 'edit'))).toEqual(['warning agent roleRef (edit)']);
  expect(foundBy(rbacTooBroad, AGENT, binding('ClusterRoleBinding', 'ClusterRole', 'view'))).toEqual([]);
});

test('an aggregated role has the rules of those that it collects', () => {
  const aggregated = {
    apiVersion, kind: 'ClusterRole', metadata: { name: 'agent' },
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'agent' } }] },
  };
  const part = role('ClusterRole', [rule('', 'secrets', 'get')], { name: 'part', labels: { part: 'agent' } });
  expect(foundBy(rbacTooBroad, AGENT, aggregated, part, binding('ClusterRoleBinding', 'ClusterRole'))).toEqual([
    'warning part rules[0] (secrets: get)',
  ]);
});

test('controllers need much of it: with few pods it is a note for each role that is as good as all rights', () => {
  const operator = deployment({ serviceAccountName: 'agent' });
  const found = (...rules: Wire[]) => foundBy(
    rbacTooBroad, operator, role('ClusterRole', rules), binding('ClusterRoleBinding', 'ClusterRole'),
  );
  const secrets = rule('', 'secrets', 'get');
  expect(found(secrets, rule('', 'pods/exec', 'create'), rule('apps', 'daemonsets', 'create'))).toEqual([]);
  expect(found(secrets, rule('*', '*', '*'))).toEqual(['note agent rules[1] (resources: *, verbs: *)']);
  expect(found(rule('rbac.authorization.k8s.io', 'clusterroles', 'escalate'))).toHaveLength(1);
  expect(foundBy(rbacTooBroad, operator, binding('ClusterRoleBinding', 'ClusterRole', 'cluster-admin'))).toEqual([
    'note agent roleRef (cluster-admin)',
  ]);
  expect(foundBy(rbacTooBroad, operator, binding('ClusterRoleBinding', 'ClusterRole', 'edit'))).toEqual([]);
});

test('where an agent has the role too, each of its rules counts', () => {
  const broad = role('ClusterRole', [rule('', 'secrets', 'get'), rule('', 'pods/exec', 'create')]);
  expect(foundBy(
    rbacTooBroad, deployment({ serviceAccountName: 'agent' }), { ...AGENT, metadata: { name: 'ds', namespace: 'agents' } }, broad,
    binding('ClusterRoleBinding', 'ClusterRole'),
  )).toHaveLength(2);
});

test('what runs on the control plane alone is a controller', () => {
  const there = {
    ...AGENT, spec: {
      ...AGENT.spec, template: daemonSet({
        serviceAccountName: 'agent', nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
      }).spec.template,
    },
  };
  const secrets = role('ClusterRole', [rule('', 'secrets', 'get')]);
  expect(foundBy(rbacTooBroad, there, secrets, binding('ClusterRoleBinding', 'ClusterRole'))).toEqual([]);
});
