import * as fc from 'fast-check';
import { maybe } from './values';
import {
  CalicoDataplane, CalicoEncapsulation, CiliumIpam, CiliumPolicyEnforcement, CiliumRouting, Cni, CniPluginProps, FlannelBackend, KubeProxyMode, KubeProxyProps, MultusLogLevel, MultusProps,
  NodeLocalDnsProps,
} from '../../../src';

const port = fc.integer({ min: 20_000, max: 30_000 });
const mtu = fc.integer({ min: 1280, max: 9000 });
const apiServer = fc.constantFrom({ host: '192.0.2.1' }, { host: '2001:db8::1', port: 443 }, { host: 'api.example.com' });

const calico = fc.record({
  podCidr: maybe(fc.constant('10.1.0.0/16')), ipv6PodCidr: maybe(fc.constant('fd00:10:244::/56')), blockSize: maybe(fc.integer({ min: 20, max: 32 })), mtu: maybe(mtu),
  encapsulation: maybe(fc.constantFrom(CalicoEncapsulation.vxlan(), CalicoEncapsulation.vxlanAcrossSubnets(), CalicoEncapsulation.none())),
  dataplane: maybe(fc.constantFrom(...Object.values(CalicoDataplane))), wireguard: maybe(fc.boolean()), typhaReplicas: maybe(fc.integer({ min: 0, max: 5 })), metricsPort: maybe(port),
}).map(options => Cni.calico(options));

const cilium = fc.record({
  kubeProxyReplacement: maybe(fc.boolean()), routing: maybe(fc.constantFrom(CiliumRouting.geneve(), CiliumRouting.native({ ranges: ['10.0.0.0/8'] }))),
  ipam: maybe(fc.constantFrom(CiliumIpam.kubernetes(), CiliumIpam.clusterPool({ ranges: ['10.64.0.0/10'], maskSize: 25 }))), mtu: maybe(mtu), wireguard: maybe(fc.boolean()),
  policyEnforcement: maybe(fc.constantFrom(...Object.values(CiliumPolicyEnforcement))), hostFirewall: maybe(fc.boolean()), operatorReplicas: maybe(fc.integer({ min: 1, max: 3 })),
  metricsPort: maybe(port), startupTaintKey: maybe(fc.constant('example.com/not-ready')),
}).map(options => Cni.cilium(options));

const flannel = fc.record({
  ipv6PodCidr: maybe(fc.constant('fd00:10:244::/56')), nftables: maybe(fc.boolean()), healthPort: maybe(port), interfaces: maybe(fc.constant<string[]>(['eth1'])),
  backend: maybe(fc.constantFrom(FlannelBackend.hostGateway(), FlannelBackend.wireguard(), FlannelBackend.vxlan({ port: 4789, vni: 4096 }))),
}).map(options => Cni.flannel(options));

export const randomCniProps: fc.Arbitrary<CniPluginProps> = fc.record({ network: fc.oneof(calico, cilium, flannel), apiServer });

export const randomKubeProxyProps: fc.Arbitrary<KubeProxyProps> = fc.record({
  apiServer: maybe(apiServer), mode: maybe(fc.constantFrom(KubeProxyMode.IPTABLES, KubeProxyMode.IPVS)), clusterCidrs: maybe(fc.constant<string[]>(['10.244.0.0/16', 'fd00:10:244::/56'])),
  metricsPort: maybe(port), metricsOnEveryAddress: maybe(fc.boolean()), strictArp: maybe(fc.boolean()),
});

export const randomDnsCacheProps: fc.Arbitrary<NodeLocalDnsProps> = fc.record({
  clusterDnsAddress: maybe(fc.ipV4()), stubDomains: maybe(fc.dictionary(fc.constantFrom('a.example.com', 'b.example.com'), fc.constant<string[]>(['192.0.2.1']))), metricsPort: maybe(port),
});

export const randomMultusProps: fc.Arbitrary<MultusProps> = fc.record({
  namespaceIsolation: maybe(fc.boolean()), logLevel: maybe(fc.constantFrom(...Object.values(MultusLogLevel))), readinessIndicatorFile: maybe(fc.constant('/run/cni/ready')),
});
