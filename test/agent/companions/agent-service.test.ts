import {
  AgentIdentity, AgentNetworkPolicy, AgentService, KubernetesVersion, NodeAgentProps, Port, Protocol, TargetCluster,
} from '../../../src/index';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, messageOf, placesOf, problemCodesOf, problemsOf } from '../make-agent';

const http = Port.container('http', 8080);
const IDENTITY = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };
const SELECTOR = { 'cdk8s-node-agents/agent': 'agent' };

function serviceOf(service: AgentService, props: Partial<NodeAgentProps> = {}) {
  const chart = testChart();
  makeAgent({ ports: service.ports, services: [service], ...props }, chart);
  return objectOf(chart, 'Service');
}

test.each([
  ['headless', AgentService.headless([http]), { clusterIP: 'None' }],
  ['nodeLocal', AgentService.nodeLocal([http]), { internalTrafficPolicy: 'Local' }],
  ['clusterIp', AgentService.clusterIp([http]), {}],
])('%s leads to the pods by the names of their ports', (_, service, traffic) => {
  expect(serviceOf(service)).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'agent', namespace: 'node-agents', labels: { ...IDENTITY, ...SELECTOR } },
    spec: { ...traffic, selector: SELECTOR, ports: [{ name: 'http', port: 8080, protocol: 'TCP', targetPort: 'http' }] },
  });
});

test('a port that is not declared is reached by its number', () => {
  const quiet = Port.undeclared('quiet', 9090, '0.0.0.0', { protocol: Protocol.UDP });
  expect(serviceOf(AgentService.clusterIp([quiet])).spec.ports).toEqual([{ name: 'quiet', port: 9090, protocol: 'UDP', targetPort: 9090 }]);
});

test('a name, labels and annotations of its own', () => {
  const service = AgentService.headless([http], { name: 'metrics', labels: { scrape: 'yes' }, annotations: { a: 'b' } });
  expect(serviceOf(service, { annotations: { of: 'all' }, labels: { team: 'a' } }).metadata).toEqual({
    name: 'metrics', namespace: 'node-agents', labels: { ...IDENTITY, ...SELECTOR, scrape: 'yes', team: 'a' },
    annotations: { a: 'b', of: 'all' },
  });
});

test('a monitor finds the Service by the labels of the agent, also where the other objects carry none', () => {
  expect(serviceOf(AgentService.headless([http]), { identity: AgentIdentity.labels({ app: 'agent' }) })).toMatchObject({
    metadata: { labels: { app: 'agent' } }, spec: { selector: { app: 'agent' } },
  });
});

test('two Services that say the same are one, in whichever order their labels stand', () => {
  const service = (labels: { [key: string]: string }) => AgentService.headless([Port.container('http', 8080)], { labels });
  const chart = testChart();
  makeAgent({ ports: [http], services: [service({ a: '1', b: '2' }), service({ b: '2', a: '1' })] }, chart);
  expect(chart.toJson().filter((object: any) => object.kind === 'Service')).toHaveLength(1);
});

test('a Service can be added later, and the agent can have several', () => {
  const chart = testChart();
  const agent = makeAgent({ ports: [http], services: [AgentService.headless([http])] }, chart);
  agent.plan.addService(AgentService.nodeLocal([http], { name: 'local' }));
  expect(chart.toJson().filter((object: any) => object.kind === 'Service').map((object: any) => object.metadata.name)).toEqual([
    'agent', 'local',
  ]);
});

describe('fails', () => {
  test.each([
    [
      'for no port', () => AgentService.headless([]),
      refusal('invalid-port'),
    ],
    ['for a port that is there twice', () => AgentService.headless([
      http, http,
    ]), refusal('conflicting-port', { given: "'http' 8080/TCP" })],
    ['for two ports of one number', () => AgentService.headless([http, Port.container('other', 8080)]),
      refusal('conflicting-port', { given: "'other' 8080/TCP" })],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });

  test('not for two protocols of one number', () => {
    expect(messageOf(() => AgentService.headless([http, Port.container('other', 8080, { protocol: Protocol.UDP })]))).toBeUndefined();
  });

  test('for a port that no container has', () => {
    expect(problemCodesOf({ ports: [Port.container('other', 1)], services: [AgentService.headless([http])] })).toEqual([
      'service-port-undeclared',
    ]);
    expect(placesOf('service-port-undeclared', { ports: [Port.container('other', 1)], services: [AgentService.headless([http])] })).toEqual(
      ['spec.ports[0].targetPort'],
    );
  });

  test('for a port of a container that ends before the others start', () => {
    expect(problemCodesOf({
      initContainers: [{ name: 'init', image: 'example.com/init:1.0.0', ports: [http] }], services: [AgentService.headless([http])],
    })).toEqual(['service-port-undeclared']);
  });

  test('for a name that begins with a digit, which other objects may have', () => {
    expect(messageOf(() => makeAgent({ ports: [http], services: [AgentService.headless([http])] }, testChart(), '2nd'))).toEqual(
      refusal('invalid-name', { at: 'test/2nd', given: "'2nd'", names: ['1035'] }));
  });

  test('for such a name on API servers before 1.36, and not from there on', () => {
    const codesOn = (kubernetesVersion: KubernetesVersion): string[] => {
      const chart = testChart();
      TargetCluster.configure(chart, { kubernetesVersion });
      return problemCodesOf({ ports: [http], services: [AgentService.headless([http], { name: '2nd' })] }, chart);
    };
    expect([codesOn(KubernetesVersion.V1_35), codesOn(KubernetesVersion.V1_36)]).toEqual([['invalid-name'], []]);
  });

  test.each(['127.0.0.1', 'localhost', '127.1.2.3', '::1'])('for a port on %s, which no Service and no caller reaches', address => {
    const port = Port.undeclared('http', 8080, address);
    const line = refusal('unknown-port', { given: `'http' on ${port.hostIp}` });
    expect(problemsOf({ ports: [port], services: [AgentService.headless([port])] })).toEqual([line]);
    expect(problemsOf({ ports: [port], networkPolicies: [AgentNetworkPolicy.of({ ingressPorts: [port] })] })).toEqual([line]);
  });

  test('not for an undeclared port on every address', () => {
    const port = Port.undeclared('http', 8080, '0.0.0.0');
    expect(problemsOf({ ports: [port], services: [AgentService.headless([port])] })).toEqual([]);
  });

  test('for a label that no Service can have', () => {
    expect(messageOf(() => serviceOf(AgentService.headless([http], { labels: { a: 'b c' } })))).toEqual(
      refusal('invalid-label', { at: 'test/agent', given: "'b c'", names: ['63', '_'] }));
  });
});
