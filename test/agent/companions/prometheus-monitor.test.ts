import { Duration } from 'cdk8s';
import { AgentPlan, AgentService, NodeAgentProps, Port, PrometheusMonitor, PrometheusMonitorOptions } from '../../../src/index';
import { objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { makeAgent, messageOf, problemsOf } from '../make-agent';

const http = Port.container('http', 8080);
const IDENTITY = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };
const SELECTOR = { 'cdk8s-node-agents/agent': 'agent' };
const NODE = [
  'node', 'instance',
].map(targetLabel => ({ action: 'replace', sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel }));

function objectsOf(props: Partial<NodeAgentProps>) {
  const chart = testChart();
  makeAgent({ ports: [http], ...props }, chart);
  return chart;
}

test('a PodMonitor needs nothing but the pods', () => {
  expect(objectOf(objectsOf({ monitors: [PrometheusMonitor.podMonitor(http)] }), 'PodMonitor')).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'agent', namespace: 'node-agents', labels: IDENTITY },
    spec: {
      jobLabel: 'app.kubernetes.io/name',
      namespaceSelector: { matchNames: ['node-agents'] },
      podMetricsEndpoints: [{ port: 'http', relabelings: NODE }],
      selector: { matchLabels: SELECTOR },
    },
  });
});

test('a ServiceMonitor finds the Service', () => {
  const monitor = PrometheusMonitor.serviceMonitor(http, {
    interval: Duration.minutes(1), scrapeTimeout: Duration.seconds(10), path: '/stats', insecureHttps: true, bearerToken: true,
    labels: { release: 'prometheus' },
    nodeLabels: false, metricRelabelings: [{ action: 'drop' }],
  });
  const object = objectOf(objectsOf({ services: [AgentService.headless([http])], monitors: [monitor] }), 'ServiceMonitor');
  expect(object.metadata.labels).toEqual({ ...IDENTITY, release: 'prometheus' });
  expect(object.spec.endpoints).toEqual([{
    port: 'http',
    path: '/stats',
    interval: '60s',
    scrapeTimeout: '10s',
    scheme: 'https',
    tlsConfig: { insecureSkipVerify: true },
    bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
    metricRelabelings: [{ action: 'drop' }],
  }]);
});

test('rules of one\'s own come after those that name the node', () => {
  const monitors = [PrometheusMonitor.podMonitor(http, { relabelings: [{ action: 'labeldrop' }] })];
  expect(
    objectOf(objectsOf({ monitors }), 'PodMonitor').spec.podMetricsEndpoints[0].relabelings,
  ).toEqual([...NODE, { action: 'labeldrop' }]);
});

test('monitors of one kind and name are one object with an endpoint for each', () => {
  const admin = Port.container('admin', 8081);
  const chart = objectsOf({
    ports: [http, admin], monitors: [PrometheusMonitor.podMonitor(http), PrometheusMonitor.podMonitor(admin, { labels: { a: 'b' } })],
  });
  const monitors = chart.toJson().filter((object: any) => object.kind === 'PodMonitor');
  expect(monitors).toHaveLength(1);
  expect(monitors[0].spec.podMetricsEndpoints.map((endpoint: any) => endpoint.port)).toEqual(['http', 'admin']);
  expect(monitors[0].metadata.labels.a).toBe('b');
});

test('two monitors that say the same are one endpoint: those of the props and of a feature', () => {
  const monitor = (options: PrometheusMonitorOptions = {}) => PrometheusMonitor.podMonitor(Port.container('http', 8080), {
    interval: Duration.seconds(30), ...options,
  });
  const features = [{ contribute: (plan: AgentPlan) => plan.addMonitor(monitor({ labels: { release: 'a' } })) }];
  const { spec, metadata } = objectOf(objectsOf({ monitors: [monitor(), monitor({ path: '/other' })], features }), 'PodMonitor');
  expect(spec.podMetricsEndpoints.map((endpoint: any) => endpoint.path)).toEqual([undefined, '/other']);
  expect(metadata.labels.release).toBe('a');
});

test('another name is another object', () => {
  const chart = objectsOf({
    monitors: [PrometheusMonitor.podMonitor(http), PrometheusMonitor.podMonitor(http, { name: 'slow', interval: Duration.minutes(5) })],
  });
  expect(objectOf(chart, 'PodMonitor', 'agent').spec.podMetricsEndpoints).toHaveLength(1);
  expect(objectOf(chart, 'PodMonitor', 'slow').spec.podMetricsEndpoints[0].interval).toBe('300s');
});

test('what is written by hand is laid upon the rest', () => {
  const monitors = [PrometheusMonitor.podMonitor(http, { overrides: { sampleLimit: 5, selector: { matchLabels: { more: 'x' } } } })];
  expect(
    objectOf(objectsOf({ monitors }), 'PodMonitor').spec,
  ).toMatchObject({ sampleLimit: 5, selector: { matchLabels: { ...SELECTOR, more: 'x' } } });
});

describe('fails', () => {
  test.each([
    ['for a token that a PodMonitor cannot send', () => PrometheusMonitor.podMonitor(http, { bearerToken: true }),
      refusal('invalid-monitor', { given: 'bearerToken: true', names: ['PodMonitor'] })],
    ['for a scrape that takes longer than the interval', () => PrometheusMonitor.podMonitor(http, {
      interval: Duration.seconds(10), scrapeTimeout: Duration.seconds(11),
    }),
    refusal('invalid-monitor', { given: 'interval 10 s, scrapeTimeout 11 s' })],
    ['for a port that has no name in the pod', () => PrometheusMonitor.podMonitor(Port.undeclared('quiet', 1, 'localhost')),
      refusal('invalid-monitor', { given: "'quiet'" })],
    ['for a fraction of a second', () => PrometheusMonitor.podMonitor(http, { interval: Duration.millis(1500) }),
      refusal('invalid-duration', { given: '1.5 s', names: ['1', '2147483647'] })],
    ['for no time at all', () => PrometheusMonitor.podMonitor(http, { scrapeTimeout: Duration.seconds(0) }),
      refusal('invalid-duration', { given: '0 s', names: ['scrapeTimeout', '1', '2147483647'] })],
    ['for a name that cannot be', () => PrometheusMonitor.podMonitor(http, { name: 'My Monitor' }),
      refusal('invalid-name', { given: "'My Monitor'", names: ['253'] })],
  ])('%s', (_, act, message) => {
    expect(messageOf(act)).toEqual(message);
  });

  test('for a ServiceMonitor without a Service', () => {
    expect(problemsOf({ ports: [http], monitors: [PrometheusMonitor.serviceMonitor(http)] })).toEqual([
      refusal('monitor-without-service', { names: ['ServiceMonitor'] }),
    ]);
  });
});

test('labels of a monitor that comes late are on the object that it shares', () => {
  const chart = testChart();
  const agent = makeAgent({ ports: [http], monitors: [PrometheusMonitor.podMonitor(http)] }, chart);
  agent.plan.addMonitor(PrometheusMonitor.podMonitor(http, { path: '/other', labels: { release: 'prometheus' } }));
  expect(objectOf(chart, 'PodMonitor').metadata.labels).toMatchObject({ release: 'prometheus' });
});
