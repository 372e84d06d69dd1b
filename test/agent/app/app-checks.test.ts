import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { AgentIdentity, AgentNamespace, AgentServiceAccount, ApiGrant, NodeAgent, NodeAgentProps } from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';
import { makeAgent } from '../make-agent';

/** A name that two make: about which of them it is, and who both are. */
const collision = (first: string, second: string, object: string, about: string = second) =>
  expect.stringMatching(new RegExp(`^\\[${about}\\] name-collision: .*${first}.*${second}.*${object}`));

function agentIn(chart: Chart, id: string, props: Partial<NodeAgentProps> = {}): NodeAgent {
  return new NodeAgent(chart, id, { image: 'a:1', ...props });
}

describe('names', () => {
  test('two agents of one name are an error that names both', () => {
    const chart = testChart();
    agentIn(chart, 'one', { name: 'agent' });
    agentIn(chart, 'two', { name: 'agent' });
    expect(errorsOf(chart)).toEqual([collision('test/one', 'test/two', "DaemonSet 'agent'")]);
  });

  test('every object that has the name twice is named', () => {
    const chart = testChart();
    const props = { name: 'agent', grants: [ApiGrant.readPods()] };
    agentIn(chart, 'one', props);
    agentIn(chart, 'two', props);
    expect(errorsOf(chart)).toEqual([
      collision('test/one', 'test/two', "ServiceAccount 'agent'"),
      collision('test/one', 'test/two', "ClusterRole 'node-agents.agent'"),
      collision('test/one', 'test/two', "ClusterRoleBinding 'node-agents.agent'"),
      collision('test/one', 'test/two', "DaemonSet 'agent'"),
    ]);
  });

  test('an object of someone else counts, whichever comes first', () => {
    const early = testChart();
    new ApiObject(early, 'raw', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec: {} });
    agentIn(early, 'agent');
    expect(errorsOf(early)).toEqual([collision('test/raw', 'test/agent', "DaemonSet 'agent'")]);

    const late = testChart();
    agentIn(late, 'agent', { serviceAccount: AgentServiceAccount.managed() });
    const account = new kplus.ServiceAccount(late, 'account', { metadata: { name: 'agent' } });
    expect(errorsOf(late)).toEqual([
      collision('test/agent', `${account.node.path}/Resource`, "ServiceAccount 'agent'", 'test/agent'),
    ]);
  });

  test('two versions of one group are one kind, two groups are not', () => {
    const chart = testChart();
    agentIn(chart, 'agent');
    new ApiObject(chart, 'old', { apiVersion: 'apps/v1beta2', kind: 'DaemonSet', metadata: { name: 'agent' } });
    new ApiObject(chart, 'other', { apiVersion: 'apps.kruise.io/v1alpha1', kind: 'DaemonSet', metadata: { name: 'agent' } });
    expect(errorsOf(chart)).toEqual([collision('test/agent', 'test/old', "DaemonSet 'agent'", 'test/agent')]);
  });

  test('what others do to each other is not our business', () => {
    const chart = testChart();
    agentIn(chart, 'agent');
    ['a', 'b'].forEach(id => new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }));
    expect(errorsOf(chart)).toEqual([]);
  });

  test('another namespace is another object, unless the kind has none', () => {
    const app = new App();
    const charts = ['a', 'b'].map(id => new Chart(app, id, { namespace: id }));
    charts.forEach(chart => agentIn(chart, 'agent', { grants: [ApiGrant.readPods()] }));
    expect(charts.flatMap(errorsOf)).toEqual([]);
    charts.forEach(chart => new AgentNamespace(chart, 'namespace', { name: 'shared' }));
    expect(errorsOf(charts[0])).toEqual([collision('a/namespace', 'b/namespace', "Namespace 'shared'")]);
  });

  test('the names count that patches leave, of agents and of others', () => {
    const apart = testChart();
    agentIn(apart, 'one', { name: 'agent', identity: AgentIdentity.labels({ app: 'one' }) });
    agentIn(apart, 'two', { name: 'agent', identity: AgentIdentity.labels({ app: 'two' }) }).apiObject.addJsonPatch(JsonPatch.replace(
      '/metadata/name', 'other',
    ));
    expect(errorsOf(apart)).toEqual([]);

    const together = testChart();
    agentIn(together, 'one');
    agentIn(together, 'two').apiObject.addJsonPatch(JsonPatch.replace('/metadata/name', 'one'));
    expect(errorsOf(together)).toEqual([collision('test/one', 'test/two', "DaemonSet 'one'")]);

    const namespaces = testChart();
    agentIn(namespaces, 'agent');
    agentIn(namespaces, 'other', { name: 'agent', namespace: 'other' }).apiObject.addJsonPatch(JsonPatch.replace(
      '/metadata/namespace', 'node-agents',
    ));
    expect(errorsOf(namespaces)).toEqual([collision('test/agent', 'test/other', "DaemonSet 'agent'")]);

    const foreign = testChart();
    agentIn(foreign, 'agent');
    new ApiObject(foreign, 'raw', {
      apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'raw' }, spec: {},
    }).addJsonPatch(JsonPatch.replace('/metadata/name', 'agent'));
    expect(errorsOf(foreign)).toEqual([collision('test/agent', 'test/raw', "DaemonSet 'agent'", 'test/agent')]);
  });

  test('a namespace that someone else makes too is an error', () => {
    const chart = testChart();
    new AgentNamespace(chart, 'namespace');
    agentIn(chart, 'agent');
    new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'node-agents' } });
    expect(errorsOf(chart)).toEqual([collision('test/namespace', 'test/raw', "Namespace 'node-agents'", 'test/namespace')]);
  });
});

test('all problems of all agents are found at once', () => {
  const chart = testChart();
  makeAgent({ args: ['$(A)'] }, chart, 'one');
  makeAgent({ args: ['$(B)', '$(C)'] }, chart, 'two');
  expect(codesOf(chart)).toEqual(['[test/one] unset-variable', '[test/two] unset-variable', '[test/two] unset-variable']);
});
