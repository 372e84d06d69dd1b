import { AgentNetworkPolicy, HostNamespace, Port } from '../../../src/index';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, messageOf, placesOf, problemCodesOf, problemsOf, WHY } from '../make-agent';

const http = Port.container('http', 8080);
const SELECTOR = { matchLabels: { 'cdk8s-node-agents/agent': 'agent' } };

function specOf(policy: AgentNetworkPolicy) {
  const chart = testChart();
  makeAgent({ ports: [http], networkPolicies: [policy] }, chart);
  return objectOf(chart, 'NetworkPolicy').spec;
}

test.each([
  ['ports that are open to everyone', AgentNetworkPolicy.of({ ingressPorts: [http] }), {
    policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 'http', protocol: 'TCP' }] }],
  }],
  ['no port at all', AgentNetworkPolicy.of({ ingressPorts: [] }), { policyTypes: ['Ingress'] }],
  ['callers from some namespaces', AgentNetworkPolicy.of({ ingressPorts: [http], ingressNamespaceLabels: { name: 'monitoring' } }), {
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ namespaceSelector: { matchLabels: { name: 'monitoring' } } }], ports: [{ port: 'http', protocol: 'TCP' }] }],
  }],
  ['some callers from every namespace, which must be said', AgentNetworkPolicy.of({
    ingressPorts: [http], ingressPodLabels: { app: 'prometheus' },
  }), {
    policyTypes: ['Ingress'],
    ingress: [{
      from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'prometheus' } } }], ports: [{ port: 'http', protocol: 'TCP' }],
    }],
  }],
  ['every namespace, spelled out', AgentNetworkPolicy.of({ ingressPorts: [http], ingressNamespaceLabels: {}, ingressPodLabels: {} }), {
    policyTypes: ['Ingress'], ingress: [{ from: [{ namespaceSelector: {}, podSelector: {} }], ports: [{ port: 'http', protocol: 'TCP' }] }],
  }],
  ['what the agent may reach', AgentNetworkPolicy.of({ egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] }), {
    policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }],
  }],
  ['nothing that it may reach', AgentNetworkPolicy.of({ egress: [] }), { policyTypes: ['Egress'] }],
  ['neither direction', AgentNetworkPolicy.of({ ingressPorts: [], egress: [] }), { policyTypes: ['Ingress', 'Egress'] }],
  ['a port that is not declared', AgentNetworkPolicy.of({ ingressPorts: [Port.undeclared('quiet', 9, '0.0.0.0')] }),
    { policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 9, protocol: 'TCP' }] }] }],
])('%s', (_, policy, spec) => {
  expect(specOf(policy)).toEqual({ podSelector: SELECTOR, ...spec });
});

test('two policies that say the same are one, and two that do not are an error', () => {
  const policy = () => AgentNetworkPolicy.of({ ingressPorts: [http], ingressPodLabels: { app: 'prometheus' } });
  const chart = testChart();
  makeAgent({ ports: [http], networkPolicies: [policy(), policy()] }, chart);
  expect(chart.toJson().filter((object: any) => object.kind === 'NetworkPolicy')).toHaveLength(1);
  expect(
    problemsOf({ ports: [http], networkPolicies: [policy(), AgentNetworkPolicy.of({ ingressPorts: [http] })] })[0],
  ).toMatch(/^name-collision: /);
});

test('a policy is named after the agent, unless it has a name of its own', () => {
  const chart = testChart();
  makeAgent({
    ports: [
      http,
    ], networkPolicies: [AgentNetworkPolicy.of({ ingressPorts: [http] }), AgentNetworkPolicy.of({ name: 'out', egress: [] })],
  }, chart);
  expect(chart.toJson().filter((object: any) => object.kind === 'NetworkPolicy').map((object: any) => object.metadata.name)).toEqual([
    'agent', 'out',
  ]);
});

describe('fails', () => {
  test.each([
    [{}, 'no option'], [{ name: 'a', ingressPodLabels: { a: 'b' } }, 'name, ingressPodLabels'],
  ])('for a policy that says nothing of either direction: %p', (options, given) => {
    expect(messageOf(() => AgentNetworkPolicy.of(options))).toEqual(
      refusal('void-network-policy', { given, allowed: 'ingressPorts, egress' }));
  });

  test.each([
    [{ name: 'My Policy', egress: [] },
      refusal('invalid-name', { given: "'My Policy'", names: ['253'] })],
    [{ ingressPorts: [], ingressPodLabels: { 'a b': 'c' } },
      refusal('invalid-label', { given: "'a b'", names: ['63', '_'] })],
    [{ ingressPorts: [], ingressNamespaceLabels: { a: 'b c' } },
      refusal('invalid-label', { given: "'b c'", names: ['63', '_'] })],
  ])('for names and labels that cannot be: %p', (options, message) => {
    expect(messageOf(() => AgentNetworkPolicy.of(options))).toEqual(message);
  });

  test('on the host network, where it would have no effect', () => {
    const networkPolicies = [AgentNetworkPolicy.of({ ingressPorts: [http] })];
    const props = { ports: [http], hostNamespaces: [HostNamespace.network(WHY)], networkPolicies };
    expect(problemCodesOf(props)).toEqual(['network-policy-no-effect']);
    expect(placesOf('network-policy-no-effect', props)).toEqual(['spec.podSelector']);
  });

  test('for a slip in a rule that is written by hand', () => {
    expect(problemsOf({ networkPolicies: [AgentNetworkPolicy.of({ egress: [{ prots: [] }] })] })).toEqual([
      refusal('unknown-field', { given: "'prots'", allowed: "'ports'", names: ['egress[0].prots'] }),
    ]);
  });

  test('for a port that no container has', () => {
    expect(problemCodesOf({ networkPolicies: [AgentNetworkPolicy.of({ ingressPorts: [http] })] })).toEqual(['unknown-port']);
  });
});
