import {
  CalicoAddressDetection, CalicoDataplane, CalicoEncapsulation, CalicoOptions, Checks, Cni, CniPlugin, CniPluginProps,
} from '../../src';
import { codesOf, expectGolden, objectOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

function made(options?: CalicoOptions, more: Partial<CniPluginProps> = {}): ReturnType<typeof testChart> {
  const chart = testChart();
  new CniPlugin(chart, 'calico', { network: Cni.calico(options), ...more });
  return chart;
}

const containerOf = (options?: CalicoOptions, more?: Partial<CniPluginProps>) => objectOf(
  made(options, more), 'DaemonSet',
).spec.template.spec.containers[0];
const environment = (container: any): {
  [name: string]: string;
} => Object.fromEntries(container.env.map(({ name, value }: any) => [name, value]));
const envOf = (options?: CalicoOptions, more?: Partial<CniPluginProps>) => environment(containerOf(options, more));

/** What differs from the environment without options. */
function differenceOf(options: CalicoOptions, more?: Partial<CniPluginProps>): { [name: string]: string | undefined } {
  const before = envOf();
  const after = envOf(options, more);
  return Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => before[name] !== after[name]).map(
    name => [name, after[name]],
  ));
}

const API = { apiServer: { host: 'api.example.com' } };

test('one line makes Calico as its own manifest does', () => {
  expectGolden('cni-calico', made());
});

test('it has controllers next to it, and tells the names of all', () => {
  expect(
    new CniPlugin(testChart(), 'calico', { network: Cni.calico({ typhaReplicas: 3 }) }).workloadNames,
  ).toEqual(['calico', 'calico-kube-controllers', 'calico-typha']);
});

