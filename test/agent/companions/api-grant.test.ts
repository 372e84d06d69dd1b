import { ApiGrant } from '../../../src/index';
import { messageOf } from '../make-agent';

test.each([
  ['clusterWide', ApiGrant.clusterWide(['nodes', 'nodes/metrics'], ['get']), 'cluster', { apiGroups: [''], resources: ['nodes', 'nodes/metrics'], verbs: ['get'] }],
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

test.each(['impersonate:user-info', 'impersonate:associated-node', 'impersonate-on:serviceaccount:list'])('%s is a verb of constrained impersonation', verb => {
  expect(ApiGrant.clusterWide(['users'], [verb], { apiGroup: 'authentication.k8s.io' })._rule.verbs).toEqual([verb]);
});

test.each(['associated-node:update', 'arbitrary-node:patch'])('%s is a verb of drivers for dynamic resource allocation', verb => {
  expect(ApiGrant.clusterWide(['resourceclaims/driver'], [verb], { apiGroup: 'resource.k8s.io' })._rule.verbs).toEqual([verb]);
});

test('an existing role is named, colons and all', () => {
  expect(ApiGrant.clusterRole('system:auth-delegator')).toMatchObject({ scope: 'role', clusterRoleName: 'system:auth-delegator' });
  expect(ApiGrant.clusterRoleInNamespace('view', 'kube-system')).toMatchObject({ scope: 'role', clusterRoleName: 'view', namespace: 'kube-system' });
});

describe('fails', () => {
  const empty = (given: string) =>
    `empty-grant: a grant allows nothing; given: ${given}; allowed: at least one resource and one verb; fix: name what the agent reads or writes, or leave the grant out`;
  const verb = (given: string, fix: string) =>
    `void-grant: '${given}' is not a verb of the Kubernetes API; given: '${given}'; allowed: get, list, watch, create, update, patch, delete, deletecollection, use, bind, escalate, impersonate, approve, sign, attest, *; fix: ${fix}`;
  const resource = (given: string, meant: string) =>
    `void-grant: '${given}' is not a resource of the Kubernetes API; given: '${given}'; allowed: resources in lower case plural, at will with a subresource: pods, nodes/metrics; fix: ${meant}\`kubectl api-resources\` lists them`;
  const group = (given: string, fix: string) =>
    `void-grant: '${given}' is not an API group; given: '${given}'; allowed: an API group without a version: apps, metrics.k8s.io; fix: ${fix}`;
  const nameless = (given: string) =>
    `void-grant: a grant on named objects does not reach verbs whose requests carry no name; given: ${given}; allowed: get, list, watch, update, patch, delete; fix: leave these verbs out, or grant them in a grant without resourceNames`;

  test.each([
    ['no resource', () => ApiGrant.clusterWide([], ['get']), empty('resources [], verbs [get]')],
    ['no verb', () => ApiGrant.inOwnNamespace(['pods'], []), empty('resources [pods], verbs []')],
    ['no path', () => ApiGrant.nonResource([], ['get']), empty('resources [], verbs [get]')],
    ['no name', () => ApiGrant.clusterWide(['pods'], ['get'], { resourceNames: [] }),
      'empty-grant: a grant on named objects names none; given: resourceNames: []; allowed: at least one name, and no empty one; fix: name the objects; left out, the grant would reach every object'],
    ['a verb of the resource in capitals', () => ApiGrant.clusterWide(['Pods'], ['GET', 'list']), verb('GET', 'did you mean get?')],
    ['a kind', () => ApiGrant.clusterWide(['NetworkPolicy'], ['list']), resource('NetworkPolicy', 'did you mean networkpolicies? ')],
    ['a kind that is a plural', () => ApiGrant.clusterWide(['Endpoints'], ['list']), resource('Endpoints', 'did you mean endpoints? ')],
    ['a kind whose plural is longer', () => ApiGrant.clusterWide(['Ingress'], ['list']), resource('Ingress', 'did you mean ingresses? ')],
    ['a resource that is none', () => ApiGrant.clusterWide(['a b'], ['list']), resource('a b', '')],
    ['a version', () => ApiGrant.clusterWide(['daemonsets'], ['get'], { apiGroup: 'apps/v1' }), group('apps/v1', "write 'apps'")],
    ['a version alone', () => ApiGrant.clusterWide(['pods'], ['get'], { apiGroup: 'v1' }), group('v1', 'leave `apiGroup` out: the core group has no name')],
    ['a verb that is none', () => ApiGrant.inNamespace('a', ['pods'], ['read']), verb('read', 'did you mean get?')],
    ['a slip in a verb', () => ApiGrant.inNamespace('a', ['pods'], ['wacth']), verb('wacth', 'did you mean watch?')],
    ['a verb of nothing', () => ApiGrant.inNamespace('a', ['pods'], ['constructor']), verb('constructor', 'name one of these')],
    ['names that create does not carry', () => ApiGrant.clusterWide(['pods'], ['create', 'get'], { resourceNames: ['a'] }), nameless('create with resourceNames a')],
    ['names that deletecollection does not carry', () => ApiGrant.clusterWide(['pods'], ['deletecollection'], { resourceNames: ['a', 'b'] }), nameless('deletecollection with resourceNames a, b')],
    ['a relative path', () => ApiGrant.nonResource(['metrics', '/healthz'], ['get']),
      "void-grant: a path of the API server begins with /; given: 'metrics'; fix: write '/metrics'"],
    ['a verb in capitals', () => ApiGrant.nonResource(['/metrics'], ['GET']),
      "void-grant: a grant names what no request ever carries; given: 'GET'; allowed: verbs in lower case; fix: write get, post or *"],
    ['a namespace that cannot be', () => ApiGrant.inNamespace('Kube', ['pods'], ['get']),
      "invalid-name: the namespace of a grant is not a valid DNS label; given: 'Kube'; allowed: at most 63 lower-case letters, digits and `-`, a letter or digit at both ends; fix: write 'kube'"],
    ['a role that cannot be', () => ApiGrant.clusterRole('a/b'),
      "invalid-name: a cluster role cannot have this name; given: 'a/b'; allowed: any text without / and %; fix: copy the name from `kubectl get clusterroles`"],
  ])('for %s', (_, act, message) => {
    expect(messageOf(act)).toBe(message);
  });

  test('not for creating the children of named objects, whose requests carry the name', () => {
    expect(messageOf(() => ApiGrant.inOwnNamespace(['serviceaccounts/token'], ['create'], { resourceNames: ['a'] }))).toBeUndefined();
  });
});
