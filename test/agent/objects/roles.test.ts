import { App, Chart } from 'cdk8s';
import { AgentServiceAccount, ApiGrant, NodeAgent, NodeAgentProps, Priority } from '../../../src';
import { errorsOf, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, problemsOf } from '../make-agent';

const rbac = (props: Partial<NodeAgentProps>) => {
  const chart = testChart();
  makeAgent(props, chart);
  return chart.toJson().filter((object: any) => object.apiVersion.startsWith('rbac') || object.kind === 'ServiceAccount')
    .map((object: any) => `${object.kind} ${object.metadata.namespace ?? '-'} ${object.metadata.name}`);
};

test('without a grant there is no role, no binding and no service account', () => {
  expect(rbac({})).toEqual([]);
});

test('what holds everywhere becomes a cluster role, whose name tells the namespace', () => {
  expect(rbac({ grants: [ApiGrant.readPods()] })).toEqual([
    'ServiceAccount node-agents agent', 'ClusterRole - node-agents.agent', 'ClusterRoleBinding - node-agents.agent',
  ]);
});

test('no two agents of a cluster share a name of an object that has no namespace', () => {
  const namesOf = (namespace: string, name: string) => {
    const chart = testChart('test', namespace);
    makeAgent({ name, grants: [ApiGrant.readPods()], priority: Priority.dedicated(5) }, chart);
    return chart.toJson().filter((object: any) => object.metadata.namespace === undefined).map((object: any) => `${object.kind} `
      + `${object.metadata.name}`);
  };
  expect(namesOf('a', 'b-c')).toEqual(['ClusterRole a.b-c', 'ClusterRoleBinding a.b-c', 'PriorityClass agents.a.b-c.5']);
  expect(namesOf('a-b', 'c')).toEqual(['ClusterRole a-b.c', 'ClusterRoleBinding a-b.c', 'PriorityClass agents.a-b.c.5']);
});

test('what holds in a namespace becomes a role there', () => {
  expect(rbac({ grants: [ApiGrant.inOwnNamespace(['pods'], ['get']), ApiGrant.inNamespace('kube-system', ['pods'], ['get'])] })).toEqual([
    'ServiceAccount node-agents agent', 'Role node-agents agent', 'RoleBinding node-agents agent', 'Role kube-system node-agents.agent',
    'RoleBinding kube-system node-agents.agent',
  ]);
});

test('the agent\'s own namespace is one namespace, however it is named', () => {
  const chart = testChart();
  makeAgent({ grants: [ApiGrant.inOwnNamespace(['pods'], ['get']), ApiGrant.inNamespace('node-agents', ['pods'], ['list'])] }, chart);
  expect(objectOf(chart, 'Role').rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }]);
});

test('an existing cluster role is bound, everywhere or in a namespace', () => {
  const grants = [ApiGrant.clusterRole('system:auth-delegator'), ApiGrant.clusterRoleInNamespace('view', 'kube-public')];
  expect(rbac({ grants })).toEqual([
    'ServiceAccount node-agents agent', 'ClusterRoleBinding - node-agents.agent-system-auth-delegator',
    'RoleBinding kube-public node-agents.agent-view',
  ]);
  const chart = testChart();
  makeAgent({ grants }, chart);
  expect(objectOf(chart, 'ClusterRoleBinding')).toMatchObject({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:auth-delegator' },
    subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'node-agents' }],
  });
});

test('no grant is lost where namespaces and roles are named alike', () => {
  expect(rbac({ grants: [ApiGrant.clusterRoleInNamespace('c', 'a-b'), ApiGrant.clusterRoleInNamespace('b-c', 'a')] })).toEqual([
    'ServiceAccount node-agents agent', 'RoleBinding a-b node-agents.agent-c', 'RoleBinding a node-agents.agent-b-c',
  ]);
});

test('no two roles share the name of a binding, and those of ordinary roles are readable', () => {
  const roles = ['a:b', 'a-b', 'system:a', 'system-a', 'system:a:b', 'system:a-b', 'view'];
  expect(rbac({ grants: roles.map(role => ApiGrant.clusterRole(role)) })).toEqual([
    'ServiceAccount node-agents agent',
    ...['a:b', 'a-b', 'system-a', 'system:a', 'system-a:b', 'system-a-b', 'view'].map(name => 'ClusterRoleBinding - '
      + `node-agents.agent-${name}`),
  ]);
  expect(problemsOf({ grants: roles.map(role => ApiGrant.clusterRoleInNamespace(role, 'kube-public')) })).toEqual([]);
});

test('grants of all containers become one role, without duplicates and in a fixed order', () => {
  const chart = testChart();
  const containers = [{ name: 'other', image: 'a:1', grants: [ApiGrant.readNodes(), ApiGrant.readPods()] }];
  makeAgent({ grants: [ApiGrant.watchPods(), ApiGrant.readPods()], containers }, chart);
  expect(objectOf(chart, 'ClusterRole').rules).toEqual([
    { apiGroups: [''], resources: ['nodes'], verbs: ['get'] }, { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
  ]);
});

test('grants that come later are in the role too', () => {
  const chart = testChart();
  const agent = makeAgent({}, chart);
  agent.container.addGrants(ApiGrant.readPods());
  agent.container.addGrants(ApiGrant.readNodes());
  expect(objectOf(chart, 'ClusterRole').rules).toEqual([{ apiGroups: [''], resources: ['nodes', 'pods'], verbs: ['get'] }]);
});

test('grants are bound to an account that exists', () => {
  const chart = testChart();
  makeAgent({ grants: [ApiGrant.readPods()], serviceAccount: AgentServiceAccount.named('existing') }, chart);
  expect(objectOf(chart, 'ClusterRoleBinding').subjects).toEqual([{ kind: 'ServiceAccount', name: 'existing', namespace: 'node-agents' }]);
  expect(objectOf(chart, 'ServiceAccount')).toBeUndefined();
});

describe('fails', () => {
  test('for a grant without an account', () => {
    expect(problemsOf({ grants: [ApiGrant.readPods()], serviceAccount: AgentServiceAccount.clusterDefault() })).toEqual([
      refusal('grant-without-account', {
        given: 'AgentServiceAccount.clusterDefault()', names: ['agent', 'AgentServiceAccount.whenNeeded'],
      }),
    ]);
  });

  test('for a grant of a container that gets no token', () => {
    expect(problemsOf({ apiAccess: false, grants: [ApiGrant.readPods()] })).toEqual([
      refusal('grant-without-account', { given: 'apiAccess: false', names: ['agent'] }),
    ]);
    expect(problemsOf({ apiAccess: false, containers: [{ name: 'other', image: 'a:1', grants: [ApiGrant.readPods()] }] })).toEqual([]);
  });

  test('for a grant without a namespace', () => {
    const chart = new Chart(new App(), 'test');
    new NodeAgent(chart, 'agent', { image: 'a:1', grants: [ApiGrant.readPods()] });
    expect(errorsOf(chart)).toEqual([
      refusal('missing-namespace', { at: 'test/agent' }),
    ]);
  });
});
