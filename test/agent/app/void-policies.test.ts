import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { HostNamespace, NodeAgentProps } from '../../../src';
import { errorsOf, testChart } from '../../support/golden';
import { makeAgent, WHY } from '../make-agent';

const onHost: Partial<NodeAgentProps> = { hostNamespaces: [HostNamespace.network(WHY)] };
const line = (path: string, use: string) =>
  `[test/agent] network-policy-void: the network policy ${path} ${use}, which shares the network of its node: policies do not see its pods; given: hostNetwork: true; fix: leave it out of the policy; bind the agent to the loopback address, or allow the addresses of the nodes with an ipBlock`;

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
    const made = new kplus.NetworkPolicy(chart, 'policy', { metadata: { name: 'p' }, selector: agent, ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY } });
    expect(errorsOf(chart)).toEqual([line(`${made.node.path}/Resource`, 'selects the agent')]);
  });

  test('for an agent on the host network as a peer, in either direction', () => {
    const chart = testChart();
    const agent = makeAgent(onHost, chart);
    const web = new kplus.Deployment(chart, 'web', { metadata: { name: 'web' }, containers: [{ image: 'a:1', portNumber: 80 }] });
    web.connections.allowTo(agent, { isolation: kplus.PodConnectionsIsolation.POD });
    expect(errorsOf(chart)).toHaveLength(1);
    expect(errorsOf(chart)[0]).toContain('has the agent as a peer, which shares the network of its node');
    expect(policy({ podSelector: { matchLabels: { app: 'web' } }, ingress: [{ from: [{ podSelector: { matchLabels } }] }] })).toEqual([line('test/policy', 'has the agent as a peer')]);
  });

  test('for a peer in another namespace', () => {
    const spec = { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels }, namespaceSelector: {} }] }] };
    expect(policy(spec, onHost, { namespace: 'other' })).toEqual([line('test/policy', 'has the agent as a peer')]);
  });
});

test.each<[string, string[]]>([
  ['of every pod of the namespace', policy({ podSelector: {}, policyTypes: ['Ingress'] })],
  ['of other pods', policy({ podSelector: { matchLabels: { app: 'web' } } })],
  ['of an agent with a network of its own', policy({ podSelector: { matchLabels } }, {})],
  ['of another namespace', policy({ podSelector: { matchLabels } }, onHost, { namespace: 'other' })],
  ['of nothing', policy({})],
])('a policy %s is none of its business', (_, errors) => {
  expect(errors).toEqual([]);
});

test('a Service of cdk8s-plus reaches an agent on the host network', () => {
  const chart = testChart();
  const agent = makeAgent(onHost, chart);
  new kplus.Service(chart, 'service', { metadata: { name: 'agent' }, selector: agent, ports: [{ port: 80 }] });
  expect(errorsOf(chart)).toEqual([]);
});

test('a peer of another namespace that is told by its name is no agent of this one', () => {
  const chart = testChart('test', 'a');
  makeAgent({ ...onHost, name: 'agent', namespace: 'a' }, chart, 'one');
  makeAgent({ name: 'agent', namespace: 'b' }, chart, 'other');
  const named = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } }, podSelector: { matchLabels } });
  const spec = (name: string) => ({ podSelector: {}, ingress: [{ from: [named(name)] }] });
  new ApiObject(chart, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec: spec('b') });
  expect(errorsOf(chart)).toEqual([]);
  new ApiObject(chart, 'meant', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'q', namespace: 'b' }, spec: spec('a') });
  expect(errorsOf(chart)).toEqual([line('test/meant', 'has the agent as a peer').replace('test/agent', 'test/one')]);
});

test('a policy for pods with another label beside those of the agent is none of its business, unless its pods have that label', () => {
  const spec = { podSelector: { matchLabels: { ...matchLabels, tier: 'front' } } };
  expect(policy(spec)).toEqual([]);
  expect(policy(spec, { ...onHost, podLabels: { tier: 'front' } })).toEqual([line('test/policy', 'selects the agent')]);
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
