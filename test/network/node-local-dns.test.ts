import { Checks, Dns, NodeAgent, NodeCoverage, NodeLocalDns, NodeLocalDnsProps, Resources, Rollout, Toleration } from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';

function made(props: NodeLocalDnsProps = {}): ReturnType<typeof testChart> {
  const chart = testChart();
  new NodeLocalDns(chart, 'node-local-dns', props);
  return chart;
}

const corefileOf = (props?: NodeLocalDnsProps): string => objectOf(made(props), 'ConfigMap').data['Corefile.base'];
const containerOf = (props?: NodeLocalDnsProps) => objectOf(made(props), 'DaemonSet').spec.template.spec.containers[0];
const zonesOf = (corefile: string) => [...corefile.matchAll(/^(\S+) \{$/gm)].map(match => match[1]);

test('one line makes the cache of the add-on of Kubernetes', () => {
  expectGolden('node-local-dns', made());
});

test('it is a node agent like any other, and tells its addresses', () => {
  const cache = new NodeLocalDns(testChart(), 'cache', { clusterDnsAddress: '10.96.0.10', metricsPort: 9999 });
  expect(cache).toBeInstanceOf(NodeAgent);
  expect(cache.addresses).toEqual(['169.254.20.10', '10.96.0.10']);
  expect(cache.metricsPort.containerPort).toBe(9999);
  expect(cache.findObject('Service')?.name).toBe('cache-upstream');
});

test('it runs in the namespace of the DNS of the cluster, unless another one is given', () => {
  expect(objectOf(made(), 'Service').metadata.namespace).toBe('kube-system');
  expect(objectOf(made({ namespace: 'dns' }), 'Service').metadata.namespace).toBe('dns');
});

test('pods that ask the Service kube-dns are answered by the cache where it listens on that address', () => {
  const corefile = corefileOf({ clusterDnsAddress: '10.96.0.10' });
  expect(corefile.match(/^ {2}bind .*$/gm)).toEqual(Array(4).fill('  bind 169.254.20.10 10.96.0.10'));
  expect(containerOf({ clusterDnsAddress: '10.96.0.10' }).args.slice(0, 2)).toEqual(['-localip', '169.254.20.10,10.96.0.10']);
});

test('zones are those of the cluster, reverse look-ups, stub domains in order, everything else, and your own', () => {
  const corefile = corefileOf({
    clusterDomain: 'corp.local', stubDomains: { 'b.example.com': ['192.0.2.2'], 'a.example.com': ['192.0.2.1', '[2001:db8::1]:5353'] },
    upstreamServers: ['192.0.2.53:5353'], extraConfig: 'own:53 {\n  whoami\n}',
  });
  expect(zonesOf(corefile)).toEqual([
    'corp.local:53', 'in-addr.arpa:53', 'ip6.arpa:53', 'a.example.com:53', 'b.example.com:53', '.:53', 'own:53',
  ]);
  expect(corefile).toContain('forward . 192.0.2.1 [2001:db8::1]:5353\n');
  expect(corefile).toContain('forward . 192.0.2.53:5353\n');
  expect(corefile.endsWith('}\n')).toBe(true);
});

test('with IPv6 the health check is asked in brackets', () => {
  expect(corefileOf({ localAddress: 'fd00::10' })).toContain('  health [fd00::10]:8080\n');
  expect(containerOf({ localAddress: 'fd00::10' }).livenessProbe.httpGet.host).toBe('fd00::10');
});

test.each<[string, NodeLocalDnsProps, string]>([
  ['addresses of both families', { localAddress: '169.254.20.10', clusterDnsAddress: 'fd00::a' }, 'invalid-dns'],
  ['a name as an address', { clusterDnsAddress: 'kube-dns' }, 'invalid-dns'],
  ['a domain with a dot at its end', { clusterDomain: 'cluster.local.' }, 'invalid-dns'],
  ['a stub domain without servers', { stubDomains: { 'a.example.com': [] } }, 'invalid-dns'],
  ['a name as an upstream server', { upstreamServers: ['dns.example.com'] }, 'invalid-dns'],
  ['more servers than CoreDNS takes', { upstreamServers: Array(16).fill('192.0.2.1') }, 'invalid-dns'],
  ['the DNS of the cluster', { dns: Dns.cluster() }, 'dns-before-network'],
  ['no toleration of new nodes', {
    nodes: NodeCoverage.linux({ tolerations: [Toleration.controlPlane()] }),
  }, 'missing-bootstrap-toleration'],
])('%s is refused', (_, props, code) => {
  expect(codesOf(made(props))).toEqual([`[test/node-local-dns] ${code}`]);
});

test('Windows nodes and two pods on a node are refused', () => {
  expect(codesOf(made({ nodes: NodeCoverage.windows() }))).toContain('[test/node-local-dns] unsupported-nodes');
  expect(codesOf(made({ rollout: Rollout.surgePercent(10) }))).toContain('[test/node-local-dns] rollout-deadlock');
});

test.each<[string, NodeLocalDnsProps]>([
  ['as it is', {}], ['with a limit of memory', { resources: Resources.of({ cpu: '25m', memory: '32Mi', memoryLimit: '1Gi' }) }],
])('%s it causes no finding that nobody gave a reason for', (_, props) => {
  expect(Checks.of(made(props)).findings.filter(({ acknowledged }) => acknowledged === undefined).map(({ code }) => code)).toEqual([]);
});
