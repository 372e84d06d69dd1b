import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AgentIdentity, Checks, CiliumCertificates, CiliumChaining, CiliumEncryption, CiliumEnvoy, CiliumIpam, CiliumOptions, CiliumPrivileges,
  CiliumRouting, Cni, CniPlugin,
  CniPluginProps, KubernetesVersion, MetricsScraping, NodePlatform, TargetCluster,
} from '../../src';
import { defaultsOf } from '../../src/network/cilium/cilium-config';
import { ciliumKeys } from '../../src/network/cilium/cilium-extra-config';
import { CILIUM_MINORS, nameIn } from '../../src/network/cilium/cilium-minors';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

const API = { apiServer: { host: 'api.example.com' } };
const KPR: CiliumOptions = { kubeProxyReplacement: true };

function made(
  options?: CiliumOptions, more: Partial<CniPluginProps> = {}, kubernetesVersion?: KubernetesVersion, platform?: NodePlatform,
): ReturnType<typeof testChart> {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion, platform });
  new CniPlugin(chart, 'cilium', { network: Cni.cilium(options), ...more });
  return chart;
}

const configOf = (options?: CiliumOptions, more?: Partial<CniPluginProps>): {
  [key: string]: string;
} => objectOf(made(options, more), 'ConfigMap', 'cilium-config').data;
const podOf = (chart: ReturnType<typeof testChart>, name = 'cilium') => objectOf(chart, 'DaemonSet', name).spec.template.spec;

test('one line makes Cilium as its chart does, without Hubble and with Envoy in the agent', () => {
  expectGolden('cni-cilium', made({}, {}, KubernetesVersion.V1_30));
});

test('in place of kube-proxy, every container that asks the API server reaches it without a Service', () => {
  const chart = made({ ...KPR, envoy: CiliumEnvoy.daemonSet() }, API);
  const pods = [...['cilium', 'cilium-envoy'].map(name => podOf(chart, name)), objectOf(chart, 'Deployment').spec.template.spec];
  const hosts = pods.flatMap(({ initContainers = [], containers }) => [...initContainers, ...containers]).filter(({ env = [] }: any) =>
    env.some(({ name }: any) => name === 'KUBERNETES_SERVICE_HOST'));
  expect(hosts.map(({ name }: any) => name)).toEqual(['config', 'cilium-agent', 'cilium-envoy', 'cilium-operator']);
});

test('AppArmor is off by fields from Kubernetes 1.30 on, and by annotations before', () => {
  const old = objectOf(made(), 'DaemonSet').spec.template;
  expect(Object.keys(old.metadata.annotations).filter(key => key.startsWith('container.apparmor'))).toHaveLength(4);
  expect(old.spec.securityContext.appArmorProfile).toBeUndefined();
  const current = objectOf(made({}, {}, KubernetesVersion.V1_30), 'DaemonSet').spec.template;
  expect(current.spec.securityContext).toEqual({ appArmorProfile: { type: 'Unconfined' }, seccompProfile: { type: 'Unconfined' } });
  expect(Object.keys(current.metadata.annotations).filter(key => key.startsWith('container.apparmor'))).toEqual([]);
});

test.each<[string, CiliumOptions]>([
  ['a key', { mtu: 1400, envoy: CiliumEnvoy.daemonSet() }],
  ['a port of Envoy', { envoy: CiliumEnvoy.daemonSet({ metricsPort: 9999 }) }],
])('a change of %s rolls agents, Envoy and operators together', (_, changed) => {
  const workloads = [['DaemonSet', 'cilium'], ['DaemonSet', 'cilium-envoy'], ['Deployment', 'cilium-operator']];
  const hashes = (options: CiliumOptions) =>
    workloads.map(([kind, name]) => objectOf(made(options), kind, name).spec.template.metadata.annotations['checksum/config']);
  const before = hashes({ envoy: CiliumEnvoy.daemonSet() });
  expect(hashes({ envoy: CiliumEnvoy.daemonSet() })).toEqual(before);
  expect(hashes(changed).filter((hash, at) => hash === before[at])).toEqual([]);
});

test('no capability stands next to privileged', () => {
  const privileged = made({ privileges: CiliumPrivileges.privileged(), envoy: CiliumEnvoy.daemonSet() });
  for (const chart of [made(), privileged]) {
    const { initContainers, containers } = podOf(chart);
    expect([
      ...initContainers, ...containers,
    ].filter(({ securityContext: { privileged: isPrivileged, capabilities } }: any) => isPrivileged && capabilities)).toEqual([]);
  }
});

