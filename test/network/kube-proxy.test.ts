import { Checks, KubeProxy, KubeProxyMode, KubeProxyProps, KubernetesVersion, MetricsScraping, TargetCluster } from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';

const API = { host: 'api.example.com' };

function made(props: KubeProxyProps = {}, kubernetesVersion?: KubernetesVersion): ReturnType<typeof testChart> {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion });
  new KubeProxy(chart, 'kube-proxy', props);
  return chart;
}

const podOf = (props?: KubeProxyProps, version?: KubernetesVersion) => objectOf(made(props, version), 'DaemonSet').spec.template.spec;

test('one line makes kube-proxy with the kubeconfig that kubeadm wrote', () => {
  expectGolden('kube-proxy', made());
});

test('an address of the API server becomes a kubeconfig, with brackets around IPv6', () => {
  expect(objectOf(made({ apiServer: API }), 'ConfigMap').data['kubeconfig.conf']).toContain('server: https://api.example.com:6443\n');
  expect(objectOf(made({ apiServer: { host: '2001:db8::1', port: 443 } }), 'ConfigMap').data['kubeconfig.conf']).toContain(
    'server: https://[2001:db8::1]:443\n',
  );
});

test('the image is a patch release of the oldest version of the cluster', () => {
  expect(podOf().containers[0].image).toBe('registry.k8s.io/kube-proxy:v1.28.15');
  expect(podOf({}, KubernetesVersion.V1_36).containers[0].image).toBe('registry.k8s.io/kube-proxy:v1.36.3');
  expect(podOf({}, KubernetesVersion.of('1.99')).containers[0].image).toBe('registry.k8s.io/kube-proxy:v1.99.0');
});

test('options are fields of the configuration, and extraConfig is laid over them', () => {
  const config = objectOf(made({
    mode: KubeProxyMode.IPVS, strictArp: true, clusterCidrs: ['10.244.0.0/16', 'fd00:10:244::/56'], nodePortAddresses: ['192.0.2.0/24'],
    extraConfig: { ipvs: { scheduler: 'lc' }, conntrack: { maxPerCore: 0 } },
  }), 'ConfigMap').data['config.conf'];
  expect(config).toBe([
    'apiVersion: kubeproxy.config.k8s.io/v1alpha1', 'kind: KubeProxyConfiguration', 'clientConnection:',
    '  kubeconfig: /var/lib/kube-proxy/kubeconfig.conf',
    'clusterCIDR: 10.244.0.0/16,fd00:10:244::/56', 'healthzBindAddress: 0.0.0.0:10256', 'ipvs:', '  strictARP: true', '  scheduler: lc',
    'metricsBindAddress: 127.0.0.1:10249', 'mode: ipvs', 'nodePortAddresses:', '  - 192.0.2.0/24', 'conntrack:', '  maxPerCore: 0', '',
  ].join('\n'));
});

test('a cluster of IPv6 alone binds addresses of IPv6', () => {
  const config = objectOf(made({ clusterCidrs: ['fd00:10:244::/56'], metricsOnEveryAddress: true }), 'ConfigMap').data['config.conf'];
  expect(config).toContain('healthzBindAddress: "[::]:10256"');
  expect(config).toContain('metricsBindAddress: "[::]:10249"');
});

test('metrics that are open on every address can be scraped', () => {
  const chart = made({ metricsOnEveryAddress: true, scraping: MetricsScraping.podMonitor() });
  expect(objectOf(chart, 'PodMonitor').spec.podMetricsEndpoints[0].port).toBe('metrics');
});

test.each<[string, KubeProxyProps, string]>([
  ['a URL as the host', { apiServer: { host: 'https://api.example.com' } }, 'invalid-api-server'],
  ['a port out of range', { apiServer: { host: 'api.example.com', port: 0 } }, 'invalid-api-server'],
  ['an address for a range', { clusterCidrs: ['10.244.0.0'] }, 'invalid-cidr'],
  ['a range that begins in the middle', { clusterCidrs: ['10.244.0.1/16'] }, 'invalid-cidr'],
  ['a range of IPv6 that begins in the middle', { clusterCidrs: ['fd00::1:0:0/64'] }, 'invalid-cidr'],
  ['nftables before Kubernetes 1.31', { mode: KubeProxyMode.NFTABLES }, 'field-too-new'],
  ['a monitor of metrics on the loopback address', { scraping: MetricsScraping.podMonitor() }, 'invalid-monitor'],
])('%s is refused', (_, props, code) => {
  expect(codesOf(made(props))).toEqual([`[test/kube-proxy] ${code}`]);
});

test('nftables is there from Kubernetes 1.31 on', () => {
  expect(codesOf(made({ mode: KubeProxyMode.NFTABLES }, KubernetesVersion.V1_31))).toEqual([]);
});

test('it causes no finding that nobody gave a reason for', () => {
  expect(Checks.of(made({ apiServer: API })).findings.filter(({ acknowledged }) => acknowledged === undefined)
    .map(({ code }) => code)).toEqual([]);
});
