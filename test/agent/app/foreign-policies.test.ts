import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { HostNamespace, NodeAgentProps } from '../../../src';
import { codesOf, errorsOf, testChart } from '../../support/golden';
import { makeAgent, WHY } from '../make-agent';

const onHost: Partial<NodeAgentProps> = { hostNamespaces: [HostNamespace.network(WHY)] };
/** An error about the agent that names the policy. */
const line = (name: string, about: string = 'test/agent') => expect.stringMatching(new RegExp(
  `^\\[${about}\\] network-policy-no-effect: .*NetworkPolicy ${name}`,
));

function policy(spec: object, props: Partial<NodeAgentProps> = onHost, metadata: object = {}): string[] {
  const chart = testChart();
  makeAgent(props, chart);
  new ApiObject(chart, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p', ...metadata }, spec });
  return errorsOf(chart);
}

const matchLabels = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };

describe('fails', () => {
  test('for a policy of cdk8s-plus that selects an agent on the host network', () => {
    const chart = testChart();
    const agent = makeAgent(onHost, chart);
    new kplus.NetworkPolicy(chart, 'policy', {
      metadata: { name: 'p' }, selector: agent, ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
    });
    expect(errorsOf(chart)).toEqual([line('node-agents/p')]);
  });

  test('for an agent on the host network as a peer, in either direction', () => {
    const chart = testChart();
    const agent = makeAgent(onHost, chart);
    const web = new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'a:1', portNumber: 80 }] });
    web.connections.allowTo(agent, { isolation: kplus.PodConnectionsIsolation.POD });
    expect(codesOf(chart)).toEqual(['[test/agent] network-policy-no-effect']);
    expect(policy({ podSelector: { matchLabels: { app: 'web' } }, ingress: [{ from: [{ podSelector: { matchLabels } }] }] })).toEqual([
      line('node-agents/p'),
    ]);
  });

  test('for a peer in another namespace', () => {
    const spec = { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels }, namespaceSelector: {} }] }] };
    expect(policy(spec, onHost, { namespace: 'other' })).toEqual([line('other/p')]);
  });
});

test.each<[string, string[]]>([
  ['of every pod of the namespace', policy({ podSelector: {}, policyTypes: ['Ingress'] })],
  ['of other pods', policy({ podSelector: { matchLabels: { app: 'web' } } })],
  ['of an agent with a network of its own', policy({ podSelector: { matchLabels } }, {})],
  ['of another namespace', policy({ podSelector: { matchLabels } }, onHost, { namespace: 'other' })],
  ['of nothing', policy({})],
  ['of pods with one of the labels of the agent, which others may have too', policy({ podSelector: { matchLabels: { tier: 'front' } } }, {
    ...onHost, podLabels: { tier: 'front' },
  })],
  ['that has such pods as a peer', policy(
    { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { tier: 'front' } } }] }] },
    { ...onHost, podLabels: { tier: 'front' } },
  )],
])('a policy %s is none of its business', (_, errors) => {
  expect(errors).toEqual([]);
});

test('a Service of cdk8s-plus reaches an agent on the host network', () => {
  const chart = testChart();
  const agent = makeAgent(onHost, chart);
  new kplus.Service(chart, 'service', { metadata: { name: 'agent' }, selector: agent, ports: [{ port: 80 }] });
  expect(errorsOf(chart)).toEqual([]);
});

test('a peer of another namespace that is reported by its name is no agent of this one', () => {
  const chart = testChart('test', 'a');
  makeAgent({ ...onHost, name: 'agent', namespace: 'a' }, chart, 'one');
  makeAgent({ name: 'agent', namespace: 'b' }, chart, 'other');
  const named = (name: string) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } }, podSelector: { matchLabels },
  });
  const spec = (name: string) => ({ podSelector: {}, ingress: [{ from: [named(name)] }] });
  new ApiObject(chart, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec: spec('b') });
  expect(errorsOf(chart)).toEqual([]);
  new ApiObject(chart, 'meant', {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'q', namespace: 'b' }, spec: spec('a'),
  });
  expect(errorsOf(chart)).toEqual([line('b/q', 'test/one')]);
});

test('a policy for pods with another label beside those of the agent is none of its business, unless its pods have that label', () => {
  const spec = { podSelector: { matchLabels: { ...matchLabels, tier: 'front' } } };
  expect(policy(spec)).toEqual([]);
  expect(policy(spec, { ...onHost, podLabels: { tier: 'front' } })).toEqual([line('node-agents/p')]);
});

test.each<[string, string, object]>([
  ['of Calico', 'projectcalico.org/v3', { podSelector: { matchLabels }, egress: {} }],
  ['whose rules are no list', 'networking.k8s.io/v1', { podSelector: {}, egress: { a: 1 }, ingress: [{ from: { b: 2 } }, null] }],
  ['whose selector nobody can read', 'networking.k8s.io/v1', { podSelector: { matchLabels, matchExpressions: {} } }],
])('a policy %s does not keep synth from its end', (_, apiVersion, spec) => {
  const chart = testChart();
  makeAgent(onHost, chart);
  const object = new ApiObject(chart, 'policy', { apiVersion, kind: 'NetworkPolicy', metadata: { name: 'p' }, spec });
  expect(chart.toJson()).toContainEqual(object.toJson());
});

test('a policy for an agent is for nothing, also where other pods that it selects have a network of their own', () => {
  const chart = testChart();
  makeAgent(onHost, chart);
  new ApiObject(chart, 'pod', {
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x', labels: matchLabels }, spec: { containers: [{ name: 'a', image: 'a:1' }] },
  });
  new ApiObject(chart, 'policy', {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec: { podSelector: { matchLabels } },
  });
  expect(errorsOf(chart)).toEqual([line('node-agents/p')]);
});

test('a policy that names an agent several times is reported once, and so is each agent that it names', () => {
  const chart = testChart();
  const labelsOf = (id: string) => ({ 'app.kubernetes.io/name': id, 'app.kubernetes.io/instance': id });
  ['one', 'two'].forEach(id => makeAgent(onHost, chart, id));
  const from = ['one', 'two'].map(id => ({ podSelector: { matchLabels: labelsOf(id) } }));
  new ApiObject(chart, 'policy', {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' },
    spec: { podSelector: { matchLabels: labelsOf('one') }, ingress: [{ from }] },
  });
  expect(errorsOf(chart)).toEqual([line('node-agents/p', 'test/one'), line('node-agents/p', 'test/two')]);
});
