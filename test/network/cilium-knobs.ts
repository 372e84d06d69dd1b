/** A value of the chart, and the option of `Cni.cilium` that must change the same. The option is in cilium-options.ts, by the same name. */
export interface Knob {
  readonly name: string;
  /** What is set in addition, in both: what the value needs. */
  readonly with?: { readonly [value: string]: string };
  readonly set: { readonly [value: string]: string };
}

/** What the charts are rendered with, unless a knob says otherwise: the form that `Cni.cilium()` has. */
export const BASE: { readonly [value: string]: string } = {
  'hubble.enabled': 'false', 'envoy.enabled': 'false', 'tls.secretSync.enabled': 'false',
  'tls.readSecretsOnlyFromSecretsNamespace': 'false',
};

const KPR = { kubeProxyReplacement: 'true', k8sServiceHost: 'api.example.com', k8sServicePort: '6443' };

/** A Secret that someone brought. */
const BROUGHT = { 'hubble.tls.auto.enabled': 'false', 'hubble.tls.server.existingSecret': 'hubble-server-certs' };

export const KNOBS: readonly Knob[] = [
  { name: 'kubeProxyReplacement', set: KPR },
  { name: 'socketLbHostNamespaceOnly', with: KPR, set: { 'socketLB.hostNamespaceOnly': 'true' } },
  { name: 'tunnel of Geneve', set: { tunnelProtocol: 'geneve', tunnelPort: '6082' } },
  {
    name: 'native routing', set: {
      routingMode: 'native', ipv4NativeRoutingCIDR: '10.0.0.0/8', autoDirectNodeRoutes: 'true', directRoutingSkipUnreachable: 'true',
    },
  },
  {
    name: 'cluster pool', set: {
      'ipam.operator.clusterPoolIPv4PodCIDRList': '{10.1.0.0/16,10.2.0.0/16}', 'ipam.operator.clusterPoolIPv4MaskSize': '25',
    },
  },
  { name: 'addresses of Kubernetes', set: { 'ipam.mode': 'kubernetes' } },
  {
    name: 'pools', set: {
      'ipam.mode': 'multi-pool', 'ipam.operator.autoCreateCiliumPodIPPools.default.ipv4.cidrs': '{10.10.0.0/16}',
      'ipam.operator.autoCreateCiliumPodIPPools.default.ipv4.maskSize': '27',
      'ipam.operator.autoCreateCiliumPodIPPools.blue.ipv4.cidrs': '{10.20.0.0/16}',
      'ipam.operator.autoCreateCiliumPodIPPools.blue.ipv4.maskSize': '28',
    },
  },
  { name: 'no masquerade', set: { enableIPv4Masquerade: 'false', enableIPv6Masquerade: 'false' } },
  { name: 'bpfMasquerade', with: KPR, set: { 'bpf.masquerade': 'true' } },
  { name: 'dual stack', set: { 'ipv6.enabled': 'true' } },
  { name: 'IPv6 alone', set: { 'ipv6.enabled': 'true', 'ipv4.enabled': 'false' } },
  { name: 'mtu', set: { MTU: '1400' } },
  { name: 'WireGuard', set: { 'encryption.enabled': 'true', 'encryption.type': 'wireguard', 'encryption.nodeEncryption': 'true' } },
  { name: 'IPsec', set: { 'encryption.enabled': 'true', 'encryption.type': 'ipsec' } },
  { name: 'devices', set: { devices: '{eth+,bond0}' } },
  { name: 'policyEnforcement', set: { policyEnforcementMode: 'always' } },
  { name: 'no Envoy', set: { l7Proxy: 'false' } },
  { name: 'Envoy as a DaemonSet', set: { 'envoy.enabled': 'true' } },
  { name: 'Hubble', set: { 'hubble.enabled': 'true', 'hubble.listenAddress': ':4244', ...BROUGHT, 'hubble.eventBufferCapacity': '8191' } },
  {
    name: 'Hubble with cert-manager', set: {
      'hubble.enabled': 'true', 'hubble.tls.auto.method': 'certmanager', 'hubble.tls.auto.certManagerIssuerRef.group': 'cert-manager.io',
      'hubble.tls.auto.certManagerIssuerRef.kind': 'ClusterIssuer', 'hubble.tls.auto.certManagerIssuerRef.name': 'hubble',
    },
  },
  { name: 'Hubble in plain text', set: { 'hubble.enabled': 'true', 'hubble.tls.enabled': 'false' } },
  {
    name: 'metrics of Hubble', with: { 'hubble.enabled': 'true', ...BROUGHT },
    set: {
      'hubble.metrics.enabled': '{dns:query,drop,tcp}', 'hubble.metrics.tls.enabled': 'true', 'hubble.metrics.enableOpenMetrics': 'true',
      'hubble.metrics.tls.server.existingSecret': 'hubble-metrics-server-certs',
    },
  },
  { name: 'hostFirewall', set: { 'hostFirewall.enabled': 'true' } },
  { name: 'bandwidthManager', set: { 'bandwidthManager.enabled': 'true', 'bandwidthManager.bbr': 'true' } },
  { name: 'egressGateway', with: { ...KPR, 'bpf.masquerade': 'true' }, set: { 'egressGateway.enabled': 'true' } },
  { name: 'l2Announcements', with: KPR, set: { 'l2announcements.enabled': 'true' } },
  { name: 'bgpControlPlane', set: { 'bgpControlPlane.enabled': 'true' } },
  { name: 'not exclusive', set: { 'cni.exclusive': 'false' } },
  { name: 'chaining with aws-node', set: { 'cni.chainingMode': 'aws-cni', 'cni.exclusive': 'false' } },
  {
    name: 'chaining with any plugin', set: {
      'cni.chainingMode': 'generic-veth', 'cni.chainingTarget': 'mynet', 'cni.exclusive': 'false',
    },
  },
  { name: 'chaining with portmap', set: { 'cni.chainingMode': 'portmap', 'cni.exclusive': 'false' } },
  { name: 'cluster of a mesh', set: { 'cluster.name': 'a', 'cluster.id': '7' } },
  { name: 'startupTaintKey', set: { agentNotReadyTaintKey: 'example.com/wait' } },
  { name: 'privileged', set: { 'securityContext.privileged': 'true' } },
  {
    name: 'capabilities', set: {
      'securityContext.capabilities.ciliumAgent': '{NET_ADMIN,SYS_ADMIN}', 'securityContext.capabilities.cleanCiliumState': '{NET_ADMIN}',
    },
  },
  {
    name: 'Talos', set: {
      'cgroup.autoMount.enabled': 'false', 'cgroup.hostRoot': '/sys/fs/cgroup',
      'securityContext.capabilities.ciliumAgent':
        '{CHOWN,KILL,NET_ADMIN,NET_RAW,IPC_LOCK,SYS_ADMIN,SYS_RESOURCE,DAC_OVERRIDE,FOWNER,SETGID,SETUID,SYSLOG}',
      'securityContext.capabilities.cleanCiliumState': '{NET_ADMIN,SYS_ADMIN,SYS_RESOURCE}',
    },
  },
  { name: 'operatorReplicas', set: { 'operator.replicas': '1' } },
  { name: 'metricsPort', set: { 'prometheus.enabled': 'true' } },
  { name: 'binaries elsewhere', set: { 'cni.binPath': '/home/kubernetes/bin' } },
  { name: 'extraConfig', set: { 'extraConfig.bpf-lb-mode': 'dsr', 'extraConfig.enable-endpoint-routes': 'true' } },
];
