import {
  CiliumCertificates, CiliumChaining, CiliumEncryption, CiliumEnvoy, CiliumIpam, CiliumOptions, CiliumPolicyEnforcement, CiliumPrivileges,
  CiliumRouting, NodePlatform,
} from '../../src';

const KPR: CiliumOptions = { kubeProxyReplacement: true };
const HUBBLE = { listenPort: 4244, certificates: CiliumCertificates.secret('hubble-server-certs') };

/** Options, in addition to those that they need. */
export interface OptionsOfKnob {
  readonly with?: CiliumOptions;
  readonly set?: CiliumOptions;
  readonly platform?: NodePlatform;
}

/** The options for each value of the charts, by the name in cilium-knobs.ts. */
export const CILIUM_OPTIONS: { readonly [knob: string]: OptionsOfKnob } = {
  'kubeProxyReplacement': { set: KPR },
  'socketLbHostNamespaceOnly': { with: KPR, set: { socketLbHostNamespaceOnly: true } },
  'tunnel of Geneve': { set: { routing: CiliumRouting.geneve(6082) } },
  'native routing': {
    set: { routing: CiliumRouting.native({ ranges: ['10.0.0.0/8'], autoDirectNodeRoutes: true, skipUnreachableNodes: true }) },
  },
  'cluster pool': { set: { ipam: CiliumIpam.clusterPool({ ranges: ['10.1.0.0/16', '10.2.0.0/16'], maskSize: 25 }) } },
  'addresses of Kubernetes': { set: { ipam: CiliumIpam.kubernetes() } },
  'pools': {
    set: {
      ipam: CiliumIpam.multiPool([{ name: 'default', ranges: ['10.10.0.0/16'] }, { name: 'blue', ranges: ['10.20.0.0/16'], maskSize: 28 }]),
    },
  },
  'no masquerade': { set: { masquerade: false } },
  'bpfMasquerade': { with: KPR, set: { bpfMasquerade: true } },
  'dual stack': { set: { ipv6: true, ipam: CiliumIpam.clusterPool({ ipv6Ranges: ['fd00::/104'] }) } },
  'IPv6 alone': { set: { ipv4: false, ipv6: true, ipam: CiliumIpam.clusterPool({ ipv6Ranges: ['fd00::/104'] }) } },
  'mtu': { set: { mtu: 1400 } },
  'WireGuard': { set: { encryption: CiliumEncryption.wireguard({ nodeEncryption: true }) } },
  'IPsec': { set: { encryption: CiliumEncryption.ipsec({ secretName: 'cilium-ipsec-keys' }) } },
  'devices': { set: { devices: ['eth+', 'bond0'] } },
  'policyEnforcement': { set: { policyEnforcement: CiliumPolicyEnforcement.ALWAYS } },
  'no Envoy': { set: { envoy: CiliumEnvoy.none() } },
  'Envoy as a DaemonSet': { set: { envoy: CiliumEnvoy.daemonSet() } },
  'Hubble': { set: { hubble: { ...HUBBLE, eventBufferCapacity: 8191 } } },
  'Hubble with cert-manager': { set: { hubble: { listenPort: 4244, certificates: CiliumCertificates.certManager({ name: 'hubble' }) } } },
  'Hubble in plain text': { set: { hubble: { listenPort: 4244, certificates: CiliumCertificates.none() } } },
  'metrics of Hubble': {
    with: { hubble: HUBBLE },
    set: {
      hubble: {
        ...HUBBLE, metrics: {
          enabled: ['dns:query', 'drop', 'tcp'], openMetrics: true, certificates: CiliumCertificates.secret('hubble-metrics-server-certs'),
        },
      },
    },
  },
  'hostFirewall': { set: { hostFirewall: true } },
  'bandwidthManager': { set: { bandwidthManager: true, bbr: true } },
  'egressGateway': { with: { ...KPR, bpfMasquerade: true }, set: { egressGateway: true } },
  'l2Announcements': { with: KPR, set: { l2Announcements: true } },
  'bgpControlPlane': { set: { bgpControlPlane: true } },
  'not exclusive': { set: { exclusive: false } },
  'chaining with aws-node': { set: { chaining: CiliumChaining.awsCni() } },
  'chaining with any plugin': { set: { chaining: CiliumChaining.genericVeth('mynet') } },
  'chaining with portmap': { set: { chaining: CiliumChaining.portmap() } },
  'cluster of a mesh': { set: { clusterName: 'a', clusterId: 7 } },
  'startupTaintKey': { set: { startupTaintKey: 'example.com/wait' } },
  'privileged': { set: { privileges: CiliumPrivileges.privileged() } },
  'capabilities': { set: { privileges: CiliumPrivileges.capabilities({ agent: ['NET_ADMIN', 'SYS_ADMIN'], cleanState: ['NET_ADMIN'] }) } },
  'Talos': { platform: NodePlatform.talos() },
  'operatorReplicas': { set: { operatorReplicas: 1 } },
  'metricsPort': { set: { metricsPort: 9962 } },
  'binaries elsewhere': { platform: NodePlatform.gke() },
  'extraConfig': { set: { extraConfig: { 'bpf-lb-mode': 'dsr', 'enable-endpoint-routes': 'true' } } },
};
