import { CILIUM_KEYS } from './cilium-keys';
import { CILIUM_MINORS, CiliumMinor, nameIn } from './cilium-minors';
import { fail, quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';

const FORMS: { readonly [type: string]: { readonly form: RegExp; readonly allowed: string } } = {
  bool: { form: /^(true|false)$/, allowed: 'true or false' },
  int: { form: /^-?\d+$/, allowed: 'a whole number' },
  uint: { form: /^\d+$/, allowed: 'a whole number that is not negative' },
  float: { form: /^-?\d+(\.\d+)?$/, allowed: 'a number' },
  duration: { form: /^-?(0|(\d+(\.\d+)?(ns|us|ms|s|m|h))+)$/, allowed: 'a duration, such as 1m30s' },
};

/** What each key of a minor takes. */
export function ciliumKeys(minor: CiliumMinor): ReadonlyMap<string, string> {
  const rows = Object.entries(CILIUM_KEYS).flatMap(([
    type, names,
  ]) => names.trim().split(/\s+/).map(row => [nameIn(row, minor), type] as const));
  return new Map(rows.flatMap(([name, type]) => (name === undefined ? [] : [[name, type] as const])));
}

/** The property of CiliumOptions that writes a key. Whoever sets both contradicts himself, or will at the next change. */
export const OPTION_OF_KEY: { readonly [key: string]: string } = {
  'agent-not-ready-taint-key': 'startupTaintKey', 'auto-create-cilium-pod-ip-pools': 'ipam', 'auto-direct-node-routes': 'routing',
  'bgp-secrets-namespace': 'bgpControlPlane',
  'bpf-lb-sock-hostns-only': 'socketLbHostNamespaceOnly', 'cgroup-root': 'hostCgroupRoot', 'cluster-id': 'clusterId',
  'cluster-name': 'clusterName',
  'cluster-pool-ipv4-cidr': 'ipam', 'cluster-pool-ipv4-mask-size': 'ipam', 'cluster-pool-ipv6-cidr': 'ipam',
  'cluster-pool-ipv6-mask-size': 'ipam',
  'cni-chaining-mode': 'chaining', 'cni-chaining-target': 'chaining', 'cni-exclusive': 'exclusive', 'devices': 'devices',
  'enable-bandwidth-manager': 'bandwidthManager',
  'enable-bbr': 'bbr', 'enable-bgp-control-plane': 'bgpControlPlane', 'enable-bpf-masquerade': 'bpfMasquerade',
  'enable-egress-gateway': 'egressGateway',
  'enable-host-firewall': 'hostFirewall', 'enable-hubble': 'hubble', 'enable-ipsec': 'encryption', 'enable-ipv4': 'ipv4',
  'enable-ipv4-masquerade': 'masquerade',
  'enable-ipv6': 'ipv6', 'enable-ipv6-masquerade': 'masquerade', 'enable-l2-announcements': 'l2Announcements', 'enable-l7-proxy': 'envoy',
  'enable-policy': 'policyEnforcement',
  'enable-wireguard': 'encryption', 'encrypt-node': 'encryption', 'external-envoy-proxy': 'envoy', 'hubble-disable-tls': 'hubble',
  'hubble-event-buffer-capacity': 'hubble',
  'hubble-listen-address': 'hubble', 'hubble-metrics': 'hubble', 'hubble-metrics-server': 'hubble',
  'hubble-metrics-server-enable-tls': 'hubble',
  'hubble-redact-enabled': 'hubble', 'ipam': 'ipam', 'ipsec-key-file': 'encryption', 'ipv4-native-routing-cidr': 'routing',
  'ipv6-native-routing-cidr': 'routing',
  'kube-proxy-replacement': 'kubeProxyReplacement', 'mtu': 'mtu', 'procfs': 'privileges', 'proxy-prometheus-port': 'envoy',
  'prometheus-serve-addr': 'metricsPort', 'routing-mode': 'routing',
  'tunnel-port': 'routing', 'tunnel-protocol': 'routing',
};

/**
 * Keys of the user: agent and operator would ignore what they do not know, and end at their start on a value that they cannot read.
 *
 * @throws invalid-network-option
 */
export function requireExtraConfig(config: {
  readonly [key: string]: string;
}, minor: CiliumMinor, typed: { readonly [key: string]: string }): void {
  const keys = ciliumKeys(minor);
  for (const [key, value] of Object.entries(config)) {
    requireKnown(key, keys, minor);
    const form = FORMS[keys.get(key) ?? ''];
    if (form !== undefined
      && !form.form.test(value)) {refuse(`Cilium cannot read this value of ${key}`, quote(value), form.allowed, 'correct it');}
    const option = OPTION_OF_KEY[key];
    if (option !== undefined && typed[key] !== value) {
      refuse(`\`extraConfig\` says something else of ${key} than \`${option}\` `
        + 'does', `${quote(value)}, and ${typed[key] === undefined ? 'the key is not written' : quote(typed[key])}`,
      `\`${option}\` alone, from which more than this key follows`, `set \`${option}\` of Cni.cilium, and leave the key out`);
    }
  }
}

function requireKnown(key: string, keys: ReadonlyMap<string, string>, minor: CiliumMinor): void {
  if (keys.has(key)) {return;}
  const others = CILIUM_MINORS.filter(each => ciliumKeys(each).has(key));
  const meant = nearest(key, keys.keys());
  refuse(
    `cilium-config of ${minor} has no key of this name, and Cilium would ignore it`, quote(key),
    'the names of flags of cilium-agent and cilium-operator of that minor',
    others.length > 0
      ? `${others.join(', ')} has it: choose that release, or leave it out`
      : meant === undefined ? 'look it up in the reference of cilium-agent' : `did you mean ${meant}?`,
  );
}

function refuse(what: string, given: string, allowed: string, fix: string): never {
  return fail({ code: 'invalid-network-option', what, given, allowed, fix });
}
