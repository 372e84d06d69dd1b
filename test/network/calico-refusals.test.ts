import {
  CalicoAddressDetection, CalicoDataplane, CalicoEncapsulation, CalicoForeignNetwork, CalicoOptions, CalicoPolicyOptions, Cni, CniPlugin,
  CniPluginProps, EnvValue,
} from '../../src';
import { codesOf, testChart } from '../support/golden';
import { reading } from '../support/refused';

/** What is wrong with an option by itself: it is refused where it is given. */
const REFUSED: ReadonlyArray<readonly [what: string, make: () => unknown, code: string]> = [
  ['a minor before 3.31, which has another init container', () => Cni.calico({ version: '3.30.3' }), 'unknown-network-version'],
  ['a minor after 3.32, which has one image', () => Cni.calico({ version: '3.33.0' }), 'unknown-network-version'],
  ['a release without a patch', () => Cni.calico({ version: '3.32' }), 'unknown-network-version'],
  ['a pool outside of the cluster', () => Cni.calico({ podCidr: '10.1.0.0/16', clusterCidrs: ['10.244.0.0/16'] }), 'invalid-cidr'],
  ['a pool larger than the cluster', () => Cni.calico({ podCidr: '10.0.0.0/8', clusterCidrs: ['10.0.0.0/16'] }), 'invalid-cidr'],
  ['a pool smaller than a block', () => Cni.calico({ podCidr: '10.1.0.0/27' }), 'invalid-network-option'],
  ['an IPv6 pool smaller than a block', () => Cni.calico({ ipv6PodCidr: 'fd00::/124' }), 'invalid-network-option'],
  ['blocks of half the world', () => Cni.calico({ blockSize: 8 }), 'invalid-network-option'],
  ['IPv6 blocks of IPv4', () => Cni.calico({ ipv6PodCidr: 'fd00::/64', ipv6BlockSize: 26 }), 'invalid-network-option'],
  ['an IPv6 pool of IPv4 addresses', () => Cni.calico({ ipv6PodCidr: '10.1.0.0/16' }), 'invalid-cidr'],
  ['IPv6 blocks without IPv6', () => Cni.calico({ ipv6BlockSize: 122 }), 'invalid-network-option'],
  ['a pool that is not to be made', () => Cni.calico({ defaultPools: false, podCidr: '10.1.0.0/16' }), 'invalid-network-option'],
  ['packets that IPv6 cannot do with', () => Cni.calico({ mtu: 1279 }), 'invalid-network-option'],
  ['packets of a network without place for the headers of VXLAN', () => Cni.calico({
    encapsulation: CalicoEncapsulation.vxlan(), mtu: 1451, nodeMtu: 1500,
  }), 'invalid-network-option'],
  ['packets of a network without place for those of WireGuard over IPv6', () => Cni.calico({
    wireguard: true, ipv6PodCidr: 'fd00::/64', mtu: 1421, nodeMtu: 1500,
  }), 'invalid-network-option'],
  ['a network with packets too small for pods', () => Cni.calico({ nodeMtu: 1280 }), 'invalid-network-option'],
  ['a pattern of interfaces that Go cannot read', () => CalicoAddressDetection.interfaces(['eth(0']), 'invalid-network-option'],
  ['a pattern of interfaces with look-ahead', () => CalicoAddressDetection.skipInterfaces(['(?!eth).*']), 'invalid-network-option'],
  ['a range of node addresses that begins in its middle', () => CalicoAddressDetection.ranges(['192.0.2.1/24']), 'invalid-cidr'],
  ['IPv4 addresses of nodes in IPv6', () => Cni.calico({
    addressDetection: CalicoAddressDetection.canReach('2001:db8::1'),
  }), 'invalid-network-option'],
  ['IPv6 addresses of nodes without IPv6', () => Cni.calico({
    ipv6AddressDetection: CalicoAddressDetection.firstFound(),
  }), 'invalid-network-option'],
  ['IP-in-IP without BGP', () => Cni.calico({ bgp: false }), 'invalid-network-option'],
  ['a port of VXLAN without VXLAN', () => Cni.calico({ vxlanPort: 4790 }), 'invalid-network-option'],
  ['a Typha of no pods', () => Cni.calico({ typhaReplicas: 0 }), 'invalid-network-option'],
  ['WireGuard on GKE', () => Cni.calicoPolicyOnly({ network: CalicoForeignNetwork.gke(), wireguard: true }), 'invalid-network-option'],
  ['packets where others connect pods', () => Cni.calicoPolicyOnly({
    network: CalicoForeignNetwork.azure(), mtu: 1400,
  }), 'invalid-network-option'],
  ['a misspelt parameter of Felix', () => Cni.calico({ felix: { bpfEnabld: 'true' } }), 'invalid-network-option'],
  ['a parameter that only the next minor has', () => Cni.calico({
    version: '3.31.7', felix: { istioAmbientMode: 'Enabled' },
  }), 'invalid-network-option'],
  ['a parameter that a later patch release brought', () => Cni.calico({
    version: '3.31.3', felix: { logActionRateLimit: '100/minute' },
  }), 'invalid-network-option'],
  ['a parameter twice', () => Cni.calico({ felix: { chainInsertMode: 'insert', CHAININSERTMODE: 'append' } }), 'invalid-network-option'],
  ['a parameter that an option sets', () => Cni.calico({ felix: { wireguardEnabled: 'true' } }), 'invalid-network-option'],
  ['a value that Felix replaces', () => Cni.calico({ felix: { iptablesRefreshInterval: '90s' } }), 'invalid-network-option'],
  ['nothing for a parameter that cannot be nothing', () => Cni.calico({ felix: { bpfJITHardening: 'none' } }), 'invalid-network-option'],
  ['half of the credentials for Typha', () => Cni.calico({ felix: { typhaCN: 'typha-server' } }), 'invalid-network-option'],
];

