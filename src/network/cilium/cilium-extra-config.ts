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

/** Keys that probes, ports or mounts of the pods follow from, and no option sets. */
const HELD_BY_PODS: { readonly [key: string]: string } = {
  'agent-health-port': 'the probes of the agent ask port 9879', 'bpf-root': 'the agent mounts /sys/fs/bpf',
  'operator-api-serve-addr': 'the probes of cilium-operator ask port 9234',
  'operator-prometheus-serve-addr': 'cilium-operator declares port 9963, which monitors scrape',
  'write-cni-conf-when-ready': 'the pod mounts the directory of the CNI configuration',
};
const AGENT_HEALTH_PORT = { 'agent-health-port': '9879' };

/** Features that need rights and objects which this library does not write. */
const OF_THE_CHART: ReadonlyMap<string, RegExp> = new Map([
  ['enable-gateway-api', /^true$/], ['enable-ingress-controller', /^true$/], ['kvstore', /./],
]);

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
    requireServed(key, value, { ...AGENT_HEALTH_PORT, ...typed }[key]);
    const option = OPTION_OF_KEY[key];
    if (option !== undefined && typed[key] !== value) {
      refuse(`\`extraConfig\` says something else of ${key} than \`${option}\` `
        + 'does', `${quote(value)}, and ${typed[key] === undefined ? 'the key is not written' : quote(typed[key])}`,
      `\`${option}\` alone, from which more than this key follows`, `set \`${option}\` of Cni.cilium, and leave the key out`);
    }
  }
}

function requireServed(key: string, value: string, own: string | undefined): void {
  if (key in HELD_BY_PODS && value !== own) {
    const allowed = own === undefined ? 'no value' : quote(own);
    refuse(`${key} cannot be another one: ${HELD_BY_PODS[key]}`, quote(value), allowed, 'leave the key out');
  }
  if (OF_THE_CHART.get(key)?.test(value)) {
    refuse(`${key} needs rights and objects that CniPlugin does not write`, quote(value), 'what CniPlugin writes the rights for',
      'leave the key out, or install Cilium with its chart');
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
