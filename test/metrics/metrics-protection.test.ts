import { Exporter, MetricsExporter, MetricsExporterProps, MetricsProtection, MetricsScraping } from '../../src';
import { errorsOf, expectGolden, objectOf, testChart } from '../support/golden';
import { refusal } from '../support/refusal';

function podOf(props: MetricsExporterProps): any {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', props);
  return objectOf(chart, 'DaemonSet').spec.template.spec;
}

function flag(container: any, name: string): string | undefined {
  return container.args.find((arg: string) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

test('kube-rbac-proxy takes the port, and everything follows', () => {
  const chart = testChart('metrics', 'monitoring');
  new MetricsExporter(chart, 'metrics', {
    protection: MetricsProtection.kubeRbacProxy(),
    scraping: MetricsScraping.serviceMonitor({ labels: { release: 'kube-prometheus-stack' } }),
  });
  expectGolden('metrics-rbac-proxy', chart);
});

test('only the proxy holds the token', () => {
  const pod = podOf({ protection: MetricsProtection.kubeRbacProxy() });
  const withToken = pod.containers.filter((container: any) =>
    container.volumeMounts?.some((mount: any) => mount.mountPath.includes('serviceaccount')));
  expect(withToken.map((container: any) => container.name)).toEqual(['kube-rbac-proxy']);
  expect(pod.automountServiceAccountToken).toBe(false);
});

test('one port moves the proxy, the exporter behind it, the probes and the Service', () => {
  const chart = testChart();
  const exporter = new MetricsExporter(chart, 'metrics', { port: 9300, protection: MetricsProtection.kubeRbacProxy() });
  const [program, proxy] = objectOf(chart, 'DaemonSet').spec.template.spec.containers;
  expect(exporter.metricsPort.containerPort).toBe(9300);
  expect(flag(program, 'web.listen-address')).toBe('127.0.0.1:9301');
  expect(program.livenessProbe.httpGet).toEqual({ path: '/', port: 9301, host: '127.0.0.1' });
  expect(flag(proxy, 'secure-listen-address')).toBe('[$(POD_IP)]:9300');
  expect(flag(proxy, 'upstream')).toBe('http://127.0.0.1:9301/');
  expect(proxy.ports).toEqual([{ name: 'https-metrics', containerPort: 9300, protocol: 'TCP' }]);
  expect(
    objectOf(chart, 'Service').spec.ports,
  ).toEqual([{ name: 'https-metrics', port: 9300, protocol: 'TCP', targetPort: 'https-metrics' }]);
});

test('without the host network the kubelet cannot reach the loopback address, so the proxy is asked for both', () => {
  const [program, proxy] = podOf({
    exporter: Exporter.nodeExporter({ hostNetwork: false }),
    protection: MetricsProtection.kubeRbacProxy(),
  }).containers;
  expect(program).not.toHaveProperty('livenessProbe');
  expect(program).not.toHaveProperty('readinessProbe');
  expect(proxy.readinessProbe.httpGet).toEqual({ path: '/', port: 'https-metrics', scheme: 'HTTPS' });
});

test('the proxy can have a health port, a certificate and arguments of its own', () => {
  const pod = podOf({
    protection: MetricsProtection.kubeRbacProxy({
      healthPort: 9400, upstreamPort: 9401, certificateSecretName: 'metrics-tls',
      args: ['--tls-min-version=VersionTLS13', '--allow-paths=/metrics'],
    }),
  });
  const [program, proxy] = pod.containers;
  expect(flag(program, 'web.listen-address')).toBe('127.0.0.1:9401');
  expect(proxy.args).toEqual([
    '--allow-paths=/metrics',
    '--proxy-endpoints-port=9400',
    '--secure-listen-address=[$(POD_IP)]:9100',
    '--tls-cert-file=/etc/kube-rbac-proxy/tls.crt',
    '--tls-min-version=VersionTLS13',
    '--tls-private-key-file=/etc/kube-rbac-proxy/tls.key',
    '--upstream=http://127.0.0.1:9401/',
  ]);
  expect(proxy.readinessProbe.httpGet).toEqual({ path: '/healthz', port: 9400, scheme: 'HTTPS' });
  expect(pod.volumes).toContainEqual({
    name: 'files-etc-kube-rbac-proxy',
    secret: { secretName: 'metrics-tls', items: [{ key: 'tls.crt', path: 'tls.crt' }, { key: 'tls.key', path: 'tls.key' }] },
  });
});

test('the port behind the proxy is a port of the node like any other', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'one', { protection: MetricsProtection.kubeRbacProxy() });
  new MetricsExporter(chart, 'two', { port: 9101 });
  expect(errorsOf(chart)).toEqual([expect.stringMatching(/^\[test\/two\] host-port-conflict: .*9101/)]);
});

