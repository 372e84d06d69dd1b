import { CILIUM_CONFIG } from './cilium-defaults';
import { CiliumEnvoy } from './cilium-envoy';
import { requireExtraConfig } from './cilium-extra-config';
import { hubbleConfig } from './cilium-hubble';
import { CiliumIpam } from './cilium-ipam';
import { CiliumMinor, nameIn } from './cilium-minors';
import { CiliumOptions } from './cilium-options';
import { CiliumPolicyEnforcement } from './cilium-policy-enforcement';
import { CiliumRouting } from './cilium-routing';
import { compact } from '../../private/wire';

/** The taint that the agent waits with unless another is named. */
export const STARTUP_TAINT = 'node.cilium.io/agent-not-ready';

/** Where Cilium mounts control groups unless the node has them elsewhere. */
export const OWN_CGROUP_ROOT = '/run/cilium/cgroupv2';

/** What cilium-config follows from, in addition to the options. */
export interface CiliumSurroundings {
  readonly minor: CiliumMinor;
  readonly cgroupRoot: string;
  readonly namespace: string;
}

/** The values of cilium-config. */
export function ciliumConfig(options: CiliumOptions, surroundings: CiliumSurroundings): { [key: string]: string } {
  const { minor, cgroupRoot } = surroundings;
  const { ipv4 = true, startupTaintKey = STARTUP_TAINT, clusterName = 'default', clusterId = 0, devices = [], extraConfig = {} } = options;
  const typed = compact({
    ...defaultsOf(minor),
    ...switches(options),
    'agent-not-ready-taint-key': startupTaintKey,
    'cgroup-root': cgroupRoot,
    'cluster-id': String(clusterId),
    'cluster-name': clusterName,
    'debug': 'false',
    ...devices.length > 0 && { devices: devices.join(' ') },
    'enable-policy': options.policyEnforcement ?? CiliumPolicyEnforcement.DEFAULT,
    'mtu': options.mtu === undefined ? undefined : String(options.mtu),
    'operator-api-serve-addr': ipv4 ? '127.0.0.1:9234' : '[::1]:9234',
    'procfs': options.privileges?._isPrivileged ? undefined : '/host/proc',
    ...metricsConfig(options),
    ...(options.ipam ?? CiliumIpam.clusterPool())._configFor(ipv4),
    ...(options.routing ?? CiliumRouting.vxlan())._config,
    ...encryptionConfig(options, minor),
    ...(options.envoy ?? CiliumEnvoy.embedded())._config,
    ...hubbleConfig(options),
    ...bgpConfig(options, surroundings),
    ...options.chaining?._config,
  }) as { [key: string]: string };
  requireExtraConfig(extraConfig, minor, typed);
  return { ...typed, ...extraConfig };
}

/** What the chart of a minor writes and no option changes. */
export function defaultsOf(minor: CiliumMinor): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(CILIUM_CONFIG).flatMap(([row, value]) => {
    const key = nameIn(row, minor);
    return key === undefined ? [] : [[key, value]];
  }));
}

function switches(options: CiliumOptions): { readonly [key: string]: string | undefined } {
  const {
    kubeProxyReplacement = false, masquerade = true, ipv4 = true, ipv6 = false, hostFirewall = false, chaining, bandwidthManager,
  } = options;
  return {
    'bpf-lb-sock-hostns-only': flag(options.socketLbHostNamespaceOnly),
    'cni-exclusive': String(options.exclusive ?? chaining === undefined),
    'enable-bandwidth-manager': flag(bandwidthManager),
    'enable-bbr': bandwidthManager ? String(options.bbr ?? false) : undefined,
    'enable-bbr-hostns-only': bandwidthManager ? 'false' : undefined,
    'enable-bpf-masquerade': flag(options.bpfMasquerade),
    'enable-egress-gateway': flag(options.egressGateway),
    'enable-host-firewall': String(hostFirewall),
    'enable-ipv4': String(ipv4),
    'enable-ipv4-masquerade': String(masquerade),
    'enable-ipv6': String(ipv6),
    'enable-ipv6-masquerade': String(masquerade),
    'enable-l2-announcements': flag(options.l2Announcements),
    'kube-proxy-replacement': String(kubeProxyReplacement),
    'kube-proxy-replacement-healthz-bind-address': kubeProxyReplacement ? '' : undefined,
  };
}

/** Written only where it is on: the chart leaves it out otherwise. */
function flag(on: boolean | undefined): string | undefined {
  return on ? 'true' : undefined;
}

function metricsConfig({ metricsPort }: CiliumOptions): { readonly [key: string]: string } {
  return metricsPort === undefined ? {} : {
    'prometheus-serve-addr': `:${metricsPort}`, 'controller-group-metrics': 'write-cni-file sync-host-ips sync-lb-maps-with-k8s-services',
  };
}

function encryptionConfig({ encryption }: CiliumOptions, minor: CiliumMinor): { readonly [key: string]: string } {
  const overlay = nameIn('enable-ipsec-encrypted-overlay@..1.19', minor);
  return { ...encryption?._config, ...encryption?.kind === 'ipsec' && overlay !== undefined && { [overlay]: 'false' } };
}

function bgpConfig({ bgpControlPlane }: CiliumOptions, { namespace }: CiliumSurroundings): { readonly [key: string]: string } {
  return bgpControlPlane ? {
    'enable-bgp-control-plane': 'true', 'bgp-secrets-namespace': namespace, 'enable-bgp-control-plane-status-report': 'true',
    'bgp-router-id-allocation-mode': 'default',
    'bgp-router-id-allocation-ip-pool': '', 'enable-bgp-legacy-origin-attribute': 'false',
  } : {};
}
