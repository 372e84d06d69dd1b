import { foundBy } from './found-by';
import { rbacNeverMatches } from '../../../src/checks/rules/rbac-never-matches';
import type { Wire } from '../../../src/private/wire';

const READ = ['get', 'list', 'watch'];
const found = (rule: Wire, kind = 'ClusterRole') => foundBy(rbacNeverMatches, {
  apiVersion: 'rbac.authorization.k8s.io/v1', kind, rules: [rule],
  metadata: { name: 'role', ...kind === 'Role' && { namespace: 'agents' } },
}).map(line => line.replace('warning role rules[0].', ''));
const resources = (apiGroups: string[], ...names: string[]) => ({ apiGroups, resources: names, verbs: READ });

test.each<[string[], string]>([
  [[''], 'deployments'], [[''], 'pod'], [[''], 'Pod'], [[''], 'apps/deployments'], [[''], 'deployments.apps'], [['apps'], 'pods'],
  [['apps'], 'jobs'], [[''], 'ingresses'], [[''], 'leases'], [['apps', 'batch'], 'nodes'], [['networking.k8s.io'], 'endpointslices'],
  [[''], 'pods/logs'], [[''], 'event'],
])('of %j no release has %s', (groups, resource) => {
  expect(found(resources(groups, resource))).toEqual([`resources[0] (${resource})`]);
});

test.each<[string, Wire]>([
  ['one of the groups has it', resources(['', 'apps'], 'pods', 'deployments')],
  ['a group of others may have it', resources(['', 'example.com'], 'widgets')],
  ['all resources, and a part of all', resources([''], '*', '*/scale', 'pods/*')],
  ['parts of resources', resources([''], 'pods/log', 'nodes/proxy', 'nodes/metrics', 'nodes/stats', 'serviceaccounts/token')],
  ['finalizers, which are no part of the API', resources(['apps'], 'deployments/finalizers')],
  ['all groups', resources(['*'], 'deployment')],
  ['old groups', resources(['extensions'], 'ingresses', 'deployments')],
  ['policies that are gone', { apiGroups: ['policy'], resources: ['podsecuritypolicies'], verbs: ['use'] }],
  ['someone else', { apiGroups: [''], resources: ['users', 'groups'], verbs: ['impersonate'] }],
  ['signers', { apiGroups: ['certificates.k8s.io'], resources: ['signers'], verbs: ['approve', 'sign'] }],
  ['audiences of tokens, which can have any name', {
    apiGroups: [''], resources: ['vault'], verbs: ['request-serviceaccounts-token-audience'],
  }],
  ['paths of the API server', { nonResourceURLs: ['/metrics'], verbs: ['get', 'head'] }],
  ['plurals', resources([''], 'endpoints', 'componentstatuses', 'resourcequotas', 'persistentvolumeclaims')],
  ['plurals of other groups', resources(
    ['networking.k8s.io', 'storage.k8s.io'], 'networkpolicies', 'ingressclasses', 'csistoragecapacities',
  )],
])('%s: no finding', (_, rule) => {
  expect(found(rule)).toEqual([]);
});

test.each<[string, string | undefined]>([
  ['read', 'verbs[0] (read)'], ['GET', 'verbs[0] (GET)'], ['lists', 'verbs[0] (lists)'], ['write', 'verbs[0] (write)'],
  ['deleteCollection', 'verbs[0] (deleteCollection)'],
  ['use', undefined], ['bind', undefined], ['escalate', undefined], ['impersonate', undefined], ['sign', undefined], ['*', undefined],
  ['associated-node:update', undefined],
])('the verb %s', (verb, expected) => {
  expect(found({ apiGroups: [''], resources: ['pods'], verbs: [verb] })).toEqual(expected === undefined ? [] : [expected]);
});

test('verbs of groups of others are theirs', () => {
  expect(found({ apiGroups: ['example.com'], resources: ['widgets'], verbs: ['read'] })).toEqual([]);
});

test.each([['core'], ['v1'], ['apps/v1']])('no group is named %s', group => {
  expect(found(resources([group], 'pods'))).toEqual([`apiGroups[0] (${group})`]);
});

describe('a Role', () => {
  test.each<[string, Wire]>([
    ['nodes', resources([''], 'nodes')], ['persistentvolumes', resources([''], 'persistentvolumes/status')],
    ['namespaces', { apiGroups: [''], resources: ['namespaces'], verbs: ['list'] }],
    ['storageclasses', resources(['storage.k8s.io'], 'storageclasses')],
    ['tokenreviews', { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] }],
  ])('cannot grant %s, which are in no namespace', (_, rule) => {
    expect(found(rule, 'Role')).toHaveLength(1);
    expect(found(rule)).toEqual([]);
  });

  test.each<[string, Wire]>([
    ['its own namespace', { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] }],
    ['what has one', resources(['', 'apps'], 'pods', 'daemonsets')],
    ['roles that someone binds there', { apiGroups: ['rbac.authorization.k8s.io'], resources: ['clusterroles'], verbs: ['bind'] }],
    ['everything', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    ['all of a group', resources(['storage.k8s.io'], '*')],
    ['leases', { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] }],
  ])('grants %s', (_, rule) => {
    expect(found(rule, 'Role')).toEqual([]);
  });
});
