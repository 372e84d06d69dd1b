import {
  Checks, CiliumIpam, CiliumOptions, CiliumPolicyEnforcement, CiliumRouting, Cni, CniPlugin, CniPluginProps, KubernetesVersion, TargetCluster,
} from '../../src';
import { CILIUM_CONFIG } from '../../src/network/cilium/cilium-defaults';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

const API = { apiServer: { host: 'api.example.com' } };

function made(options?: CiliumOptions, more: Partial<CniPluginProps> = {}, kubernetesVersion?: KubernetesVersion): ReturnType<typeof testChart> {
  const chart = testChart();
  TargetCluster.configure(chart, { kubernetesVersion });
  new CniPlugin(chart, 'cilium', { network: Cni.cilium(options), ...more });
  return chart;
}

const configOf = (options?: CiliumOptions, more?: Partial<CniPluginProps>): { [key: string]: string } => objectOf(made(options, more), 'ConfigMap', 'cilium-config').data;

/** What differs from the configuration without options; undefined where a key is gone. */
function differenceOf(options: CiliumOptions, more?: Partial<CniPluginProps>): { [key: string]: string | undefined } {
  const before = configOf();
  const after = configOf(options, more);
  return Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(after)])].filter(key => before[key] !== after[key]).map(key => [key, after[key]]));
}

test('one line makes Cilium as its chart does, without Hubble and with Envoy in the agent', () => {
  expectGolden('cni-cilium', made({}, {}, KubernetesVersion.V1_30));
});

test.each<[string, CiliumOptions, { [key: string]: string | undefined }]>([
  ['a tunnel of Geneve', { routing: CiliumRouting.geneve(6082) }, { 'tunnel-protocol': 'geneve', 'tunnel-port': '6082' }],
  ['native routing', { routing: CiliumRouting.native({ ranges: ['10.0.0.0/8'], autoDirectNodeRoutes: true }) }, {
    'routing-mode': 'native', 'tunnel-protocol': undefined, 'auto-direct-node-routes': 'true', 'ipv4-native-routing-cidr': '10.0.0.0/8',
  }],
  ['a pool', { ipam: CiliumIpam.clusterPool({ ranges: ['10.1.0.0/16', '10.2.0.0/16'], maskSize: 25 }) }, {
    'cluster-pool-ipv4-cidr': '10.1.0.0/16 10.2.0.0/16', 'cluster-pool-ipv4-mask-size': '25',
  }],
  ['addresses of Kubernetes', { ipam: CiliumIpam.kubernetes() }, {
    'ipam': 'kubernetes', 'cluster-pool-ipv4-cidr': undefined, 'cluster-pool-ipv4-mask-size': undefined,
  }],
  ['two families', { ipv6: true, ipam: CiliumIpam.clusterPool({ ipv6Ranges: ['fd00::/104'] }) }, {
    'enable-ipv6': 'true', 'cluster-pool-ipv6-cidr': 'fd00::/104', 'cluster-pool-ipv6-mask-size': '120',
  }],
  ['no masquerade', { masquerade: false }, { 'enable-ipv4-masquerade': 'false', 'enable-ipv6-masquerade': 'false' }],
  ['packets of a size', { mtu: 1400 }, { mtu: '1400' }],
  ['WireGuard', { wireguard: true }, { 'enable-wireguard': 'true' }],
  ['interfaces', { devices: ['eth+', 'bond0'] }, { devices: 'eth+ bond0' }],
  ['policies for all', { policyEnforcement: CiliumPolicyEnforcement.ALWAYS }, { 'enable-policy': 'always' }],
  ['a firewall of nodes', { hostFirewall: true }, { 'enable-host-firewall': 'true' }],
  ['bandwidth', { bandwidthManager: true }, { 'enable-bandwidth-manager': 'true' }],
  ['other configurations', { exclusive: false }, { 'cni-exclusive': 'false' }],
  ['a mesh', { clusterName: 'a', clusterId: 7 }, { 'cluster-name': 'a', 'cluster-id': '7' }],
  ['another taint', { startupTaintKey: 'example.com/wait' }, { 'agent-not-ready-taint-key': 'example.com/wait' }],
  ['metrics', { metricsPort: 9962 }, { 'prometheus-serve-addr': ':9962' }],
  ['keys of your own', { extraConfig: { 'bpf-lb-map-max': '131072', 'enable-egress-gateway': 'true' } }, { 'bpf-lb-map-max': '131072', 'enable-egress-gateway': 'true' }],
])('%s change these keys and no others', (_, options, expected) => {
  expect(differenceOf(options)).toEqual(expected);
});

