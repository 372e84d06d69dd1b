import { Duration } from 'cdk8s';
import { Checks, MetalLb, MetalLbBgp, MetalLbLogLevel, MetalLbProps, MetricsScraping, NodeCoverage, Resources } from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';

function made(props: MetalLbProps = {}): ReturnType<typeof testChart> {
  const chart = testChart();
  new MetalLb(chart, 'metallb', props);
  return chart;
}

const speaker = (props?: MetalLbProps) => objectOf(made(props), 'DaemonSet').spec.template.spec;
const controller = (props?: MetalLbProps) => objectOf(made(props), 'Deployment').spec.template.spec;

test('one line makes speaker and controller of MetalLB, its webhook and its rights', () => {
  expectGolden('metal-lb', made());
});

test('it causes no finding that nobody gave a reason for', () => {
  const found = Checks.of(made()).findings.filter(({ acknowledged }) => acknowledged === undefined);
  expect(found.map(({ code, container, given }) => ({ code, container, given }))).toEqual([]);
});

test('nothing that the controller makes when it runs is written, so that no apply takes it away', () => {
  const objects = made().toJson();
  const secrets = objects.filter(({ kind }) => kind === 'Secret');
  expect(secrets.map(({ metadata, data, stringData }) => [metadata.name, data, stringData])).toEqual([
    ['metallb-webhook-cert', undefined, undefined],
  ]);
  const [{ webhooks }] = objects.filter(({ kind }) => kind === 'ValidatingWebhookConfiguration');
  expect(webhooks.map(({ clientConfig }: any) => clientConfig.caBundle)).toEqual(Array(6).fill(undefined));
  expect(objects.filter(({ kind }) => kind === 'CustomResourceDefinition')).toEqual([]);
});

test('speakers find each other by labels that all of them have, and the webhook its controller', () => {
  const chart = made();
  const labels = objectOf(chart, 'DaemonSet').spec.template.metadata.labels;
  const wanted = speaker().containers[0].env.find(({ name }: any) => name === 'METALLB_ML_LABELS').value.split(',').map(
    (pair: string) => pair.split('='),
  );
  expect(labels).toMatchObject(Object.fromEntries(wanted));
  const { selector } = objectOf(chart, 'Service', 'metallb-webhook-service').spec;
  expect(objectOf(chart, 'Deployment').spec.template.metadata.labels).toMatchObject(selector);
  expect(labels).not.toMatchObject(selector);
});

test.each<[string, MetalLbProps, string[], string[]]>([
  ['log level', { logLevel: MetalLbLogLevel.DEBUG }, ['--port=9120', '--log-level=debug'], ['--port=9120', '--log-level=debug']],
  ['class', { loadBalancerClass: 'example.com/metallb' }, [
    '--port=9120', '--log-level=info', '--lb-class=example.com/metallb',
  ], ['--port=9120', '--log-level=info', '--lb-class=example.com/metallb']],
  ['ports', {
    metricsPort: 7472, healthPort: 17473,
  }, ['--port=7472', '--log-level=info', '--health-probe-port=17473'], ['--port=7472', '--log-level=info', '--health-probe-port=17473']],
  ['excluded nodes', {
    announceOnExcludedNodes: true,
  }, ['--port=9120', '--log-level=info', '--ignore-exclude-lb'], ['--port=9120', '--log-level=info']],
])('an option is a flag of the programs that know it: %s', (_, props, ofSpeaker, ofController) => {
  expect(speaker(props).containers[0].args).toEqual(ofSpeaker);
  expect(controller(props).containers[0].args).toEqual(ofController);
});

test('frr-k8s of another namespace is named to both programs, and the speaker may write its configurations there alone', () => {
  const props = { bgp: MetalLbBgp.frrK8s('frr-k8s-system') };
  expect(speaker(props).containers[0].env).toEqual(expect.arrayContaining([
    { name: 'FRRK8S_NAMESPACE', value: 'frr-k8s-system' }, { name: 'METALLB_BGP_TYPE', value: 'frr-k8s' },
  ]));
  expect(controller(props).containers[0].env).toContainEqual({ name: 'METALLB_BGP_TYPE', value: 'frr-k8s' });
  const roles = made(props).toJson()
    .filter(({ kind, rules }) => /Role$/.test(kind) && rules.some(({ apiGroups }: any) => apiGroups.includes('frrk8s.metallb.io')));
  expect(roles.map(({ kind, metadata }) => [kind, metadata.namespace])).toEqual([['Role', 'frr-k8s-system']]);
});