test.each(REFUSED)('%s is refused', (_, make, code) => {
  expect(reading(make)).toThrow(expect.objectContaining({
    message: expect.stringMatching(new RegExp(`^(\\[.*\\] )?${code}\\b.*\\bgiven: .*\\ballowed: .*\\bfix: `)),
  }));
});

function codes(network: Cni, more: Partial<CniPluginProps> = {}): string[] {
  const chart = testChart();
  new CniPlugin(chart, 'calico', { network, ...more });
  return codesOf(chart);
}

const env = (variables: { [name: string]: string }): Partial<CniPluginProps> =>
  ({ env: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, EnvValue.of(value)])) });

test.each<[string, Cni, Partial<CniPluginProps>, string]>([
  ['eBPF without an API server', Cni.calico({ dataplane: CalicoDataplane.EBPF }), {}, 'missing-api-server'],
  ['eBPF for policies without an API server', Cni.calicoPolicyOnly({ dataplane: CalicoDataplane.EBPF }), {}, 'missing-api-server'],
  ['a variable that contradicts an option', Cni.calico({
    encapsulation: CalicoEncapsulation.vxlan(),
  }), env({ CALICO_IPV4POOL_VXLAN: 'Never' }), 'invalid-network-option'],
  ['a variable for which there is an option', Cni.calico(), env({ CALICO_IPV4POOL_CIDR: '10.1.0.0/16' }), 'invalid-network-option'],
  ['a backend that probes and ports do not know of', Cni.calico(), env({ CALICO_NETWORKING_BACKEND: 'none' }), 'invalid-network-option'],
  ['a misspelt variable of calico-node', Cni.calico(), env({ CALICO_IPV4POOL_CDIR: '10.1.0.0/16' }), 'invalid-network-option'],
  ['a misspelt variable of Felix', Cni.calico(), env({ FELIX_LOGSEVERITYSCREN: 'Info' }), 'invalid-network-option'],
  ['a variable of Felix with a value that it replaces', Cni.calico(), env({ FELIX_LOGSEVERITYSCREEN: 'Loud' }), 'invalid-network-option'],
  ['a variable of Felix in two spellings', Cni.calico({
    felix: { logSeverityScreen: 'Info' },
  }), env({ Felix_LogSeverityScreen: 'Warning' }), 'invalid-network-option'],
  ['pools for policies alone', Cni.calicoPolicyOnly(), env({ CALICO_IPV4POOL_CIDR: '10.1.0.0/16' }), 'invalid-network-option'],
])('%s is reported once, at the plugin', (_, network, more, code) => {
  expect(codes(network, more)).toEqual([`[test/calico] ${code}`]);
});

test('policies alone have no pools, no encapsulation and no BGP', () => {
  for (const option of ['podCidr', 'encapsulation', 'bgp', 'blockSize']) {
    const options = { [option]: undefined, ...{ podCidr: '10.1.0.0/16' } } as CalicoPolicyOptions;
    expect(codes(Cni.calicoPolicyOnly(options))).toEqual(['[test/calico] unknown-option']);
  }
});

test.each<[string, CalicoOptions, { [name: string]: string }]>([
  ['the same as an option says', { podCidr: '10.1.0.0/16' }, { CALICO_IPV4POOL_CIDR: '10.1.0.0/16' }],
  ['that no option has', {}, { CALICO_IPV4POOL_DISABLE_BGP_EXPORT: 'true', AS: '64512', CALICO_STARTUP_LOGLEVEL: 'Warning' }],
  ['of Felix', {}, { FELIX_LOGSEVERITYSCREEN: 'Warning', FELIX_DEFAULTENDPOINTTOHOSTACTION: 'Return' }],
  ['of other programs', {}, { HTTPS_PROXY: 'http://proxy.example.com:3128', GOMEMLIMIT: '400MiB', NO_PROXY: '10.0.0.0/8' }],
])('variables %s are taken', (_, options, variables) => {
  expect(codes(Cni.calico(options), env(variables))).toEqual([]);
});
