import * as fc from 'fast-check';
import { randomCalico } from './calico';
import { randomCiliumOptions } from './cilium';
import { maybe } from './values';
import {
  Cni, CniPluginProps, EnvValue, FlannelBackend, KubeProxyMode, KubeProxyProps, KubeVipLogLevel, KubeVipMode, KubeVipProps, MetalLbBgp,
  MetalLbLogLevel, MetalLbProps, MultusLogLevel, MultusProps, NodeLocalDnsProps,
} from '../../../src';

const port = fc.integer({ min: 20_000, max: 30_000 });
const apiServer = fc.constantFrom({ host: '192.0.2.1' }, { host: '2001:db8::1', port: 443 }, { host: 'api.example.com' });

const calico = randomCalico().map(make => make());

const cilium = randomCiliumOptions().map(options => Cni.cilium(options));

export const randomFlannel = fc.record({
  ipv6PodCidr: maybe(fc.constant('fd00:10:244::/56')), nftables: maybe(fc.boolean()), healthPort: maybe(port),
  interfaces: maybe(fc.constant<string[]>(['eth1'])),
  backend: maybe(fc.constantFrom(
    FlannelBackend.hostGateway(), FlannelBackend.wireguard(), FlannelBackend.vxlan({ port: 4789, vni: 4096 }),
  )),
}).map(options => Cni.flannel(options));

export const randomCniProps: fc.Arbitrary<CniPluginProps> = fc.record({ network: fc.oneof(calico, cilium, randomFlannel), apiServer });

export const randomKubeProxyProps: fc.Arbitrary<KubeProxyProps> = fc.record({
  apiServer: maybe(apiServer), mode: maybe(fc.constantFrom(KubeProxyMode.IPTABLES, KubeProxyMode.IPVS)),
  clusterCidrs: maybe(fc.constant<string[]>(['10.244.0.0/16', 'fd00:10:244::/56'])),
  metricsPort: maybe(port), metricsOnEveryAddress: maybe(fc.boolean()), strictArp: maybe(fc.boolean()),
});

export const randomDnsCacheProps: fc.Arbitrary<NodeLocalDnsProps> = fc.record({
  clusterDnsAddress: maybe(fc.ipV4()), stubDomains: maybe(fc.dictionary(
    fc.constantFrom('a.example.com', 'b.example.com'), fc.constant<string[]>(['192.0.2.1']),
  )), metricsPort: maybe(port),
});

export const randomMultusProps: fc.Arbitrary<MultusProps> = fc.record({
  namespaceIsolation: maybe(fc.boolean()), logLevel: maybe(fc.constantFrom(...Object.values(MultusLogLevel))),
  readinessIndicatorFile: maybe(fc.constant('/run/cni/ready')),
});

export const randomMetalLbProps: fc.Arbitrary<MetalLbProps> = fc.record({
  namespace: fc.constant('kube-system'), apiServer: maybe(apiServer),
  bgp: maybe(fc.constantFrom(MetalLbBgp.native(), MetalLbBgp.frrK8s('kube-system'))), memberlist: maybe(fc.boolean()),
  excludedInterfaces: maybe(fc.constantFrom<string[]>([], ['^eth1$', '^veth.*'])),
  loadBalancerClass: maybe(fc.constantFrom('metallb', 'example.com/metallb')),
  announceOnExcludedNodes: maybe(fc.boolean()), metricsPort: maybe(port),
  logLevel: maybe(fc.constantFrom(...Object.values(MetalLbLogLevel))),
});

const bgpMode = KubeVipMode.bgp({
  asNumber: 65000, peers: [{ address: '2001:db8::1', asNumber: 65001, password: EnvValue.secret('bgp', 'password') }],
});

export const randomKubeVipProps: fc.Arbitrary<KubeVipProps> = fc.record({
  address: fc.constantFrom('192.0.2.10', '2001:db8::10', '192.0.2.10,2001:db8::10', 'api.example.com'),
  announceServices: maybe(fc.boolean()), apiServer: maybe(apiServer),
  mode: maybe(fc.constantFrom(KubeVipMode.arp(), KubeVipMode.routingTable(), bgpMode)),
  interfaceName: maybe(fc.constantFrom('eth0', 'enp0s31f6.vlan1')), port: maybe(port),
  leaderElection: maybe(fc.constantFrom({}, { leaseName: 'api' })), metricsPort: maybe(port),
  metricsOnEveryAddress: maybe(fc.boolean()), logLevel: maybe(fc.constantFrom(...Object.values(KubeVipLogLevel))),
  extraEnv: maybe(fc.constantFrom<{ [name: string]: string }>({}, { vip_arpRate: '5000', lb_enable: 'true' })),
});
