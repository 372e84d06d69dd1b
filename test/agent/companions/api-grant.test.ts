import { ApiGrant } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { messageOf } from '../make-agent';

test.each([
  ['clusterWide', ApiGrant.clusterWide(['nodes', 'nodes/metrics'], ['get']), 'cluster', {
    apiGroups: [''], resources: ['nodes', 'nodes/metrics'], verbs: ['get'],
  }],
  ['inOwnNamespace', ApiGrant.inOwnNamespace(['leases'], ['create'], { apiGroup: 'coordination.k8s.io' }), 'namespace',
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] }],
  ['inNamespace', ApiGrant.inNamespace('kube-system', ['configmaps'], ['get', 'watch'], { resourceNames: ['a'] }), 'namespace',
    { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'watch'], resourceNames: ['a'] }],
  ['nonResource', ApiGrant.nonResource(['/metrics', '*'], ['get']), 'cluster', { nonResourceURLs: ['/metrics', '*'], verbs: ['get'] }],
  ['readPods', ApiGrant.readPods(), 'cluster', { apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  ['watchPods', ApiGrant.watchPods(), 'cluster', { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  ['readNodes', ApiGrant.readNodes(), 'cluster', { apiGroups: [''], resources: ['nodes'], verbs: ['get'] }],
  ['readNamespaces', ApiGrant.readNamespaces(), 'cluster', { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] }],
])('%s is one rule', (_, grant, scope, rule) => {
  expect(grant.scope).toBe(scope);
  expect(grant._rule).toEqual(rule);
});

test('who asks who a caller is gets two rules', () => {
  expect(ApiGrant.reviewAccess().map(grant => grant._rule)).toEqual([
    { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
    { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
  ]);
});

test.each([
  'impersonate:user-info', 'impersonate:associated-node', 'impersonate-on:serviceaccount:list',
])('%s is a verb of constrained impersonation', verb => {
  expect(ApiGrant.clusterWide(['users'], [verb], { apiGroup: 'authentication.k8s.io' })._rule.verbs).toEqual([verb]);
});

test.each(['associated-node:update', 'arbitrary-node:patch'])('%s is a verb of drivers for dynamic resource allocation', verb => {
  expect(ApiGrant.clusterWide(['resourceclaims/driver'], [verb], { apiGroup: 'resource.k8s.io' })._rule.verbs).toEqual([verb]);
});

test('an existing role is named, colons and all', () => {
  expect(ApiGrant.clusterRole('system:auth-delegator')).toMatchObject({ scope: 'role', clusterRoleName: 'system:auth-delegator' });
  expect(ApiGrant.clusterRoleInNamespace('view', 'kube-system')).toMatchObject({
    scope: 'role', clusterRoleName: 'view', namespace: 'kube-system',
  });
});

describe('fails', () => {
  const empty = (given: string) => refusal('empty-grant', { given });
  const verb = (given: string) => refusal('void-grant', { given: `'${given}'`, names: [given] });
  const resource = (given: string) => refusal('void-grant', { given: `'${given}'`, names: [given, 'nodes/metrics'] });
  const group = (given: string) => refusal('void-grant', { given: `'${given}'`, names: [given, 'metrics.k8s.io'] });
  const nameless = (given: string) => refusal('void-grant', { given });

  test.each([
    ['no resource', () => ApiGrant.clusterWide([], ['get']), empty('resources [], verbs [get]')],
    ['no verb', () => ApiGrant.inOwnNamespace(['pods'], []), empty('resources [pods], verbs []')],
    ['no path', () => ApiGrant.nonResource([], ['get']), empty('resources [], verbs [get]')],
    ['no name', () => ApiGrant.clusterWide(['pods'], ['get'], { resourceNames: [] }),
      refusal('empty-grant', { given: 'resourceNames: []' })],
    ['a verb of the resource in capitals', () => ApiGrant.clusterWide(['Pods'], ['GET', 'list']), verb('GET')],
    ['a kind', () => ApiGrant.clusterWide(['NetworkPolicy'], ['list']), resource('NetworkPolicy')],
    ['a kind that is a plural', () => ApiGrant.clusterWide(['Endpoints'], ['list']), resource('Endpoints')],
    ['a kind whose plural is longer', () => ApiGrant.clusterWide(['Ingress'], ['list']), resource('Ingress')],
    ['a resource that is none', () => ApiGrant.clusterWide(['a b'], ['list']), resource('a b')],
    ['a version', () => ApiGrant.clusterWide(['daemonsets'], ['get'], { apiGroup: 'apps/v1' }), group('apps/v1')],
    ['a version alone', () => ApiGrant.clusterWide(['pods'], ['get'], { apiGroup: 'v1' }), group('v1')],
    ['a verb that is none', () => ApiGrant.inNamespace('a', ['pods'], ['read']), verb('read')],
    ['a slip in a verb', () => ApiGrant.inNamespace('a', ['pods'], ['wacth']), verb('wacth')],
    ['a verb of nothing', () => ApiGrant.inNamespace('a', ['pods'], ['constructor']), verb('constructor')],
    ['names that create does not carry', () => ApiGrant.clusterWide(['pods'], ['create', 'get'], { resourceNames: ['a'] }), nameless(
      'create with resourceNames a',
    )],
    ['names that deletecollection does not carry', () => ApiGrant.clusterWide(['pods'], ['deletecollection'], {
      resourceNames: ['a', 'b'],
    }), nameless('deletecollection with resourceNames a, b')],
    ['a relative path', () => ApiGrant.nonResource(['metrics', '/healthz'], ['get']),
      refusal('void-grant', { given: "'metrics'" })],
    ['a verb in capitals', () => ApiGrant.nonResource(['/metrics'], ['GET']),
      refusal('void-grant', { given: "'GET'" })],
    ['a namespace that cannot be', () => ApiGrant.inNamespace('Kube', ['pods'], ['get']),
      refusal('invalid-name', { given: "'Kube'", names: ['63'] })],
    ['a role that cannot be', () => ApiGrant.clusterRole('a/b'),
      refusal('invalid-name', { given: "'a/b'" })],
  ])('for %s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });

  test('not for creating the children of named objects, whose requests carry the name', () => {
    expect(messageOf(() => ApiGrant.inOwnNamespace(['serviceaccounts/token'], ['create'], { resourceNames: ['a'] }))).toBeUndefined();
  });
});
