import * as fc from 'fast-check';
import { maybe } from './values';
import {
  CiliumCertificates, CiliumChaining, CiliumEncryption, CiliumEnvoy, CiliumHubbleOptions, CiliumIpam, CiliumOptions,
  CiliumPolicyEnforcement, CiliumPrivileges, CiliumRouting,
} from '../../../src';

const port = fc.integer({ min: 20_000, max: 30_000 });

const certificates = fc.constantFrom(
  CiliumCertificates.secret('hubble'), CiliumCertificates.certManager({ name: 'ca' }), CiliumCertificates.none(),
);

const hubble: fc.Arbitrary<CiliumHubbleOptions> = fc.record({
  served: maybe(fc.record({ listenPort: fc.integer({ min: 31_000, max: 31_999 }), certificates })),
  metrics: maybe(fc.record({
    enabled: fc.constant<string[]>(['dns:query', 'drop']), port: fc.integer({ min: 32_000, max: 32_999 }), openMetrics: fc.boolean(),
  })),
  eventBufferCapacity: maybe(fc.constantFrom(1, 4095, 65535)), redactHttp: maybe(fc.boolean()),
}).map(({ served, ...others }) => ({ ...served, ...others }));

const encryption = fc.oneof(
  fc.boolean().map(nodeEncryption => CiliumEncryption.wireguard({ nodeEncryption, persistentKeepalive: '25s' })),
  fc.constant(CiliumEncryption.ipsec({ secretName: 'keys' })),
);

/** What depends on one another: addresses, routing, Services and encryption. */
const network = fc.record({
  families: fc.constantFrom('4', '6', '46'), native: fc.boolean(), geneve: fc.boolean(),
  ipam: fc.constantFrom('cluster-pool', 'kubernetes', 'multi-pool'),
  masquerade: fc.boolean(), kubeProxyReplacement: fc.boolean(), bpf: fc.boolean(), gateway: fc.boolean(), layer2: fc.boolean(),
  encryption: maybe(encryption),
  firewall: fc.boolean(), bandwidthManager: fc.boolean(), bbr: fc.boolean(), chained: fc.boolean(),
}).map((given): CiliumOptions => {
  const { families, masquerade, kubeProxyReplacement, firewall, bandwidthManager, bbr } = given;
  const [ipv4, ipv6] = ['4', '6'].map(family => families.includes(family));
  const isIpsec = given.encryption?.kind === 'ipsec';
  const bpfMasquerade = given.bpf && masquerade && kubeProxyReplacement;
  return {
    ipv4, ipv6, masquerade, kubeProxyReplacement, bpfMasquerade, encryption: given.encryption, bandwidthManager,
    bbr: bbr && bandwidthManager,
    routing: given.native
      ? CiliumRouting.native({ ranges: [...ipv4 ? ['10.0.0.0/8'] : [], ...ipv6 ? ['fd00::/104'] : []], autoDirectNodeRoutes: given.geneve })
      : given.geneve ? CiliumRouting.geneve() : CiliumRouting.vxlan(8473),
    ipam: ipamOf(given.ipam, ipv4, ipv6),
    egressGateway: given.gateway && bpfMasquerade && ipv4, l2Announcements: given.layer2 && kubeProxyReplacement,
    hostFirewall: firewall && !isIpsec,
    chaining: given.chained && !isIpsec ? CiliumChaining.genericVeth() : undefined,
  };
});

function ipamOf(kind: string, ipv4: boolean, ipv6: boolean): CiliumIpam {
  if (kind === 'kubernetes') {return CiliumIpam.kubernetes();}
  const ipv6Ranges = ipv6 ? ['fd00::/104'] : undefined;
  if (kind === 'cluster-pool') {return CiliumIpam.clusterPool({ ranges: ['10.64.0.0/10'], maskSize: 25, ipv6Ranges });}
  return CiliumIpam.multiPool([{ name: 'default', ranges: ipv4 ? ['10.64.0.0/10'] : undefined, ipv6Ranges }]);
}

/** Options that Cilium takes, of a minor. */
export function randomCiliumOptions(minor: string = '1.20'): fc.Arbitrary<CiliumOptions> {
  const single = fc.record({
    mtu: maybe(fc.integer({ min: 1280, max: 9000 })),
    policyEnforcement: maybe(fc.constantFrom(...Object.values(CiliumPolicyEnforcement))),
    operatorReplicas: maybe(fc.integer({ min: 1, max: 3 })),
    metricsPort: maybe(port), startupTaintKey: maybe(fc.constant('example.com/not-ready')),
    devices: maybe(fc.constant<string[]>(['eth+'])),
    hubble: maybe(hubble),
    envoy: maybe(fc.constantFrom(CiliumEnvoy.embedded(), CiliumEnvoy.daemonSet(), CiliumEnvoy.none())),
    socketLbHostNamespaceOnly: maybe(fc.boolean()),
    bgpControlPlane: maybe(fc.boolean()), clusterName: maybe(fc.constant('west')),
    privileges: maybe(fc.constantFrom(CiliumPrivileges.capabilities(), CiliumPrivileges.privileged())),
    extraConfig: maybe(fc.constantFrom<{
      [key: string]: string;
    }>({ 'bpf-lb-map-max': '131072' }, { 'enable-endpoint-routes': 'true', 'k8s-client-qps': '20.5' })),
  });
  const version = { '1.19': '1.19.6', '1.20': '1.20.0' }[minor];
  return fc.tuple(network, single, fc.integer({ min: 1, max: 255 })).map(([given, others, id]) =>
    ({ version, ...given, ...others, clusterId: others.clusterName === undefined ? undefined : id }));
}
