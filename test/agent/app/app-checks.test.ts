import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { AgentIdentity, AgentNamespace, AgentServiceAccount, ApiGrant, NodeAgent, NodeAgentProps } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';
import { makeAgent } from '../make-agent';

const OTHER = 'if the charts go to different clusters, call TargetCluster.configure on each of them';
const collision = (first: string, second: string, object: string, name: string, about: string = second) =>
  `[${about}] name-collision: ${first} and ${second} both make the ${object}; given: '${name}' twice; fix: give one of them another \`name\`; ${OTHER}`;

function agentIn(chart: Chart, id: string, props: Partial<NodeAgentProps> = {}): NodeAgent {
  return new NodeAgent(chart, id, { image: 'a:1', ...props });
}

describe('names', () => {
  test('two agents of one name are an error that names both', () => {
    const chart = testChart();
    agentIn(chart, 'one', { name: 'agent' });
    agentIn(chart, 'two', { name: 'agent' });
    expect(errorsOf(chart)).toEqual([collision('test/one', 'test/two', "DaemonSet 'agent' in the namespace 'node-agents'", 'agent')]);
  });

  test('every object that has the name twice is named', () => {
    const chart = testChart();
    const props = { name: 'agent', grants: [ApiGrant.readPods()] };
    agentIn(chart, 'one', props);
    agentIn(chart, 'two', props);
    expect(errorsOf(chart)).toEqual([
      collision('test/one', 'test/two', "ServiceAccount 'agent' in the namespace 'node-agents'", 'agent'),
      collision('test/one', 'test/two', "ClusterRole 'node-agents-agent'", 'node-agents-agent'),
      collision('test/one', 'test/two', "ClusterRoleBinding 'node-agents-agent'", 'node-agents-agent'),
      collision('test/one', 'test/two', "DaemonSet 'agent' in the namespace 'node-agents'", 'agent'),
    ]);
  });

  test('an object of someone else counts, whichever comes first', () => {
    const early = testChart();
    new ApiObject(early, 'raw', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec: {} });
    agentIn(early, 'agent');
    expect(errorsOf(early)).toEqual([collision('test/raw', 'test/agent', "DaemonSet 'agent' in the namespace 'node-agents'", 'agent')]);

    const late = testChart();
    agentIn(late, 'agent', { serviceAccount: AgentServiceAccount.managed() });
    const account = new kplus.ServiceAccount(late, 'account', { metadata: { name: 'agent' } });
    expect(errorsOf(late)).toEqual([
      collision('test/agent', `${account.node.path}/Resource`, "ServiceAccount 'agent' in the namespace 'node-agents'", 'agent', 'test/agent'),
    ]);
  });

  test('two versions of one group are one kind, two groups are not', () => {
    const chart = testChart();
    agentIn(chart, 'agent');
    new ApiObject(chart, 'old', { apiVersion: 'apps/v1beta2', kind: 'DaemonSet', metadata: { name: 'agent' } });
    new ApiObject(chart, 'other', { apiVersion: 'apps.kruise.io/v1alpha1', kind: 'DaemonSet', metadata: { name: 'agent' } });
    expect(errorsOf(chart)).toEqual([collision('test/agent', 'test/old', "DaemonSet 'agent' in the namespace 'node-agents'", 'agent', 'test/agent')]);
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
    expect(errorsOf(charts[0])).toEqual([collision('a/namespace', 'b/namespace', "Namespace 'shared'", 'shared')]);
  });

  test('the names count that patches leave, of agents and of others', () => {
    const apart = testChart();
    agentIn(apart, 'one', { name: 'agent', identity: AgentIdentity.labels({ app: 'one' }) });
    agentIn(apart, 'two', { name: 'agent', identity: AgentIdentity.labels({ app: 'two' }) }).apiObject.addJsonPatch(JsonPatch.replace('/metadata/name', 'other'));
    expect(errorsOf(apart)).toEqual([]);

    const together = testChart();
    agentIn(together, 'one');
    agentIn(together, 'two').apiObject.addJsonPatch(JsonPatch.replace('/metadata/name', 'one'));
    expect(errorsOf(together)).toEqual([collision('test/one', 'test/two', "DaemonSet 'one' in the namespace 'node-agents'", 'one')]);

    const namespaces = testChart();
    agentIn(namespaces, 'agent');
    agentIn(namespaces, 'other', { name: 'agent', namespace: 'other' }).apiObject.addJsonPatch(JsonPatch.replace('/metadata/namespace', 'node-agents'));
    expect(errorsOf(namespaces)).toEqual([collision('test/agent', 'test/other', "DaemonSet 'agent' in the namespace 'node-agents'", 'agent')]);

    const foreign = testChart();
    agentIn(foreign, 'agent');
    new ApiObject(foreign, 'raw', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'raw' }, spec: {} }).addJsonPatch(JsonPatch.replace('/metadata/name', 'agent'));
    expect(errorsOf(foreign)).toEqual([collision('test/agent', 'test/raw', "DaemonSet 'agent' in the namespace 'node-agents'", 'agent', 'test/agent')]);
  });

  test('a namespace that someone else makes too is an error', () => {
    const chart = testChart();
    new AgentNamespace(chart, 'namespace');
    agentIn(chart, 'agent');
    new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'node-agents' } });
    expect(errorsOf(chart)).toEqual([collision('test/namespace', 'test/raw', "Namespace 'node-agents'", 'node-agents', 'test/namespace')]);
  });
});