test.each<[string, CalicoOptions, { [name: string]: string }]>([
  ['addresses of pods', {
    podCidr: '10.1.0.0/16', blockSize: 24, natOutgoing: false,
  }, { CALICO_IPV4POOL_CIDR: '10.1.0.0/16', CALICO_IPV4POOL_BLOCK_SIZE: '24', CALICO_IPV4POOL_NAT_OUTGOING: 'false' }],
  ['two families', {
    ipv6PodCidr: 'fd00:10:244::/56',
  }, { CALICO_IPV6POOL_CIDR: 'fd00:10:244::/56', IP6: 'autodetect', FELIX_IPV6SUPPORT: 'true' }],
  ['routes without IP-in-IP in a subnet', {
    encapsulation: CalicoEncapsulation.ipInIpAcrossSubnets(),
  }, { CALICO_IPV4POOL_IPIP: 'CrossSubnet' }],
  ['routes of the network', { encapsulation: CalicoEncapsulation.none() }, { CALICO_IPV4POOL_IPIP: 'Never' }],
  ['VXLAN', { encapsulation: CalicoEncapsulation.vxlanAcrossSubnets() }, {
    CALICO_IPV4POOL_IPIP: 'Never', CALICO_IPV4POOL_VXLAN: 'CrossSubnet', CALICO_IPV6POOL_VXLAN: 'CrossSubnet',
    CALICO_NETWORKING_BACKEND: 'vxlan',
  }],
  ['a pool in both families', {
    podCidr: '10.1.0.0/16', ipv6PodCidr: 'fd00:10:244::/56', ipv6BlockSize: 120, ipv6NatOutgoing: true, poolNodeSelector: "zone == 'a'",
  }, {
    CALICO_IPV4POOL_CIDR: '10.1.0.0/16', CALICO_IPV4POOL_NODE_SELECTOR: "zone == 'a'", CALICO_IPV6POOL_BLOCK_SIZE: '120',
    CALICO_IPV6POOL_CIDR: 'fd00:10:244::/56',
    CALICO_IPV6POOL_NAT_OUTGOING: 'true', CALICO_IPV6POOL_NODE_SELECTOR: "zone == 'a'", FELIX_IPV6SUPPORT: 'true', IP6: 'autodetect',
  }],
  ['pools of your own', { defaultPools: false }, { NO_DEFAULT_POOLS: 'true' }],
  ['routes that the network knows by itself', {
    encapsulation: CalicoEncapsulation.none(), bgp: false,
  }, { CALICO_IPV4POOL_IPIP: 'Never', CALICO_NETWORKING_BACKEND: 'vxlan' }],
  ['another port of VXLAN', { encapsulation: CalicoEncapsulation.vxlan(), vxlanPort: 4790 }, {
    CALICO_IPV4POOL_IPIP: 'Never', CALICO_IPV4POOL_VXLAN: 'Always', CALICO_IPV6POOL_VXLAN: 'Always', CALICO_NETWORKING_BACKEND: 'vxlan',
    FELIX_VXLANPORT: '4790',
  }],
  ['VXLAN in which BGP announces pods to routers', { encapsulation: CalicoEncapsulation.vxlanAcrossSubnets(), bgp: true }, {
    CALICO_IPV4POOL_IPIP: 'Never', CALICO_IPV4POOL_VXLAN: 'CrossSubnet', CALICO_IPV6POOL_VXLAN: 'CrossSubnet',
  }],
  ['the network of AWS, less the headers of IP-in-IP', {
    nodeMtu: 9001,
  }, { FELIX_IPINIPMTU: '8981', FELIX_VXLANMTU: '8981', FELIX_WIREGUARDMTU: '8981' }],
  ['iptables where 3.32 would choose', { dataplane: CalicoDataplane.IPTABLES }, { FELIX_NFTABLESMODE: 'Disabled' }],
  ['the health port of OpenShift', { healthPort: 9199 }, { FELIX_HEALTHPORT: '9199' }],
  ['interfaces that are not used', {
    addressDetection: CalicoAddressDetection.skipInterfaces(['docker.*', 'cni0']),
  }, { IP_AUTODETECTION_METHOD: 'skip-interface=docker.*,cni0' }],
  ['nftables', { dataplane: CalicoDataplane.NFTABLES }, { FELIX_NFTABLESMODE: 'Enabled' }],
  ['packets of a size', { mtu: 1400 }, { FELIX_IPINIPMTU: '1400', FELIX_VXLANMTU: '1400', FELIX_WIREGUARDMTU: '1400' }],
  ['addresses of nodes', {
    addressDetection: CalicoAddressDetection.ranges(['192.0.2.0/24']),
  }, { IP_AUTODETECTION_METHOD: 'cidr=192.0.2.0/24' }],
  ['WireGuard', { wireguard: true }, { FELIX_WIREGUARDENABLED: 'true' }],
  ['Typha', { typhaReplicas: 3 }, { FELIX_TYPHAK8SSERVICENAME: 'calico-typha' }],
  ['metrics', { metricsPort: 9091 }, { FELIX_PROMETHEUSMETRICSENABLED: 'true', FELIX_PROMETHEUSMETRICSPORT: '9091' }],
  ['parameters of Felix', {
    felix: { logSeverityScreen: 'Warning', chaininsertmode: 'Append' },
  }, { FELIX_LOGSEVERITYSCREEN: 'Warning', FELIX_CHAININSERTMODE: 'Append' }],
])('%s change these variables and no others', (_, options, expected) => {
  expect(differenceOf(options)).toEqual(expected);
});

test('eBPF uses VXLAN, and reaches the API server without a Service in every container that asks it', () => {
  expect(differenceOf({ dataplane: CalicoDataplane.EBPF }, API)).toMatchObject({
    FELIX_BPFENABLED: 'true', CALICO_IPV4POOL_IPIP: 'Never', CALICO_NETWORKING_BACKEND: 'vxlan', KUBERNETES_SERVICE_HOST: 'api.example.com',
    KUBERNETES_SERVICE_PORT: '6443',
  });
  const chart = made({ dataplane: CalicoDataplane.EBPF, typhaReplicas: 3 }, API);
  const steps = objectOf(chart, 'DaemonSet').spec.template.spec.initContainers;
  expect(steps.map((step: any) => [step.name, environment({ env: step.env ?? [] }).KUBERNETES_SERVICE_HOST])).toEqual([
    ['upgrade-ipam', 'api.example.com'], ['ebpf-bootstrap', undefined], ['install-cni', 'api.example.com'],
  ]);
  expect(
    environment(objectOf(chart, 'Deployment', 'calico-typha').spec.template.spec.containers[0]).KUBERNETES_SERVICE_HOST,
  ).toBe('api.example.com');
});

