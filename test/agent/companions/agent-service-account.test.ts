import { AgentServiceAccount, ApiGrant, NodeAgentProps } from '../../../src/index';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, messageOf, podOf } from '../make-agent';

function accountOf(props: Partial<NodeAgentProps>) {
  const chart = testChart();
  const agent = makeAgent(props, chart);
  const { serviceAccountName, automountServiceAccountToken, volumes } = objectOf(chart, 'DaemonSet').spec.template.spec;
  return {
    made: objectOf(chart, 'ServiceAccount'), named: serviceAccountName, automount: automountServiceAccountToken,
    hasToken: volumes !== undefined, publicName: agent.serviceAccountName,
  };
}

test('without a grant there is no account and no token, and an earlier account goes', () => {
  expect(accountOf({})).toEqual({ made: undefined, named: 'default', automount: false, hasToken: false, publicName: 'agent' });
  expect(accountOf({ serviceAccount: AgentServiceAccount.whenNeeded() })).toEqual(accountOf({}));
});

test('a grant makes an account, which mounts no token by itself', () => {
  expect(accountOf({ grants: [ApiGrant.readPods()] })).toMatchObject({
    made: { metadata: { name: 'agent', namespace: 'node-agents' }, automountServiceAccountToken: false }, named: 'agent', automount: false,
    hasToken: true,
  });
});

test('a managed account is there whether or not something is granted', () => {
  const serviceAccount = AgentServiceAccount.managed({ 'eks.amazonaws.com/role-arn': 'arn' });
  expect(accountOf({ serviceAccount, annotations: { of: 'all' } })).toMatchObject({
    made: { metadata: { annotations: { 'eks.amazonaws.com/role-arn': 'arn', 'of': 'all' } } }, named: 'agent', automount: false,
    hasToken: false,
  });
});

test('an account that exists is named, and not made', () => {
  expect(accountOf({ serviceAccount: AgentServiceAccount.named('existing'), grants: [ApiGrant.readPods()] })).toEqual({
    made: undefined, named: 'existing', automount: false, hasToken: true, publicName: 'existing',
  });
});

test('the default of the cluster writes nothing at all', () => {
  expect(accountOf({ serviceAccount: AgentServiceAccount.clusterDefault() })).toEqual({
    made: undefined, named: undefined, automount: undefined, hasToken: false, publicName: 'default',
  });
});

test('rights that are granted elsewhere need a token all the same', () => {
  expect(accountOf({ apiAccess: true })).toMatchObject({ named: 'agent', hasToken: true });
  expect(accountOf({ apiAccess: false, containers: [{ name: 'other', image: 'a:1' }] })).toMatchObject({
    named: 'default', hasToken: false,
  });
});

test('what becomes needed later is made later', () => {
  const chart = testChart();
  const agent = makeAgent({}, chart);
  expect(objectOf(chart, 'ServiceAccount')).toBeUndefined();
  agent.container.addApiAccess();
  expect(objectOf(chart, 'ServiceAccount').metadata.name).toBe('agent');
  expect(objectOf(chart, 'DaemonSet').spec.template.spec.serviceAccountName).toBe('agent');
});

test('fails for a name that no account has', () => {
  expect(messageOf(() => AgentServiceAccount.named('My Account'))).toEqual(
    refusal('invalid-name', { given: "'My Account'", names: ['253'] }));
});

test('fails for an annotation that no account has', () => {
  expect(messageOf(() => podOf({ serviceAccount: AgentServiceAccount.managed({ 'a b': 'c' }) }))).toEqual(
    refusal('invalid-label', { at: 'test/agent', given: "'a b'", names: ['63', '_'] }));
});