test('in place of kube-proxy, every container that asks the API server reaches it without a Service', () => {
  expect(differenceOf({ kubeProxyReplacement: true, bpfMasquerade: true }, API)).toEqual({
    'kube-proxy-replacement': 'true', 'kube-proxy-replacement-healthz-bind-address': '', 'enable-bpf-masquerade': 'true',
  });
  const chart = made({ kubeProxyReplacement: true }, API);
  const hosts = [...objectOf(chart, 'DaemonSet').spec.template.spec.initContainers, ...objectOf(chart, 'DaemonSet').spec.template.spec.containers,
    ...objectOf(chart, 'Deployment').spec.template.spec.containers].filter(({ env = [] }: any) => env.some(({ name }: any) => name === 'KUBERNETES_SERVICE_HOST'));
  expect(hosts.map(({ name }: any) => name)).toEqual(['config', 'cilium-agent', 'cilium-operator']);
});

test('AppArmor is off by fields from Kubernetes 1.30 on, and by annotations before', () => {
  const old = objectOf(made(), 'DaemonSet').spec.template;
  expect(Object.keys(old.metadata.annotations).filter(key => key.startsWith('container.apparmor'))).toHaveLength(4);
  expect(old.spec.securityContext.appArmorProfile).toBeUndefined();
  const current = objectOf(made({}, {}, KubernetesVersion.V1_30), 'DaemonSet').spec.template;
  expect(current.spec.securityContext).toEqual({ appArmorProfile: { type: 'Unconfined' }, seccompProfile: { type: 'Unconfined' } });
  expect(Object.keys(current.metadata.annotations).filter(key => key.startsWith('container.apparmor'))).toEqual([]);
});

test('a change of the configuration rolls agents and operators', () => {
  const hashes = (options?: CiliumOptions) => ['DaemonSet', 'Deployment'].map(kind => objectOf(made(options), kind).spec.template.metadata.annotations['checksum/config']);
  expect(hashes()).toEqual(hashes());
  expect(hashes({ mtu: 1400 }).filter((hash, at) => hash === hashes()[at])).toEqual([]);
});

test('no capability stands next to privileged', () => {
  const { initContainers, containers } = objectOf(made(), 'DaemonSet').spec.template.spec;
  expect([...initContainers, ...containers].filter(({ securityContext: { privileged, capabilities } }: any) => privileged && capabilities)).toEqual([]);
});

test('nothing of the chart that no option changes is left out', () => {
  expect(configOf()).toMatchObject(CILIUM_CONFIG);
  expect(Object.keys(configOf())).toHaveLength(156);
});

test.each<[string, () => unknown, string]>([
  ['another minor', () => Cni.cilium({ version: '1.18.3' }), 'unknown-network-version'],
  ['an id without a name', () => Cni.cilium({ clusterId: 3 }), 'invalid-network-option'],
  ['an id above 255', () => Cni.cilium({ clusterId: 300, clusterName: 'a' }), 'invalid-network-option'],
  ['small packets', () => Cni.cilium({ mtu: 1000 }), 'invalid-network-option'],
  ['a long name', () => Cni.cilium({ clusterName: 'a'.repeat(33) }), 'invalid-network-option'],
  ['eBPF masquerade with kube-proxy', () => Cni.cilium({ bpfMasquerade: true }), 'invalid-network-option'],
  ['IPv6 without addresses', () => Cni.cilium({ ipv6: true }), 'invalid-network-option'],
  ['an interface with a blank', () => Cni.cilium({ devices: ['eth 0'] }), 'invalid-network-option'],
  ['a misspelt key', () => Cni.cilium({ extraConfig: { 'enable-ipv4-masquerad': 'true' } }), 'invalid-network-option'],
  ['a key with a value of the wrong type', () => Cni.cilium({ extraConfig: { 'bpf-lb-map-max': '5x' } }), 'invalid-network-option'],
  ['a pool that is smaller than the part of a node', () => CiliumIpam.clusterPool({ ranges: ['10.0.0.0/28'] }), 'invalid-network-option'],
  ['an IPv6 range as IPv4', () => CiliumIpam.clusterPool({ ranges: ['fd00::/104'] }), 'invalid-cidr'],
  ['native routing without addresses', () => CiliumRouting.native({ ranges: [] }), 'invalid-cidr'],
  ['a port of a tunnel', () => CiliumRouting.vxlan(0), 'invalid-network-option'],
])('%s is refused', (_, make, code) => {
  expect(reading(make)).toThrow(expect.objectContaining({ message: expect.stringMatching(new RegExp(`\\b${code}\\b`)) }));
});

test('a replacement of kube-proxy without an API server is refused once', () => {
  expect(codesOf(made({ kubeProxyReplacement: true }))).toEqual(['[test/cilium] missing-api-server']);
});

test('it causes no finding that nobody gave a reason for', () => {
  const found = Checks.of(made({ metricsPort: 9962 })).findings.filter(({ acknowledged }) => acknowledged === undefined);
  expect(found.map(({ code, object, container, given }) => ({ code, object, container, given }))).toEqual([]);
});