test('without BGP, BIRD is not asked for its health', () => {
  expect(
    containerOf({ encapsulation: CalicoEncapsulation.vxlan() }).livenessProbe.exec.command,
  ).toEqual(['/bin/calico-node', '-felix-live']);
  expect(containerOf().readinessProbe.exec.command).toEqual(['/bin/calico-node', '-felix-ready', '-bird-ready']);
});

test('the configuration of CNI has a number where the installer puts one, and addresses of both families where there are two', () => {
  const text = (options?: CalicoOptions) =>
    environment(objectOf(
      made(options), 'DaemonSet',
    ).spec.template.spec.initContainers.find(({ name }: any) => name === 'install-cni')).CNI_NETWORK_CONFIG;
  expect(text()).toContain('"mtu": __CNI_MTU__,');
  expect(
    JSON.parse(text({ ipv6PodCidr: 'fd00::/56' }).replace('__CNI_MTU__', '0')).plugins[0].ipam,
  ).toEqual({ type: 'calico-ipam', assign_ipv4: 'true', assign_ipv6: 'true' });
});

test('a change of the configuration rolls the controllers with the nodes', () => {
  const hashes = (options?: CalicoOptions) => ['calico-kube-controllers', 'calico-typha'].map(name =>
    objectOf(made({ typhaReplicas: 3, ...options }), 'Deployment', name).spec.template.metadata.annotations['checksum/config']);
  expect(new Set([...hashes(), ...hashes({ mtu: 1400 })]).size).toBeGreaterThan(1);
  expect(hashes()).toEqual(hashes());
  expect(hashes()[0]).not.toBe(hashes({ mtu: 1400 })[0]);
});

test.each<[string, () => unknown, string]>([
  ['another minor', () => Cni.calico({ version: '3.30.1' }), 'unknown-network-version'],
  ['blocks of half the world', () => Cni.calico({ blockSize: 8 }), 'invalid-network-option'],
  ['small packets', () => Cni.calico({ mtu: 500 }), 'invalid-network-option'],
  ['an IPv6 range for IPv4', () => Cni.calico({ podCidr: 'fd00::/56' }), 'invalid-cidr'],
  ['a misspelt parameter of Felix', () => Cni.calico({ felix: { logSeverityScren: 'Info' } }), 'invalid-network-option'],
  ['a value that Felix ignores', () => Cni.calico({ felix: { logSeverityScreen: 'Loud' } }), 'invalid-network-option'],
  ['a number that is none', () => Cni.calico({ felix: { debugPort: '90990' } }), 'invalid-network-option'],
  ['no patterns of interfaces', () => CalicoAddressDetection.interfaces([]), 'invalid-network-option'],
  ['a name to reach', () => CalicoAddressDetection.canReach('gateway'), 'invalid-network-option'],
  ['no ranges', () => CalicoAddressDetection.ranges([]), 'invalid-cidr'],
])('%s is refused', (_, make, code) => {
  expect(reading(make)).toThrow(expect.objectContaining({ message: expect.stringMatching(new RegExp(`\\b${code}\\b`)) }));
});

test('eBPF without an API server is refused once', () => {
  expect(codesOf(made({ dataplane: CalicoDataplane.EBPF }))).toEqual(['[test/calico] missing-api-server']);
});

test('it causes no finding that nobody gave a reason for', () => {
  const found = Checks.of(made({ typhaReplicas: 3 })).findings.filter(({ acknowledged }) => acknowledged === undefined);
  expect(found.map(({ code, object, path, given }) => ({ code, object, path, given }))).toEqual([]);
});