test('the health port of the proxy is one too', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'one', { protection: MetricsProtection.kubeRbacProxy({ healthPort: 9200 }) });
  new MetricsExporter(chart, 'two', { port: 9200 });
  expect(errorsOf(chart)).toEqual([expect.stringContaining('host-port-conflict')]);
});

test.each<[string, string, any]>([
  ['its listen address', '--secure-listen-address=:1', refusal('conflicting-flags', { given: "':1'", names: ['--secure-listen-address'] })],
  ['paths without a health port', '--allow-paths=/metrics',
    refusal('conflicting-flags', { given: "'/metrics'", names: ['--allow-paths'] })],
])('fails when the proxy is given %s', (_, arg, message) => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { protection: MetricsProtection.kubeRbacProxy({ args: [arg] }) });
  expect(errorsOf(chart)).toEqual([message.of('test/metrics')]);
});

test('TLS in the exporter needs a Secret and nothing else', () => {
  const chart = testChart();
  new MetricsExporter(chart, 'metrics', { protection: MetricsProtection.tls('metrics-tls') });
  const { containers: [program], volumes } = objectOf(chart, 'DaemonSet').spec.template.spec;
  expect(flag(program, 'web.config.file')).toBe('/etc/web-config/web-config.yaml');
  expect(flag(program, 'web.listen-address')).toBe('[$(POD_IP)]:9100');
  expect(program.readinessProbe).toEqual({ httpGet: { path: '/', port: 'https-metrics', scheme: 'HTTPS' }, timeoutSeconds: 5 });
  expect(
    objectOf(chart, 'ConfigMap').data,
  ).toEqual({ 'web-config.yaml': 'tls_server_config:\n  cert_file: tls.crt\n  key_file: tls.key\n' });
  expect(volumes).toContainEqual(expect.objectContaining({
    projected: {
      sources: [
        { configMap: { name: 'metrics-config', items: [{ key: 'web-config.yaml', path: 'web-config.yaml' }] } },
        { secret: { name: 'metrics-tls', items: [{ key: 'tls.crt', path: 'tls.crt' }, { key: 'tls.key', path: 'tls.key' }] } },
      ],
    },
  }));
  expect(objectOf(chart, 'ClusterRole')).toBeUndefined();
});

test('where clients need a certificate the kubelet can only see whether the port is open', () => {
  const chart = testChart();
  const protection = MetricsProtection.tls('metrics-tls', { clientCaKey: 'ca.pem', certificateKey: 'crt', privateKeyKey: 'key' });
  new MetricsExporter(chart, 'metrics', { protection });
  const { containers: [program] } = objectOf(chart, 'DaemonSet').spec.template.spec;
  expect(objectOf(chart, 'ConfigMap').data['web-config.yaml']).toBe(
    'tls_server_config:\n  cert_file: tls.crt\n  key_file: tls.key\n  client_auth_type: RequireAndVerifyClientCert\n  client_ca_file: '
      + 'ca.crt\n');
  expect(program).not.toHaveProperty('livenessProbe');
  expect(program.readinessProbe).toEqual({ tcpSocket: { port: 'https-metrics' }, periodSeconds: 30 });
});

test('a web configuration of your own is mounted whole', () => {
  const { containers: [program], volumes } = podOf({ protection: MetricsProtection.webConfig('users', { key: 'web.yml', https: false }) });
  expect(flag(program, 'web.config.file')).toBe('/etc/web-config/web.yml');
  expect(program.ports[0].name).toBe('http-metrics');
  expect(program.volumeMounts).toContainEqual({ name: 'web-config', mountPath: '/etc/web-config', readOnly: true });
  expect(volumes).toContainEqual({ name: 'web-config', secret: { secretName: 'users' } });
  expect(podOf({ protection: MetricsProtection.webConfig('users') }).containers[0].ports[0].name).toBe('https-metrics');
});