test('on Talos no container asks for SYS_MODULE, and the control groups are those of the node', () => {
  const chart = made({}, {}, undefined, NodePlatform.talos());
  expect(JSON.stringify(chart.toJson())).not.toContain('SYS_MODULE');
  expect(podOf(chart).initContainers.map(({ name }: any) => name)).not.toContain('mount-cgroup');
  expect(objectOf(chart, 'ConfigMap', 'cilium-config').data['cgroup-root']).toBe('/sys/fs/cgroup');
});

test.each(CILIUM_MINORS)('all that the chart of %s writes and no option changes is written, by keys that its programs know', minor => {
  const version = { '1.19': '1.19.6', '1.20': '1.20.0' }[minor];
  expect(configOf({ version })).toMatchObject(defaultsOf(minor));
  expect(Object.keys(configOf({ version })).filter(key => !ciliumKeys(minor).has(key))).toEqual([]);
});

test('every key that the guide names for a value of the chart is one of 1.20', () => {
  const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'cilium.md'), 'utf8');
  const named = guide.split('\n').filter(line => line.startsWith('| ') && line.includes('extraConfig')).flatMap(
    line => line.split(' | ')[1].match(/[a-z0-9]+(-[a-z0-9]+)+/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(key => !ciliumKeys('1.20').has(key))).toEqual([]);
});

test('a row of a table says which minors have it', () => {
  expect(CILIUM_MINORS.map(minor => [
    nameIn('a', minor), nameIn('a@..1.19', minor), nameIn('a@1.20..', minor), nameIn('a@1.19..1.20', minor),
  ])).toEqual([
    ['a', 'a', undefined, 'a'], ['a', undefined, 'a', 'a'],
  ]);
});

test('keys of your own that no option sets are written', () => {
  expect(configOf({ extraConfig: { 'bpf-lb-map-max': '131072', 'enable-endpoint-routes': 'true' } })).toMatchObject({
    'bpf-lb-map-max': '131072', 'enable-endpoint-routes': 'true',
  });
  expect(configOf({ mtu: 1400, extraConfig: { mtu: '1400' } })).toMatchObject({ mtu: '1400' });
});

test('monitors find the metrics of agents and of Hubble', () => {
  const scraping = MetricsScraping.podMonitor();
  const monitors = made({ metricsPort: 9962, scraping, hubble: { metrics: { enabled: ['drop'], scraping } } }).toJson().filter(
    ({ kind }: any) => kind === 'PodMonitor',
  );
  expect(
    monitors.flatMap(({ spec }: any) => spec.podMetricsEndpoints.map(({ port }: any) => port)).sort(),
  ).toEqual(['hubble-metrics', 'prometheus']);
});

test('a running installation of the chart can be taken over with its selector', () => {
  const chart = made({}, { identity: AgentIdentity.labels({ 'k8s-app': 'cilium' }) });
  expect(objectOf(chart, 'DaemonSet').spec.selector.matchLabels).toEqual({ 'k8s-app': 'cilium' });
});

const HUBBLE = { listenPort: 4244, certificates: CiliumCertificates.secret('hubble') };
const IPSEC = CiliumEncryption.ipsec({ secretName: 'keys' });

