import { Duration } from 'cdk8s';
import { MetricsExporter, MetricsProtection, MetricsScraping } from '../../src';
import { errorsOf, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

function chartWith(scraping: MetricsScraping, protection: MetricsProtection = MetricsProtection.none()) {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { scraping, protection });
  return chart;
}

test('no monitor is written by itself', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics');
  expect(chart.toJson().map((object: any) => object.kind)).toEqual(['Service', 'DaemonSet']);
});

test('in the clear there is nothing to say but the port', () => {
  const [endpoint] = objectOf(chartWith(MetricsScraping.podMonitor()), 'PodMonitor').spec.podMetricsEndpoints;
  expect(Object.keys(endpoint).sort()).toEqual(['port', 'relabelings']);
  expect(endpoint.port).toBe('http-metrics');
});

test('the job is called node-exporter, as dashboards and alerts expect', () => {
  const chart = chartWith(MetricsScraping.serviceMonitor());
  const { jobLabel } = objectOf(chart, 'ServiceMonitor').spec;
  expect(objectOf(chart, 'Service').metadata.labels[jobLabel]).toBe('node-exporter');
});

test('the token of Prometheus is sent where the proxy asks for it, and TLS is spoken where the exporter does', () => {
  const proxied = objectOf(
    chartWith(MetricsScraping.serviceMonitor(), MetricsProtection.kubeRbacProxy()), 'ServiceMonitor',
  ).spec.endpoints[0];
  expect(proxied).toMatchObject({
    port: 'https-metrics', scheme: 'https', tlsConfig: { insecureSkipVerify: true },
    bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
  });
  const encrypted = objectOf(
    chartWith(MetricsScraping.podMonitor(), MetricsProtection.tls('crt')), 'PodMonitor',
  ).spec.podMetricsEndpoints[0];
  expect(encrypted).toMatchObject({ port: 'https-metrics', scheme: 'https', tlsConfig: { insecureSkipVerify: true } });
  expect(encrypted).not.toHaveProperty('bearerTokenFile');
});

test('what is given wins', () => {
  const { spec, metadata } = objectOf(chartWith(MetricsScraping.serviceMonitor({
    interval: Duration.seconds(30),
    labels: { release: 'a' },
    bearerToken: false,
    nodeLabels: false,
    endpointOverrides: { authorization: { credentials: { name: 'scraper', key: 'token' } } },
    overrides: { serviceDiscoveryRole: 'EndpointSlice' },
  }), MetricsProtection.kubeRbacProxy()), 'ServiceMonitor');
  expect(spec.endpoints).toEqual([{
    port: 'https-metrics', scheme: 'https', tlsConfig: { insecureSkipVerify: true }, interval: '30s',
    authorization: { credentials: { name: 'scraper', key: 'token' } },
  }]);
  expect(spec.serviceDiscoveryRole).toBe('EndpointSlice');
  expect(metadata.labels.release).toBe('a');
});

test('fails for a PodMonitor before kube-rbac-proxy, and says the ways out', () => {
  expect(errorsOf(chartWith(MetricsScraping.podMonitor(), MetricsProtection.kubeRbacProxy()))).toEqual([
    refusal('invalid-monitor', {
      at: 'test/metrics', given: 'MetricsScraping.podMonitor',
      names: ['PodMonitor', 'MetricsScraping.serviceMonitor', 'PodMonitor', 'endpointOverrides', 'scrapeClass', 'overrides'],
    }),
  ]);
});

test.each([
  ['a scrape class', { overrides: { scrapeClass: 'with-token' } }],
  ['a token from a Secret', { endpointOverrides: { authorization: { credentials: { name: 'scraper', key: 'token' } } } }],
])('a PodMonitor gets past kube-rbac-proxy with %s', (_, options) => {
  const chart = chartWith(MetricsScraping.podMonitor(options), MetricsProtection.kubeRbacProxy());
  expect(errorsOf(chart)).toEqual([]);
  expect(objectOf(chart, 'PodMonitor')).toBeDefined();
});

test('fails for a monitor without the certificate that clients need', () => {
  const protection = MetricsProtection.tls('crt', { clientCaKey: 'ca.crt' });
  expect(errorsOf(chartWith(MetricsScraping.serviceMonitor(), protection))).toEqual([
    refusal('invalid-monitor', { at: 'test/metrics', given: '`clientCaKey` of MetricsProtection.tls', names: ['ServiceMonitor'] }),
  ]);
  const tlsConfig = { cert: { secret: { name: 'prometheus', key: 'tls.crt' } }, keySecret: { name: 'prometheus', key: 'tls.key' } };
  const chart = chartWith(MetricsScraping.serviceMonitor({ endpointOverrides: { tlsConfig } }), protection);
  expect(objectOf(chart, 'ServiceMonitor').spec.endpoints[0].tlsConfig).toEqual({ insecureSkipVerify: true, ...tlsConfig });
});