describe('selectors', () => {
  const taking = (one: string, other: string, labels: string) =>
    `[${one}] selector-collision: ${one} would take the pods of ${other} for its own; given: ${labels}; fix: give one of them another \`identity\``;

  test('two agents of one identity would adopt each other\'s pods', () => {
    const chart = testChart();
    ['one', 'two'].forEach(id => agentIn(chart, id, { identity: AgentIdentity.labels({ app: 'agent' }) }));
    expect(errorsOf(chart)).toEqual([taking('test/one', 'test/two', 'app: agent'), taking('test/two', 'test/one', 'app: agent')]);
  });

  test('a selector that is met by more labels of the other takes its pods, not the other way round', () => {
    const chart = testChart();
    agentIn(chart, 'wide', { identity: AgentIdentity.labels({ app: 'agent' }) });
    agentIn(chart, 'narrow', { identity: AgentIdentity.labels({ app: 'agent', tier: 'node' }) });
    expect(errorsOf(chart)).toEqual([taking('test/wide', 'test/narrow', 'app: agent')]);
  });

  test('labels for people count as well, since the selector cannot tell', () => {
    const chart = testChart();
    agentIn(chart, 'one', { identity: AgentIdentity.labels({ app: 'agent' }) });
    agentIn(chart, 'two', { podLabels: { app: 'agent' } });
    expect(errorsOf(chart)).toEqual([taking('test/one', 'test/two', 'app: agent')]);
  });

  test('all labels of a selector must be met, not one of them', () => {
    const chart = testChart();
    [['1', '2'], ['1', '3'], ['4', '2']].forEach(([x, y], index) => agentIn(chart, `agent-${index}`, { identity: AgentIdentity.labels({ x, y }) }));
    expect(errorsOf(chart)).toEqual([]);
  });

  test('the selector and the labels count that patches leave', () => {
    const label = (id: string) => ({ identity: AgentIdentity.labels({ app: id }) });
    const chart = testChart();
    agentIn(chart, 'one', label('one'));
    agentIn(chart, 'two', label('two')).apiObject.addJsonPatch(JsonPatch.replace('/spec/selector/matchLabels/app', 'one'), JsonPatch.replace('/spec/template/metadata/labels/app', 'one'));
    expect(errorsOf(chart)).toEqual([taking('test/one', 'test/two', 'app: one'), taking('test/two', 'test/one', 'app: one')]);
  });

  const template = (labels: object) => ({ metadata: { labels }, spec: { containers: [{ name: 'a', image: 'a:1' }] } });
  const workload = (chart: Chart, kind: string, spec: object, props: object = {}) =>
    new ApiObject(chart, `raw-${kind}`.toLowerCase(), { apiVersion: 'apps/v1', kind, metadata: { name: 'raw', ...props }, spec });
  const withForeign = (one: string, other: string, labels: string) =>
    `[test/agent] selector-collision: ${one} would take the pods of ${other} for its own; given: ${labels}; fix: give the agent another \`identity\``;

  test.each(['DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet'])('a %s of someone else counts, in both directions', kind => {
    const chart = testChart();
    agentIn(chart, 'agent', { identity: AgentIdentity.labels({ app: 'agent', tier: 'node' }) });
    const raw = `test/raw-${kind.toLowerCase()}`;
    workload(chart, kind, { selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['agent'] }] }, template: template({ app: 'agent', tier: 'node' }) });
    expect(errorsOf(chart)).toEqual([withForeign('test/agent', raw, 'app: agent, tier: node'), withForeign(raw, 'test/agent', 'app In agent')]);
  });

  test('a workload of cdk8s-plus counts', () => {
    const chart = testChart();
    agentIn(chart, 'agent', { identity: AgentIdentity.labels({ app: 'web' }) });
    const web = new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, podMetadata: { labels: { app: 'web' } }, containers: [{ image: 'a:1', portNumber: 80 }] });
    expect(errorsOf(chart)).toEqual([withForeign('test/agent', `${web.node.path}/Resource`, 'app: web')]);
  });

  test('workloads of others among themselves, in other namespaces, of other groups or without a selector are not our business', () => {
    const chart = testChart();
    agentIn(chart, 'agent', { identity: AgentIdentity.labels({ app: 'agent' }) });
    const selecting = { selector: { matchLabels: { app: 'agent' } }, template: template({ app: 'agent' }) };
    workload(chart, 'Deployment', selecting, { namespace: 'other' });
    workload(chart, 'StatefulSet', selecting, { namespace: 'other' });
    workload(chart, 'ReplicaSet', {});
    new ApiObject(chart, 'kruise', { apiVersion: 'apps.kruise.io/v1alpha1', kind: 'DaemonSet', metadata: { name: 'raw' }, spec: selecting });
    expect(errorsOf(chart)).toEqual([]);
  });

  test('the standard identity never collides, and neither do two namespaces', () => {
    const chart = testChart();
    ['one', 'two'].forEach(id => agentIn(chart, id, { identity: AgentIdentity.standard('fluent-bit') }));
    ['a', 'b'].forEach(namespace => agentIn(chart, namespace, { namespace, identity: AgentIdentity.labels({ app: 'agent' }) }));
    expect(errorsOf(chart)).toEqual([]);
  });
});

test('all problems of all agents are found at once', () => {
  const chart = testChart();
  makeAgent({ args: ['$(A)'] }, chart, 'one');
  makeAgent({ args: ['$(B)', '$(C)'] }, chart, 'two');
  expect(errorsOf(chart).map(line => line.replace(/; allowed.*/, ''))).toEqual([
    "[test/one] undefined-variable: the container 'agent' refers to a variable that it does not have; given: $(A)",
    "[test/two] undefined-variable: the container 'agent' refers to a variable that it does not have; given: $(B)",
    "[test/two] undefined-variable: the container 'agent' refers to a variable that it does not have; given: $(C)",
  ]);
});