test.each<[string, () => unknown, string, string]>([
  ['a minor that is not known', () => Cni.cilium({ version: '1.18.3' }), 'unknown-network-version', '1.18.3'],
  ['a release without its third number', () => Cni.cilium({ version: '1.20' }), 'unknown-network-version', '1.20'],
  ['an Envoy that is not known', () => Cni.cilium({
    version: '1.20.7', envoy: CiliumEnvoy.daemonSet(),
  }), 'unknown-network-version', '1.20.7'],
  ['an id of the cluster without a name', () => Cni.cilium({ clusterId: 3 }), 'invalid-network-option', 'clusterId: 3'],
  ['an id of the cluster above 255', () => Cni.cilium({ clusterId: 300, clusterName: 'a' }), 'invalid-network-option', '300'],
  ['a long name of the cluster', () => Cni.cilium({ clusterName: 'a'.repeat(33) }), 'invalid-network-option', 'aaa'],
  ['small packets', () => Cni.cilium({ mtu: 1000 }), 'invalid-network-option', '1000'],
  ['no addresses at all', () => Cni.cilium({ ipv4: false }), 'invalid-network-option', 'ipv4: false'],
  ['IPv6 without addresses', () => Cni.cilium({ ipv6: true }), 'invalid-network-option', 'ipv6: true'],
  ['native routing that masquerades without a range', () => Cni.cilium({
    routing: CiliumRouting.native(),
  }), 'invalid-network-option', 'IPv4'],
  ['native routing that masquerades IPv6 without a range', () => Cni.cilium({
    ipv6: true, ipam: CiliumIpam.kubernetes(), routing: CiliumRouting.native({ ranges: ['10.0.0.0/8'] }),
  }),
  'invalid-network-option', 'IPv6'],
  ['two native ranges of one IP family', () => CiliumRouting.native({
    ranges: ['10.0.0.0/9', '10.128.0.0/9'],
  }), 'invalid-cidr', '10.0.0.0/9'],
  ['routes that are left out where none are written', () => CiliumRouting.native({
    skipUnreachableNodes: true,
  }), 'invalid-network-option', 'skipUnreachableNodes'],
  ['a port of a tunnel', () => CiliumRouting.vxlan(0), 'invalid-network-option', '0'],
  ['a pool that is smaller than the part of a node', () => CiliumIpam.clusterPool({
    ranges: ['10.0.0.0/28'],
  }), 'invalid-network-option', '24 of 10.0.0.0/28'],
  ['an IPv6 range as IPv4', () => CiliumIpam.clusterPool({ ranges: ['fd00::/104'] }), 'invalid-cidr', 'fd00::/104'],
  ['pools without a default', () => CiliumIpam.multiPool([{ name: 'blue', ranges: ['10.0.0.0/16'] }]), 'invalid-network-option', 'default'],
  ['two pools of one name', () => CiliumIpam.multiPool([
    { name: 'default', ranges: ['10.0.0.0/16'] }, { name: 'default', ranges: ['10.1.0.0/16'] },
  ]), 'invalid-network-option', 'default'],
  ['a pool without addresses', () => CiliumIpam.multiPool([{ name: 'default' }]), 'invalid-network-option', 'default'],
  ['eBPF masquerade with kube-proxy', () => Cni.cilium({ bpfMasquerade: true }), 'invalid-network-option', 'bpfMasquerade'],
  ['eBPF masquerade of nothing', () => Cni.cilium({
    ...KPR, bpfMasquerade: true, masquerade: false,
  }), 'invalid-network-option', 'masquerade: false'],
  ['an egress gateway without eBPF masquerade', () => Cni.cilium({
    ...KPR, egressGateway: true,
  }), 'invalid-network-option', 'egressGateway'],
  ['an egress gateway with CiliumEndpointSlices', () => Cni.cilium({
    ...KPR, bpfMasquerade: true, egressGateway: true, extraConfig: { 'enable-cilium-endpoint-slice': 'true' },
  }),
  'invalid-network-option', 'enable-cilium-endpoint-slice'],
  ['layer 2 announcements with kube-proxy', () => Cni.cilium({ l2Announcements: true }), 'invalid-network-option', 'l2Announcements'],
  ['BBR without the bandwidth manager', () => Cni.cilium({ bbr: true }), 'invalid-network-option', 'bbr'],
  ['IPsec without a Secret', () => CiliumEncryption.ipsec({ secretName: '' }), 'invalid-network-option', 'secretName'],
  ['IPsec with the firewall of nodes', () => Cni.cilium({
    encryption: IPSEC, hostFirewall: true,
  }), 'invalid-network-option', 'hostFirewall'],
  ['IPsec together with WireGuard', () => Cni.cilium({
    encryption: IPSEC, extraConfig: { 'enable-wireguard': 'true' },
  }), 'invalid-network-option', 'encryption'],
  ['IPsec without a transparent DNS proxy', () => Cni.cilium({
    encryption: IPSEC, extraConfig: { 'dnsproxy-enable-transparent-mode': 'false' },
  }), 'invalid-network-option', 'dnsproxy'],
  ['IPsec with another plugin', () => Cni.cilium({
    encryption: IPSEC, chaining: CiliumChaining.awsCni(),
  }), 'invalid-network-option', 'aws-cni'],
  ['chaining that renames what it is added to', () => Cni.cilium({
    chaining: CiliumChaining.awsCni(), exclusive: true,
  }), 'invalid-network-option', 'exclusive: true'],
  ['a duration without a unit', () => CiliumEncryption.wireguard({ persistentKeepalive: '25' }), 'invalid-network-option', '25'],
  ['Hubble on a port without certificates', () => Cni.cilium({ hubble: { listenPort: 4244 } }), 'invalid-network-option', '4244'],
  ['certificates of Hubble without a port', () => Cni.cilium({
    hubble: { certificates: HUBBLE.certificates },
  }), 'invalid-network-option', 'certificates'],
  ['a buffer of Hubble that is no power of two minus one', () => Cni.cilium({
    hubble: { eventBufferCapacity: 4096 },
  }), 'invalid-network-option', '4096'],
  ['metrics of Hubble without a name', () => Cni.cilium({ hubble: { metrics: { enabled: [] } } }), 'invalid-network-option', 'none'],
  ['two servers on one port', () => Cni.cilium({ metricsPort: 4244, hubble: HUBBLE }), 'invalid-network-option', '4244'],
  ['a monitor without metrics', () => Cni.cilium({ scraping: MetricsScraping.podMonitor() }), 'invalid-network-option', 'PodMonitor'],
  ['an interface with a blank', () => Cni.cilium({ devices: ['eth 0'] }), 'invalid-network-option', 'eth 0'],
  ['a capability that there is not', () => CiliumPrivileges.capabilities({
    agent: ['CAP_NET_ADMIN'],
  }), 'invalid-capability', 'CAP_NET_ADMIN'],
  ['a misspelt key', () => Cni.cilium({
    extraConfig: { 'enable-endpoint-route': 'true' },
  }), 'invalid-network-option', 'enable-endpoint-routes'],
  ['a key of another minor', () => Cni.cilium({
    version: '1.19.6', extraConfig: { 'envoy-xds-mode': 'ads' },
  }), 'invalid-network-option', '1.20'],
  ['a value of the wrong type', () => Cni.cilium({ extraConfig: { 'bpf-lb-map-max': '5x' } }), 'invalid-network-option', '5x'],
  ['a truth in other words', () => Cni.cilium({ extraConfig: { 'enable-endpoint-routes': 'yes' } }), 'invalid-network-option', 'yes'],
  ...Object.entries({
    'agent-health-port': '9880', 'operator-api-serve-addr': ':9234', 'operator-prometheus-serve-addr': ':9964', 'bpf-root': '/bpf',
    'write-cni-conf-when-ready': '/elsewhere', 'enable-gateway-api': 'true', 'enable-ingress-controller': 'true', 'kvstore': 'etcd',
  }).map(([key, value]): [string, () => Cni, string, string] => [
    `${key}: ${value}, which the pods do not follow`, () => Cni.cilium({ extraConfig: { [key]: value } }), 'invalid-network-option', key,
  ]),
  ['a key that contradicts an option', () => Cni.cilium({
    extraConfig: { 'kube-proxy-replacement': 'true' },
  }), 'invalid-network-option', 'kubeProxyReplacement'],
])('%s is refused, with what was given or is to be done', (_, make, code, part) => {
  expect(reading(make)).toThrow(expect.objectContaining({
    message: expect.stringMatching(new RegExp(`\\b${code}\\b[^]*${part.replace(/[.\\/]/g, '\\$&')}`)),
  }));
});

