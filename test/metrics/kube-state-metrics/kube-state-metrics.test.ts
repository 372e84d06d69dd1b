import { App, Chart, JsonPatch } from 'cdk8s';
import {
  AgentIdentity, AgentService, Checks, ClusterAgent, ClusterWorkload, FleetApp, KubeStateMetricFilter, KubeStateMetrics,
  KubeStateMetricsProps,
  KubeStateProtection, KubeStateResource, KubeStateResources, KubeStateSharding, KubernetesVersion, MetricsScraping, Resources,
  TargetCluster,
} from '../../../src';
import * as rendering from '../../../src/agent/render/render-agent';
import { codesOf, errorsOf, expectGolden, objectOf, testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { reading } from '../../support/refused';

/** Few kinds, so that a golden file shows what it is about. */
const FEW = KubeStateResources.only([KubeStateResource.PODS, KubeStateResource.NODES]);

function chartWith(props: KubeStateMetricsProps = {}): Chart {
  const chart = testChart();
  new KubeStateMetrics(chart, 'kube-state-metrics', props);
  return chart;
}

const containerOf = (props: KubeStateMetricsProps): any => objectOf(chartWith(props), 'Deployment').spec.template.spec.containers[0];
const namesOf = (
  chart: Chart,
): string[] => chart.toJson().filter(({ spec }: any) => spec?.template).map(({ kind, metadata }: any) => `${kind} `
  + `${metadata.name}`);

test.each<[string, KubeStateMetricsProps]>([
  ['kube-state-metrics', { scraping: MetricsScraping.serviceMonitor() }],
  ['kube-state-metrics-shards', { collected: FEW, sharding: KubeStateSharding.fixed(2) }],
  ['kube-state-metrics-auto', { collected: FEW, sharding: KubeStateSharding.auto(2), protection: KubeStateProtection.authFilter() }],
  ['kube-state-metrics-per-node', { collected: FEW, sharding: KubeStateSharding.perNode() }],
])('%s becomes its golden file, and no reviewer finds anything', (name, props) => {
  const chart = chartWith(props);
  expectGolden(name, chart);
  expect(Checks.of(chart).findings.map(({ code }) => code)).toEqual([]);
});

test('the release decides the image, and an image the release', () => {
  expect(containerOf({ version: '2.19.1' }).image).toBe('registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.19.1');
  const old = containerOf({ image: 'mirror.example.com/kube-state-metrics:v2.19.0' });
  expect(old.image).toBe('mirror.example.com/kube-state-metrics:v2.19.0');
  expect(codesOf(chartWith({ image: 'mirror.example.com/kube-state-metrics:v2.13.0', sharding: KubeStateSharding.perNode() })))
    .toEqual(['[test/kube-state-metrics/unscheduled-pods] flag-too-new']);
});

test('metrics can be chosen, or left out', () => {
  const argsOf = (metrics: KubeStateMetricFilter) => containerOf({ metrics }).args.filter((arg: string) => /(allow|deny)list/.test(arg));
  expect(argsOf(KubeStateMetricFilter.only(['kube_pod_info', 'kube_node_.*']))).toEqual(['--metric-allowlist=kube_pod_info,kube_node_.*']);
  expect(argsOf(KubeStateMetricFilter.except(['kube_pod_info']))).toEqual(['--metric-denylist=kube_pod_info']);
  expect(argsOf(KubeStateMetricFilter.all())).toEqual([]);
});

test('what the program asks for and what leads to it follow from the two ports', () => {
  const chart = chartWith({ port: 9000, telemetryPort: 9001 });
  const { args, ports } = objectOf(chart, 'Deployment').spec.template.spec.containers[0];
  expect(args).toEqual(expect.arrayContaining(['--port=9000', '--telemetry-port=9001']));
  expect(ports.map((port: any) => port.containerPort)).toEqual([9000, 9001]);
  expect(objectOf(chart, 'Service').spec.ports.map((port: any) => port.port)).toEqual([9000, 9001]);
});

test('a monitor keeps the labels of the objects, and those of the pod do not take their place', () => {
  const scraping = MetricsScraping.serviceMonitor({
    metricRelabelings: [{ action: 'drop', sourceLabels: ['__name__'], regex: 'kube_endpoint_.*' }],
  });
  const [metrics, telemetry] = objectOf(chartWith({ scraping }), 'ServiceMonitor').spec.endpoints;
  expect(metrics).toMatchObject({
    port: 'http-metrics', honorLabels: true, relabelings: [{ action: 'labeldrop', regex: '(pod|service|endpoint|namespace|container)' }],
    metricRelabelings: [{ action: 'drop' }],
  });
  expect(telemetry).toMatchObject({ port: 'telemetry' });
  expect(telemetry).not.toHaveProperty('honorLabels');
});

test('with the filter of the program itself, scrapers send their token', () => {
  const chart = chartWith({ protection: KubeStateProtection.authFilter(), scraping: MetricsScraping.serviceMonitor() });
  expect(objectOf(chart, 'Deployment').spec.template.spec.containers[0].args).toContain('--auth-filter');
  for (const endpoint of objectOf(chart, 'ServiceMonitor').spec.endpoints) {expect(endpoint).toHaveProperty('bearerTokenFile');}
});

test('behind a proxy the program listens on the loopback address alone, each port with a proxy of its own', () => {
  const {
    containers,
  } = objectOf(chartWith({ collected: FEW, protection: KubeStateProtection.kubeRbacProxy() }), 'Deployment').spec.template.spec;
  expect(containers.map(({ name, ports }: any) => [name, ports?.map((port: any) => `${port.name} ${port.containerPort}`)])).toEqual([
    ['kube-state-metrics', undefined], ['kube-rbac-proxy', ['https-metrics 8080']], ['kube-rbac-proxy-self', ['https-self 8081']],
  ]);
  expect(containers[0].args).toEqual(expect.arrayContaining([
    '--host=127.0.0.1', '--port=8082', '--telemetry-host=127.0.0.1', '--telemetry-port=8083',
  ]));
});

test('each kind of sharding is its workloads', () => {
  const workloads = (sharding: KubeStateSharding) => namesOf(chartWith({ sharding }));
  expect(workloads(KubeStateSharding.none())).toEqual(['Deployment kube-state-metrics']);
  expect(workloads(KubeStateSharding.fixed(2))).toEqual(['Deployment kube-state-metrics', 'Deployment kube-state-metrics-shard-1']);
  expect(workloads(KubeStateSharding.auto(3))).toEqual(['StatefulSet kube-state-metrics']);
  expect(workloads(KubeStateSharding.perNode())).toEqual([
    'Deployment kube-state-metrics', 'DaemonSet kube-state-metrics-pods', 'Deployment kube-state-metrics-unscheduled-pods',
  ]);
});

test('the names of the workloads are known to the program of the user', () => {
  const agent = new KubeStateMetrics(testChart(), 'ksm', { sharding: KubeStateSharding.perNode(), name: 'state' });
  expect(agent.workloadNames).toEqual(['state', 'state-pods', 'state-unscheduled-pods']);
  expect(agent).toBeInstanceOf(ClusterAgent);
});

test('pods of tainted nodes have metrics too, and those of virtual nodes none', () => {
  const { tolerations, affinity } = objectOf(chartWith({ sharding: KubeStateSharding.perNode() }), 'DaemonSet').spec.template.spec;
  expect(tolerations).toEqual([{ operator: 'Exists' }]);
  expect(JSON.stringify(affinity)).toContain('virtual-kubelet');
});

test('each workload takes what pods of it need', () => {
  const chart = chartWith({
    sharding: KubeStateSharding.perNode(), resources: Resources.of({ memory: '2Gi' }), nodeResources: Resources.of({ memory: '64Mi' }),
    podLabels: { team: 'a' },
    specOverrides: { progressDeadlineSeconds: 60 },
  });
  const [deployment, daemonSet, unscheduled] = chart.toJson().filter(({ spec }: any) => spec?.template);
  const memoryOf = ({ spec }: any) => spec.template.spec.containers[0].resources.requests.memory;
  expect([deployment, daemonSet, unscheduled].map(memoryOf)).toEqual(['2Gi', '64Mi', '2Gi']);
  for (const { spec } of [deployment, daemonSet, unscheduled]) {expect(spec.template.metadata.labels.team).toBe('a');}
  expect([deployment, daemonSet, unscheduled].map(({ spec }) => spec.progressDeadlineSeconds)).toEqual([60, undefined, 60]);
});

test('features, patches and the plan reach the first workload', () => {
  const chart = testChart();
  const agent = new KubeStateMetrics(chart, 'ksm', { collected: FEW });
  agent.addFeature({ contribute: plan => plan.addPodLabel('a', 'b') });
  agent.apiObject.addJsonPatch(JsonPatch.replace('/spec/strategy', { type: 'Recreate' }));
  expect(
    objectOf(chart, 'Deployment').spec,
  ).toMatchObject({ strategy: { type: 'Recreate' }, template: { metadata: { labels: { a: 'b' } } } });
  expect(agent.plan.agentName).toBe('ksm');
});

test.each<[string, KubeStateMetricsProps, any]>([
  ['two pods of everything', {
    specOverrides: { replicas: 2 },
  }, refusal('duplicate-series', { allowed: '1', names: ['2'] })],
  ['pods alone, per node', { sharding: KubeStateSharding.perNode(), collected: KubeStateResources.only([KubeStateResource.PODS]) },
    refusal('invalid-sharding', { given: '`collected` with pods alone' })],
  ['no pods, per node', { sharding: KubeStateSharding.perNode(), collected: KubeStateResources.only([KubeStateResource.NODES]) },
    refusal('invalid-sharding', { given: '`collected` without pods' })],
  ['a Deployment that finds its shards by number', {
    sharding: KubeStateSharding.auto(2), workload: ClusterWorkload.deployment(),
  }, refusal('invalid-sharding', { given: 'a Deployment' })],
  ['one set of labels for several workloads', {
    sharding: KubeStateSharding.fixed(2), identity: AgentIdentity.labels({ app: 'ksm' }),
  }, refusal('invalid-label', { given: '2 workloads' })],
  ['a port that is none', { port: 0, sharding: KubeStateSharding.fixed(2) }, refusal('invalid-port')],
  ['a release of long ago', {
    version: '2.10.0',
  }, refusal('unknown-exporter-version', { given: "'2.10.0'" })],
  ['an image without a release', {
    image: 'example.com/ksm:main',
  }, refusal('unknown-exporter-version', { given: "'example.com/ksm:main'" })],
])('%s is refused, once', (_, props, message) => {
  expect(errorsOf(chartWith(props))).toEqual([message.of('test/kube-state-metrics')]);
});

test.each<[string, () => unknown, any]>([
  ['one shard', () => KubeStateSharding.fixed(1), refusal('invalid-sharding', { given: '1' })],
  ['half a shard', () => KubeStateSharding.auto(2.5), refusal('invalid-sharding', { given: '2.5', names: ['2', '100'] })],
  ['no kind at all', () => KubeStateResources.only([]), refusal('empty-kube-state-resources', { names: ['KubeStateResources.only'] })],
  ['no metric at all', () => KubeStateMetricFilter.only([]), refusal('invalid-pattern')],
  ['two metrics in one text', () => KubeStateMetricFilter.except(['a,b']), refusal('invalid-pattern', { given: "'a,b'" })],
  ['a pattern that is none', () => KubeStateMetricFilter.except(['a(']), refusal('invalid-pattern', { given: "'a('" })],
])('%s is refused', (_, make, message) => {
  expect(reading(make)).toThrow(message);
});

test('a cluster of a fleet that asks for the same is rendered once', () => {
  const render = jest.spyOn(rendering, 'renderAgent');
  const app = new FleetApp();
  const charts = ['a', 'b', 'c'].map(id => {
    const chart = new Chart(app, id, { namespace: 'monitoring' });
    TargetCluster.configure(chart, { kubernetesVersion: KubernetesVersion.of('1.34') });
    new KubeStateMetrics(chart, 'ksm', { sharding: KubeStateSharding.perNode(), scraping: MetricsScraping.serviceMonitor() });
    return chart;
  });
  const texts = charts.map(chart => JSON.stringify(chart.toJson()));
  expect(render).toHaveBeenCalledTimes(3);
  expect(new Set(texts).size).toBe(1);
  render.mockRestore();
});

test('the Service can be one of your own, or none', () => {
  expect(objectOf(chartWith({ services: [] }), 'Service')).toBeUndefined();
  const app = new App();
  const chart = new Chart(app, 'test', { namespace: 'a' });
  const agent = new KubeStateMetrics(chart, 'ksm', { services: [] });
  agent.plan.addService(AgentService.clusterIp(agent.plan.container.ports));
  expect(objectOf(chart, 'Service').spec).not.toHaveProperty('clusterIP');
});

test('in kube-system its Deployments keep no node from being removed, and pods of a DaemonSet never do', () => {
  const annotated = (namespace: string) => {
    const chart = testChart('test', namespace);
    new KubeStateMetrics(chart, 'kube-state-metrics', { sharding: KubeStateSharding.perNode() });
    return chart.toJson()
      .filter(({ spec }: any) => spec?.template?.metadata.annotations?.['cluster-autoscaler.kubernetes.io/safe-to-evict'] === 'true')
      .map(({ kind }: any) => kind);
  };
  expect(annotated('kube-system')).toEqual(['Deployment', 'Deployment']);
  expect(annotated('monitoring')).toEqual([]);
});