test('without the gossip there is no port, no Secret, and no right to make one', () => {
  const props = { memberlist: false };
  expect(speaker(props).volumes.map(({ secret }: any) => secret?.secretName).filter(Boolean)).toEqual([]);
  expect(speaker(props).containers[0].ports.map(({ containerPort }: any) => containerPort)).toEqual([9120]);
  expect(speaker(props).containers[0].env.map(({ name }: any) => name)).toEqual(['METALLB_NODE_NAME', 'METALLB_POD_NAME']);
  const verbs = (given?: MetalLbProps) => made(given).toJson().filter(({ kind, metadata }) => kind === 'Role'
    && metadata.name === 'metallb-controller')
    .flatMap(({ rules }) => rules.flatMap(({ resources, verbs: each }: any) => (resources.includes('secrets') ? each : [])));
  expect(verbs(props)).not.toContain('create');
  expect(verbs()).toContain('create');
});

test('an empty list excludes no interface, and names of interfaces are one expression each', () => {
  expect(objectOf(made({ excludedInterfaces: [] }), 'ConfigMap')).toBeUndefined();
  expect(
    objectOf(made({ excludedInterfaces: ['^eth1$'] }), 'ConfigMap').data,
  ).toEqual({ 'excludel2.yaml': 'announcedInterfacesToExclude: ["^eth1$"]\n' });
});

test('with a monitor both programs have a Service, and may ask whose token it is', () => {
  const chart = made({ scraping: MetricsScraping.serviceMonitor() });
  const objects = chart.toJson();
  expect(objects.filter(({ kind }) => kind === 'ServiceMonitor').map(({ metadata, spec }) => [
    metadata.name, spec.endpoints[0].scheme,
  ])).toEqual([['metallb', 'https'], ['metallb-controller', 'https']]);
  const reviewers = objects.filter(({ kind, rules }) => kind === 'ClusterRole'
    && rules.some(({ resources }: any) => resources.includes('tokenreviews')));
  expect(reviewers).toHaveLength(2);
  expect(made().toJson().filter(({ rules }) => rules?.some(({ resources }: any) => resources.includes('tokenreviews')))).toEqual([]);
});

test('options of the controller are those of its pod alone', () => {
  const props = {
    controller: { nodes: NodeCoverage.labelled({ infra: 'yes' }), resources: Resources.of({ cpu: '10m' }) },
    apiServer: { host: 'api.example.com' },
  };
  expect(controller(props)).toMatchObject({ nodeSelector: { infra: 'yes' } });
  expect(controller(props).containers[0].resources).toEqual({ requests: { cpu: '10m' } });
  expect(speaker(props).nodeSelector).toEqual({ 'kubernetes.io/os': 'linux' });
  for (const pod of [
    speaker(props), controller(props),
  ]) {expect(pod.containers[0].env).toContainEqual({ name: 'KUBERNETES_SERVICE_HOST', value: 'api.example.com' });}
});

test.each<[string, MetalLbProps, string]>([
  ['a release of another minor', { version: '0.15.3' }, 'unknown-network-version'],
  ['what is no release', { version: 'main' }, 'unknown-network-version'],
  ['an expression that RE2 does not know', { excludedInterfaces: ['^(?=veth)'] }, 'invalid-network-option'],
  ['an expression that excludes every interface', { excludedInterfaces: [''] }, 'invalid-network-option'],
  ['what is no class', { loadBalancerClass: 'my class' }, 'invalid-network-option'],
  ['what is no port', { memberlistPort: 70000 }, 'invalid-network-option'],
  ['one port for two servers', { metricsPort: 7946 }, 'invalid-network-option'],
  ['a PodMonitor, which sends no token', { scraping: MetricsScraping.podMonitor() }, 'invalid-monitor'],
  ['an API server with a scheme', { apiServer: { host: 'https://api.example.com' } }, 'invalid-api-server'],
  ['nodes of Windows', { nodes: NodeCoverage.windows() }, 'unsupported-nodes'],
])('%s is refused', (_, props, code) => {
  expect(codesOf(made(props))[0]).toBe(`[test/metallb] ${code}`);
});

test('a name for frr-k8s that is no namespace is refused once', () => {
  expect(codesOf(made({ bgp: MetalLbBgp.frrK8s('Frr_K8s') }))).toEqual(['[test/metallb] invalid-name']);
});

test('its time to stop can be changed', () => {
  expect(speaker({ terminationGracePeriod: Duration.seconds(10) }).terminationGracePeriodSeconds).toBe(10);
});