test('keys that the pods follow from may say what is so', () => {
  const same = {
    'agent-health-port': '9879', 'operator-api-serve-addr': '127.0.0.1:9234', 'operator-prometheus-serve-addr': ':9963',
    'enable-gateway-api': 'false', 'kvstore': '',
  };
  expect(configOf({ extraConfig: same })).toMatchObject(same);
});

test('a replacement of kube-proxy without an API server is refused once', () => {
  expect(codesOf(made(KPR))).toEqual(['[test/cilium] missing-api-server']);
});

test('a capability that the platform refuses to all is an error there', () => {
  expect(codesOf(made(
    { privileges: CiliumPrivileges.capabilities({ agent: ['SYS_MODULE'] }) }, {}, undefined, NodePlatform.talos(),
  ))).toEqual(['[test/cilium] invalid-network-option']);
});

test('privileged containers with capabilities laid over them are refused', () => {
  const overrides = { securityContext: { capabilities: { add: ['NET_ADMIN'] }, allowPrivilegeEscalation: false } };
  expect(codesOf(made({ privileges: CiliumPrivileges.privileged() }, { overrides }))).toContain('[test/cilium] privilege-contradiction');
});

test.each<[string, Cni, CiliumOptions, string[]]>([
  ['a second Cilium', Cni.cilium(), {}, ['host-port-conflict']],
  ['flannel, whose VXLAN has the port of that of Cilium', Cni.flannel(), {}, ['host-port-conflict']],
  ['flannel with a tunnel elsewhere', Cni.flannel(), { routing: CiliumRouting.vxlan(8473) }, []],
])('%s on the same nodes', (_, network, options, codes) => {
  const chart = made(options);
  new CniPlugin(chart, 'other', { network });
  expect([...new Set(codesOf(chart).map(code => code.replace(/^.* /, '')))].filter(code => code === 'host-port-conflict')).toEqual(codes);
});

test.each<[string, CiliumOptions, Partial<CniPluginProps>]>([
  ['with metrics', { metricsPort: 9962 }, {}],
  ['with everything of its own', {
    ...KPR, bpfMasquerade: true, egressGateway: true, l2Announcements: true, bgpControlPlane: true, envoy: CiliumEnvoy.daemonSet(),
    hubble: HUBBLE, encryption: IPSEC,
  }, API],
])('%s it causes no finding that nobody gave a reason for', (_, options, more) => {
  const found = Checks.of(made(options, more)).findings.filter(({ acknowledged }) => acknowledged === undefined);
  expect(found.map(({ code, object, container, given }) => ({ code, object, container, given }))).toEqual([]);
});
